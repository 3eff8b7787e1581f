"""Draw the pictures of the help pages from generated events: `help_pictures.py [name …]`.

Run by the environment's Python; QGIS draws on no screen. Each picture is what the algorithm gives by default.
"""

import os
import sys
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsMarkerSymbol,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from community_brain_plugin.processing.catalogue import ENTRIES
from community_brain_plugin.processing.provider import Provider

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "processing" / "help"
SIZE = QSize(420, 280)
ORIGIN = (500_000.0, 3_540_000.0)


def places() -> np.ndarray:
    """Return made-up events, shape (n, 2): three crowds and some anywhere."""
    rng = np.random.default_rng(7)
    crowds = [((250, 300), (60, 45), 160), ((620, 420), (40, 90), 120), ((900, 180), (70, 50), 60)]
    near = [rng.normal(middle, spread, (count, 2)) for middle, spread, count in crowds]
    return np.concatenate([*near, rng.uniform((0, 0), (1200, 800), (140, 2))]) + ORIGIN


def layer_of(kind: str, shapes: list[tuple[QgsGeometry, list]], fields: str = "") -> QgsVectorLayer:
    """Return a layer in memory."""
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:4549{fields}", kind, "memory")
    features = []
    for geometry, values in shapes:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(geometry)
        feature.setAttributes(values)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def events() -> QgsVectorLayer:
    """Return the events as a layer of small dots, spread over three months."""
    rng = np.random.default_rng(1)
    days = rng.integers(0, 90, len(places()))
    hours = np.clip(rng.normal(13, 4, len(days)), 0, 23).astype(int)
    shapes = [
        (
            QgsGeometry.fromPointXY(QgsPointXY(*place)),
            [f"{np.datetime64('2026-01-01') + int(day)}T{hours[n]:02d}:00:00", "AB"[n % 2]],
        )
        for n, (place, day) in enumerate(zip(places(), days, strict=True))
    ]
    layer = layer_of("Point", shapes, "&field=at:string(30)&field=kind:string(5)")
    symbol = QgsMarkerSymbol.createSimple({"color": "60,60,60,140", "outline_style": "no", "size": "0.8"})
    layer.renderer().setSymbol(symbol)
    return layer


def streets() -> QgsVectorLayer:
    """Return a made-up net of streets."""
    xs, ys = range(0, 1201, 150), range(0, 801, 100)
    lines = [[(x, y) for x in xs] for y in ys] + [[(x, y) for y in ys] for x in xs]
    shapes = [
        (QgsGeometry.fromPolylineXY([QgsPointXY(x + ORIGIN[0], y + ORIGIN[1]) for x, y in line]), []) for line in lines
    ]
    layer = layer_of("LineString", shapes)
    layer.renderer().setSymbol(QgsLineSymbol.createSimple({"color": "190,190,190", "width": "0.3"}))
    return layer


def run(algorithm, given: dict, context: QgsProcessingContext) -> dict:
    """Run an algorithm and return what it gives; its faults end this program."""
    results, well = algorithm.create().run(given, context, QgsProcessingFeedback(False))
    if not well:
        sys.exit(f"help_pictures: {algorithm.name()} failed")
    return results


def draw(layers: list[QgsMapLayer], path: Path) -> None:
    """Draw layers, the first on top, to a PNG."""
    settings = QgsMapSettings()
    settings.setOutputSize(SIZE)
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[-1].crs())
    settings.setBackgroundColor(QColor("white"))
    extent = settings.fullExtent()
    extent.scale(1.02)
    settings.setExtent(extent)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(str(path), "PNG")


def inputs(name: str) -> dict:
    """Return what an algorithm is given; where nothing stands here, events and nothing else."""
    return {"INPUT": events(), **INPUTS.get(name, dict)()}


def components() -> QgsVectorLayer:
    """Return made-up components: as many everywhere, none in a park."""
    rng = np.random.default_rng(3)
    found = rng.uniform((0, 0), (1200, 800), (3000, 2))
    park = (found > (700, 520)).all(axis=1) & (found < (1000, 720)).all(axis=1)
    shapes = [(QgsGeometry.fromPointXY(QgsPointXY(*place)), []) for place in found[~park] + ORIGIN]
    return layer_of("Point", shapes)


