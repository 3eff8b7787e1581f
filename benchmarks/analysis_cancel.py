"""How long the analyses take to stop once they are cancelled, on 247,046 real cases of Boston, and what they leave.

Each runs once to its end, then again and again, cancelled at moments spread over that time. The figure is the longest
time from the order to the answer, of all seven; missed as well when any cancelled run leaves a file. The cases are in
the folder given (or ../shared), streets are made up: a grid of 100 m over
16 km of it, 51,200 of them.
"""

import os
import sys
import tempfile
import threading
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from _harness import ROOT, conclude, parser, say
from osgeo import gdal, ogr, osr
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)

from community_brain_plugin.processing.provider import Provider

GOAL = 0.5
SHARES = (0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97)
STEP, SIDE = 100.0, 16_000.0
#: What each is given besides the cases, and the ending of its output.
GIVEN: dict[str, tuple[dict[str, object], str]] = {
    "hazarddensity": ({}, ".tif"),
    "relativehazard": ({}, ".tif"),
    "hotspots": ({}, ".gpkg"),
    "emerginghotspots": ({"STEP": 1}, ".gpkg"),
    "hazardrhythm": ({"CLASS": "category"}, ".gpkg"),
    "gridsummary": ({}, ".gpkg"),
    "streethazarddensity": ({"STREETS": "streets"}, ".gpkg"),
}


def cases(folder: Path, target: Path) -> bool:
    """Write the cases as a GeoPackage; False where there are none."""
    table = folder / "data" / "cases" / "boston_cases_public.csv.gz"
    if not table.is_file():
        return False
    opened = gdal.OpenEx(
        f"CSV:/vsigzip/{table}", gdal.OF_VECTOR, allowed_drivers=["CSV"],
        open_options=["X_POSSIBLE_NAMES=lon", "Y_POSSIBLE_NAMES=lat", "EMPTY_STRING_AS_NULL=YES"],
    )  # fmt: skip
    degrees = {"srcSRS": "EPSG:4326", "dstSRS": "EPSG:26986"}
    fields = ["category", "opened", "closed"]
    written = gdal.VectorTranslate(str(target), opened, format="GPKG", selectFields=fields, reproject=True, **degrees)
    del written
    return True


def streets(of: Path, target: Path) -> None:
    """Write streets every 100 m over the middle of the cases, each 100 m long."""
    file = ogr.Open(str(of))
    extent = file.GetLayer(0).GetExtent()
    x, y = (extent[0] + extent[1]) / 2.0, (extent[2] + extent[3]) / 2.0
    west, east, south, north = x - SIDE / 2.0, x + SIDE / 2.0, y - SIDE / 2.0, y + SIDE / 2.0
    system = osr.SpatialReference()
    system.ImportFromEPSG(26986)
    made = ogr.GetDriverByName("GPKG").CreateDataSource(str(target))
    layer = made.CreateLayer("streets", system, ogr.wkbLineString)
    layer.StartTransaction()
    for column in range(round((east - west) / STEP)):
        for row in range(round((north - south) / STEP)):
            x, y = west + column * STEP, south + row * STEP
            for dx, dy in ((STEP, 0.0), (0.0, STEP)):
                feature = ogr.Feature(layer.GetLayerDefn())
                feature.SetGeometry(ogr.CreateGeometryFromWkt(f"LINESTRING({x} {y}, {x + dx} {y + dy})"))
                layer.CreateFeature(feature)
    layer.CommitTransaction()


class Run(threading.Thread):
    """An analysis on a thread of its own, as QGIS runs it."""

    def __init__(self, algorithm: QgsProcessingAlgorithm, given: dict[str, object]) -> None:
        super().__init__()
        self._algorithm, self._given = algorithm, given
        self.feedback = QgsProcessingFeedback(False)
        self.went_well = False

    def run(self) -> None:
        context = QgsProcessingContext()
        try:
            results, self.went_well = self._algorithm.run(self._given, context, self.feedback, {}, False)
        except QgsProcessingException as error:
            say(f"{self._algorithm.name()}: {error}")
            return
        self.went_well = self.went_well and bool(results)


def cancelled(algorithm: QgsProcessingAlgorithm, given: dict[str, object], after: float) -> float:
    """Return how long a run that is cancelled after some seconds takes to answer; 0 when it was through before.

    One that gives its result all the same was through but for dressing its layers, which QGIS lets nobody cancel.
    """
    run = Run(algorithm, given)
    run.start()
    run.join(after)
    if not run.is_alive():
        return 0.0
    began = time.perf_counter()
    run.feedback.cancel()
    run.join()
    return 0.0 if run.went_well else time.perf_counter() - began


def measure(algorithm: QgsProcessingAlgorithm, layers: dict[str, Path], folder: Path) -> tuple[float, int]:
    """Return the longest answer of one analysis, and how many files its cancelled runs left."""
    more, ending = GIVEN[algorithm.name()]
    known = {key: str(path) for key, path in layers.items()}
    given = {key: known.get(str(value), value) for key, value in more.items()}
    given |= {"INPUT": known["cases"], "OUTPUT": str(folder / f"found{ending}")}
    whole, began = Run(algorithm, given), time.perf_counter()
    whole.start()
    whole.join()
    lasted = time.perf_counter() - began
    if not whole.went_well:
        sys.exit(f"analysis_cancel: {algorithm.name()} failed")
    for path in folder.iterdir():
        path.unlink()
    answers, left = [], 0
    for share in SHARES:
        answers.append(cancelled(algorithm, given, share * lasted))
        if answers[-1]:
            left += len(list(folder.iterdir()))
        for path in folder.iterdir():
            path.unlink()
    worst = max(answers)
    at = SHARES[answers.index(worst)]
    told = f"{algorithm.name()}: {lasted:.1f} s; cancelled, {1000 * worst:.0f} ms at the longest"
    say(f"{told} (at {at:.0%}), {left} files left")
    return worst, left


def main() -> None:
    """Run and cancel each."""
    options = parser(__doc__)
    options.add_argument("--only", choices=sorted(GIVEN))
    wanted = options.parse_args()
    application = QgsApplication([], False)
    application.initQgis()
    provider = Provider()
    provider.refreshAlgorithms()
    with tempfile.TemporaryDirectory() as folder:
        layers = {name: Path(folder) / f"{name}.gpkg" for name in ("cases", "streets")}
        if not cases(wanted.data or ROOT.parent / "shared", layers["cases"]):
            say("skipped: no such folder")
            return
        streets(layers["cases"], layers["streets"])
        outputs = Path(folder) / "out"
        outputs.mkdir()
        names = [wanted.only] if wanted.only else list(GIVEN)
        found = [measure(provider.algorithm(name), layers, outputs) for name in names]
    worst, left = max(answer for answer, _ in found), sum(count for _, count in found)
    met = worst <= GOAL and not left
    conclude("analysis_cancel", 1000 * worst, "ms at the longest", f"≤ {1000 * GOAL:.0f}", met)


if __name__ == "__main__":
    main()
