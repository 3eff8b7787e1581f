"""How long the analyses take to stop once they are cancelled, on 247,046 real cases of Boston, and what they leave.

Each runs once to its end, then again and again, cancelled at moments spread over that time. The figure is the longest
time from the order to the answer, of all; missed as well when any cancelled run leaves a file. The cases are in the
folder given (or ../shared), streets are made up: a grid of 100 m over 16 km of it, 51,200 of them.

Patrols are planned for the streets of Beijing's Dongcheng and, of most value, of Shanghai's centre. Cancelled, they
give the best plan so far: the answer is there when it is checked and says so. How long it then takes to write its
layers is told beside. A plan that does not say so is a miss, and so is a file that is left where there was no plan yet.
"""

import os
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
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
#: Patrols by their goal: cover, and most value.
COVER, VALUE = 0, 2
SEARCH = {"SECONDS": 10}
#: What a cancelled plan says of itself, and what is said of every plan.
MARK, PLANNED = "the best plan so far", "Officers: "


@dataclass(frozen=True)
class Trial:
    """What an analysis is given besides its input, the ending of its output, and whether its plan so far is kept."""

    algorithm: str
    given: dict[str, object]
    ending: str = ".gpkg"
    input: str = "cases"
    keeps: bool = False


TRIALS = {
    "hazarddensity": Trial("hazarddensity", {}, ".tif"),
    "relativehazard": Trial("relativehazard", {}, ".tif"),
    "hotspots": Trial("hotspots", {}),
    "emerginghotspots": Trial("emerginghotspots", {"STEP": 1}),
    "hazardrhythm": Trial("hazardrhythm", {"CLASS": "category"}),
    "gridsummary": Trial("gridsummary", {}),
    "streethazarddensity": Trial("streethazarddensity", {"STREETS": "streets"}),
    "patrols of a city": Trial(
        "planpatrols", SEARCH | {"GOAL": COVER, "OFFICERS": 60, "STATIONS": "stations"}, input="city", keeps=True
    ),
    "patrols of a district": Trial("planpatrols", SEARCH | {"GOAL": COVER, "OFFICERS": 10}, input="centre", keeps=True),
    "patrols of most value": Trial(
        "planpatrols", SEARCH | {"GOAL": VALUE, "OFFICERS": 10, "SHIFT": 1.0}, input="centre", keeps=True
    ),
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


@dataclass(frozen=True)
class Answer:
    """Seconds from the order to the answer, 0 when it came too late; whether there is a result, and it says so; seconds
    it took to write it."""

    seconds: float
    has_result: bool
    is_marked: bool = True
    writing: float = 0.0


class Listener(QgsProcessingFeedback):
    """Notes when a plan was said to be the best so far, and when any plan was told; 0 for never."""

    def __init__(self) -> None:
        super().__init__(False)
        self.marked = self.planned = 0.0

    def pushWarning(self, warning: str) -> None:
        """Take a warning in."""
        if MARK in warning:
            self.marked = time.perf_counter()
        super().pushWarning(warning)

    def pushInfo(self, info: str) -> None:
        """Take a message in."""
        if info.startswith(PLANNED):
            self.planned = time.perf_counter()
        super().pushInfo(info)


class Run(threading.Thread):
    """An analysis on a thread of its own, as QGIS runs it."""

    def __init__(self, algorithm: QgsProcessingAlgorithm, given: dict[str, object]) -> None:
        super().__init__()
        self._algorithm, self._given = algorithm, given
        self.feedback = Listener()
        self.went_well = False

    def run(self) -> None:
        context = QgsProcessingContext()
        try:
            results, self.went_well = self._algorithm.run(self._given, context, self.feedback, {}, False)
        except QgsProcessingException as error:
            say(f"{self._algorithm.name()}: {error}")
            return
        self.went_well = self.went_well and bool(results)


def cancelled(algorithm: QgsProcessingAlgorithm, trial: Trial, given: dict[str, object], after: float) -> Answer:
    """Return how a run answers that is cancelled after some seconds.

    One that gives its result all the same was through but for dressing its layers, which QGIS lets nobody cancel, or
    but for writing a plan that had been made before.
    """
    run = Run(algorithm, given)
    run.start()
    run.join(after)
    if not run.is_alive():
        return Answer(0.0, True)
    began = time.perf_counter()
    run.feedback.cancel()
    run.join()
    ended = time.perf_counter()
    if run.went_well and trial.keeps and not 0.0 < run.feedback.planned < began:
        told = run.feedback.marked or ended
        return Answer(told - began, True, run.feedback.marked > 0.0, ended - told)
    return Answer(0.0 if run.went_well else ended - began, run.went_well)


def measure(name: str, layers: dict[str, str], folder: Path) -> tuple[float, int]:
    """Return the longest answer of one analysis, and how many files or plans that say nothing its runs left."""
    trial = TRIALS[name]
    algorithm = QgsApplication.processingRegistry().algorithmById(f"communitybrain:{trial.algorithm}")
    given = {key: layers.get(str(value), value) for key, value in trial.given.items()}
    outputs = [one.name() for one in algorithm.destinationParameterDefinitions()] if trial.keeps else ["OUTPUT"]
    given |= {"INPUT": layers[trial.input]}
    given |= {output: str(folder / f"{output}{trial.ending}") for output in outputs}
    whole, began = Run(algorithm, given), time.perf_counter()
    whole.start()
    whole.join()
    lasted = time.perf_counter() - began
    if not whole.went_well:
        sys.exit(f"analysis_cancel: {name} failed")
    clear(folder)
    answers, wrong, writing = [], 0, 0.0
    for share in SHARES:
        answer = cancelled(algorithm, trial, given, share * lasted)
        answers.append(answer.seconds)
        wrong += not answer.is_marked
        writing = max(writing, answer.writing)
        if answer.seconds and not answer.has_result:
            wrong += len(list(folder.iterdir()))
        clear(folder)
    worst = max(answers)
    at = SHARES[answers.index(worst)]
    told = f"{name}: {lasted:.1f} s; cancelled, {1000 * worst:.0f} ms at the longest"
    wrote = f", {writing:.1f} s for writing a plan" if trial.keeps else ""
    say(f"{told} (at {at:.0%}){wrote}, {wrong} files left or plans unmarked")
    return worst, wrong


def clear(folder: Path) -> None:
    """Take away all files of a folder."""
    for path in folder.iterdir():
        path.unlink()


def main() -> None:
    """Run and cancel each."""
    options = parser(__doc__)
    options.add_argument("--only", choices=sorted(TRIALS))
    wanted = options.parse_args()
    application = QgsApplication([], False)
    application.initQgis()
    provider = Provider()
    QgsApplication.processingRegistry().addProvider(provider)
    data = wanted.data or ROOT.parent / "shared"
    roads = data / "data" / "road_network"
    with tempfile.TemporaryDirectory() as folder:
        layers = {name: str(Path(folder) / f"{name}.gpkg") for name in ("cases", "streets")}
        names = [wanted.only] if wanted.only else list(TRIALS)
        if any(TRIALS[name].input == "cases" for name in names):
            if not cases(data, Path(layers["cases"])):
                say("skipped: no such folder")
                return
            streets(Path(layers["cases"]), Path(layers["streets"]))
        if not roads.is_dir():
            say("skipped: no such folder")
            return
        layers["city"] = f"{roads / 'beijing_dongcheng_cut_2012.gpkg'}|layername=edges"
        # Twelve stations, spread over the city as its crossings are numbered.
        layers["stations"] = f"{roads / 'beijing_dongcheng_cut_2012.gpkg'}|layername=nodes|subset=fid % 573 = 1"
        layers["centre"] = f"{roads / 'shanghai_peoplesquare_drive_2026-07.gpkg'}|layername=edges"
        outputs = Path(folder) / "out"
        outputs.mkdir()
        found = [measure(name, layers, outputs) for name in names]
    worst, wrong = max(answer for answer, _ in found), sum(count for _, count in found)
    met = worst <= GOAL and not wrong
    conclude("analysis_cancel", 1000 * worst, "ms at the longest", f"≤ {1000 * GOAL:.0f}", met)


if __name__ == "__main__":
    main()