def standing_alarms() -> dict:
    """Return alarms of two kinds that stand, the officers of a quarter, and its streets."""
    rng = np.random.default_rng(8)
    points = [
        QgsGeometry.fromPointXY(QgsPointXY(*place)) for place in rng.uniform((0, 0), (1200, 800), (12, 2)) + ORIGIN
    ]
    alarms = [(point, [f"2026-01-05T09:{5 * number:02d}:00"]) for number, point in enumerate(points)]
    posts = [(150.0, 100.0), (600.0, 700.0), (1050.0, 300.0)]
    officers = [(QgsGeometry.fromPointXY(QgsPointXY(x + ORIGIN[0], y + ORIGIN[1])), []) for x, y in posts]
    return {
        "INPUT": layer_of("Point", alarms, "&field=began:string(30)"),
        "OFFICERS": layer_of("Point", officers),
        "STREETS": streets(),
        "NOW": "2026-01-05T10:00:00",
    }


def grids() -> dict:
    """Return grids to draw from, and the events that weigh them."""
    side = 100.0
    squares = [
        (QgsGeometry.fromRect(QgsRectangle(x, y, x + side, y + side)), [f"{row:02d}{column:02d}"])
        for row, y in enumerate(np.arange(0.0, 800.0, side) + ORIGIN[1])
        for column, x in enumerate(np.arange(0.0, 1200.0, side) + ORIGIN[0])
    ]
    return {"INPUT": layer_of("Polygon", squares, "&field=code:string(10)"), "EVENTS": events(), "SEED": "31 07 22"}


def sweeps() -> dict:
    """Return what two inspectors found, the second one after the first, each not all there was."""
    rng = np.random.default_rng(5)
    there = rng.uniform((0, 0), (1200, 800), (60, 2)) + ORIGIN
    first, second = rng.random(len(there)) < 0.7, rng.random(len(there)) < 0.8
    named = "&field=class:string(10)"
    one = [(QgsGeometry.fromPointXY(QgsPointXY(*place)), ["lamp"]) for place in there[first]]
    other = [(QgsGeometry.fromPointXY(QgsPointXY(*place)), ["lamp"]) for place in there[second] + 4.0]
    return {"INPUT": layer_of("Point", one, named), "SECOND": layer_of("Point", other, named)}


def tracks() -> dict:
    """Return the points of an officer who leaves his plan once and hurries once, and the plan."""
    rng = np.random.default_rng(6)
    corners = np.array(
        [(0, 0), (600, 0), (600, 300), (150, 300), (150, 700), (750, 700), (1050, 700), (1050, 400)], float
    )
    speeds = [1.2, 1.2, 1.2, 1.2, 1.2, 5.0, 1.2]
    places, begin, second = [], 0.0, []
    for (start, stop), speed in zip(pairwise(corners), speeds, strict=True):
        took = np.hypot(*(stop - start)) / speed
        at = np.arange(0.0, took, 10.0)
        places.append(start + (stop - start) * at[:, None] / took)
        second.append(begin + at)
        begin += took
    seen = np.concatenate(places) + rng.normal(0.0, 6.0, (sum(map(len, places)), 2)) + ORIGIN
    moments = np.datetime64("2026-01-05T08:00:00") + np.concatenate(second).astype("timedelta64[s]")
    shapes = [
        (QgsGeometry.fromPointXY(QgsPointXY(*place)), ["1", str(at)]) for place, at in zip(seen, moments, strict=True)
    ]
    points = layer_of("Point", shapes, "&field=officer:string(5)&field=time:string(30)")
    dot = QgsMarkerSymbol.createSimple({"color": "60,60,60,160", "outline_style": "no", "size": "0.7"})
    points.renderer().setSymbol(dot)
    legs = [corners[0:2], corners[1:3], [(600, 300), (150, 300)], corners[4:7], corners[6:8]]
    planned = [
        (QgsGeometry.fromPolylineXY([QgsPointXY(x + ORIGIN[0], y + ORIGIN[1]) for x, y in leg]), ["1", number])
        for number, leg in enumerate(legs, start=1)
    ]
    plan = layer_of("LineString", planned, "&field=officer:string(5)&field=leg:integer")
    return {"INPUT": points, "STREETS": streets(), "PLAN": plan}


