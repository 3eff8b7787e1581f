"""The whole algorithm, reading and writing included, against QGIS's own heat map on the same file.

The peer stamps every event's kernel on the raster, so where it would take minutes it is measured on a part of the
events and extrapolated per stamped cell; both runs then have a fixed share (opening, writing), which counts in full.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from _harness import say
from osgeo import gdal, ogr, osr

_PLUGINS = "/usr/share/qgis/python/plugins"
_PART = 10_000
#: Events, side of the raster, reach in cells and runs → how many times faster.
CASES = {(100_000, 1000, 30.0, 5): 10.0, (1_000_000, 4000, 120.0, 3): 100.0}


def write_events(path: Path, count: int, side: int) -> None:
    """Write events all over a square of `side` metres, in a metric system."""
    rng = np.random.default_rng(count)
    system = osr.SpatialReference()
    system.ImportFromEPSG(4549)
    file = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = file.CreateLayer("events", system, ogr.wkbPoint, ["SPATIAL_INDEX=NO"])
    layer.StartTransaction()
    for x, y in rng.uniform(0.0, side, (count, 2)).tolist():
        feature = ogr.Feature(layer.GetLayerDefn())
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(500_000.0 + x, 3_540_000.0 + y)
        feature.SetGeometry(point)
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def seconds(name: str, given: dict) -> float:
    """Return how long an algorithm takes; its output is looked at, so that a failure is none."""
    import processing

    began = time.perf_counter()
    results = processing.run(name, given)
    taken = time.perf_counter() - began
    if gdal.Open(results["OUTPUT"]) is None:
        raise SystemExit(f"{name} wrote nothing")
    return taken


def compare(folder: Path, count: int, side: int, radius: float, runs: int) -> float:
    """Return how many times faster hazarddensity is than the peer."""
    whole, part = folder / f"{count}.gpkg", folder / f"{count}-part.gpkg"
    write_events(whole, count, side)
    extent = f"500000,{500_000 + side},3540000,{3_540_000 + side} [EPSG:4549]"
    own = {"RULE": 1, "BANDWIDTH": radius, "CELL": 1.0, "EXTENT": extent, "OUTPUT": str(folder / "own.tif")}
    peer = {"RADIUS": radius, "PIXEL_SIZE": 1.0, "KERNEL": 0, "OUTPUT": str(folder / "peer.tif")}
    found = [seconds("communitybrain:hazarddensity", {"INPUT": str(whole), **own}) for _ in range(runs)]
    measured = min(count, _PART)
    if measured < count:
        write_events(part, measured, side)
    base = folder / "one.gpkg"
    write_events(base, 2, side)
    fixed = seconds("qgis:heatmapkerneldensityestimation", {"INPUT": str(base), **peer})
    sample = part if measured < count else whole
    stamped = seconds("qgis:heatmapkerneldensityestimation", {"INPUT": str(sample), **peer})
    theirs = fixed + max(stamped - fixed, 0.0) * count / measured
    ours = statistics.median(found)
    how = f"extrapolated from {measured:,} events" if measured < count else "measured"
    say(f"{count:,} events on {side}², reach {radius:g} cells: {ours:.2f} s, heat map {theirs:.1f} s ({how})")
    return theirs / ours


def start():
    """Start QGIS with its Processing and this plugin's provider; keep what is returned."""
    sys.path.append(_PLUGINS)
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    from processing.core.Processing import Processing

    from community_brain_plugin.processing.provider import Provider

    Processing.initialize()
    provider = Provider()
    QgsApplication.processingRegistry().addProvider(provider)
    return application, provider


def main() -> int:
    """Compare both sizes; returns 0 when both goals are met."""
    kept = start()
    met = True
    with tempfile.TemporaryDirectory(prefix="community-brain-bench-") as folder:
        for (count, side, radius, runs), goal in CASES.items():
            times = compare(Path(folder), count, side, radius, runs)
            say(f"whole algorithm on {side}²: {times:.0f} times as fast as the heat map (goal ≥ {goal:g})")
            met = met and times >= goal
    del kept
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