#: What an algorithm is given besides events, or instead of them.
INPUTS = {
    "relativehazard": lambda: {"BASE": components(), "BANDWIDTH": 110.0, "RULE": 1},
    "streethazarddensity": lambda: {"STREETS": streets(), "BANDWIDTH": 120.0},
    "planpatrols": lambda: {"INPUT": streets(), "OFFICERS": 3},
    "planresponse": standing_alarms,
    "drawpatrolsample": grids,
    "comparesweeps": sweeps,
    "comparetracks": tracks,
}


def _pile(given: dict, output: QgsMapLayer) -> list[QgsMapLayer]:
    """Return what is drawn, the first on top: events on what is made of them, streets and things compared under it."""
    if "EVENTS" in given:
        return [given["EVENTS"], output]
    if given["INPUT"].geometryType() == QgsWkbTypes.LineGeometry or "SECOND" in given:
        return [output, given["INPUT"]]
    return [given["INPUT"], output, *([given["STREETS"]] if "STREETS" in given else [])]


def picture(algorithm) -> Path:
    """Draw what an algorithm gives by default."""
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    given = {**inputs(algorithm.name()), "OUTPUT": "TEMPORARY_OUTPUT"}
    path = FOLDER / f"{algorithm.name()}.png"
    if algorithm.parameterDefinition("PICTURE") is not None:
        run(algorithm, {**given, "PICTURE": str(path)}, context)
        wide = QImage(str(path)).scaled(2 * SIZE, transformMode=Qt.TransformationMode.SmoothTransformation)
        wide.save(str(path), "PNG")
        return path
    results = run(algorithm, given, context)
    output = QgsProcessingUtils.mapLayerFromString(results["OUTPUT"], context)
    draw(_pile(given, output), path)
    return path


#: Algorithms that carry a result between a desk and the room: which of the two ways is theirs.
CARRIED = {"saveresult": 0, "openresult": 1}
_INK, _PALE = QColor("#505050"), QColor("#c8c8c8")


def carried(name: str) -> Path:
    """Draw a result that goes from one desk into the room's database and on to another desk."""
    path = FOLDER / f"{name}.png"
    result = QImage(str(FOLDER / "hazarddensity.png"))
    sheet = QImage(SIZE, QImage.Format.Format_RGB32)
    sheet.fill(QColor("white"))
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for left in (12.0, 288.0):
        screen = QRectF(left, 90.0, 120.0, 80.0)
        painter.drawImage(screen, result)
        painter.setPen(QPen(_INK, 3.0))
        painter.drawRect(screen)
        painter.fillRect(QRectF(left + 52.0, 171.0, 16.0, 14.0), _INK)
        painter.fillRect(QRectF(left + 32.0, 185.0, 56.0, 5.0), _INK)
    painter.setPen(QPen(_INK, 2.0))
    painter.setBrush(QColor("#f2f2f2"))
    # A pile of discs, which people know as a database.
    for top in (164.0, 136.0, 108.0):
        painter.drawRect(QRectF(184.0, top, 52.0, 22.0))
        painter.drawEllipse(QRectF(184.0, top + 14.0, 52.0, 16.0))
        painter.drawEllipse(QRectF(184.0, top - 8.0, 52.0, 16.0))
    for way, left in enumerate((140.0, 242.0)):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#bd0026") if way == CARRIED[name] else _PALE)
        corners = [(0, -4), (22, -4), (22, -12), (38, 0), (22, 12), (22, 4), (0, 4)]
        painter.drawPolygon(QPolygonF([QPointF(left + x, 134.0 + y) for x, y in corners]))
    painter.end()
    sheet.save(str(path), "PNG")
    return path


def main() -> int:
    wanted = sys.argv[1:] or [entry.name for entry in ENTRIES if entry.group in ("analysis", "patrols", "results")]
    application = QgsApplication([], False)
    application.initQgis()
    provider = Provider()
    QgsApplication.processingRegistry().addProvider(provider)
    for name in wanted:
        path = carried(name) if name in CARRIED else picture(provider.algorithm(name))
        sys.stdout.write(f"help_pictures: {path.relative_to(ROOT)}\n")
    application.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main())
