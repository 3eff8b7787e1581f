"""A page for each officer: his way on the map with arrows and numbers, and the list of turns beside it."""

import math
from dataclasses import dataclass, replace
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItemAttributeTable,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTableColumn,
    QgsPointXY,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QRectF
from qgis.PyQt.QtWidgets import QApplication
from qgis.PyQt.QtXml import QDomDocument

from ..errors import RoomError
from ..indicators.periods import ZONE
from ..patrols import itinerary, turn_list
from ..patrols.palette import colour
from ..patrols.plans import Listed, Route
from ..resources import path as resource
from ..wording import language
from . import patrol_page_look as look

translate = QCoreApplication.translate

_LAYOUT, _FONT = "patrol_page", "{font}"
_DPI = 200
# Lines of the list that surely fit below the map, and onto a further page.
_FIRST, _FURTHER = 30, 90
_COLUMNS = ("legs", "time", "turn", "street", "metres")


@dataclass(frozen=True)
class Book:
    """What is printed: routes with lines in metres of `crs`, streets below them (name, line), the saved plan if any."""

    name: str
    routes: Any
    crs: QgsCoordinateReferenceSystem
    streets: list[tuple[str, QgsGeometry]]
    plan: Listed | None = None

    def on(self, streets: list[tuple[str, QgsGeometry]]) -> "Book":
        """Return the same on other streets."""
        return replace(self, streets=streets)


def write(book: Book, path: str, feedback) -> None:
    """Print a book as a PDF; RoomError `map.print` when it cannot be written. Belongs on the main thread."""
    project = QgsProject()
    # Scale bars measure on the ellipsoid.
    project.setCrs(book.crs, True)
    pages, legs, turns, streets = _pages(book), _legs(book), _turns(book), _streets(book)
    look.dress(legs, streets)
    for layer in (pages, legs, turns, streets):
        project.addMapLayer(layer)
    layout = _layout(project)
    frame = _item(layout, "map", QgsLayoutItemMap)
    frame.setCrs(book.crs)
    frame.setLayers([legs, streets])
    frame.setKeepLayerSet(True)
    _item(layout, "scalebar", QgsLayoutItemScaleBar).setLinkedMap(frame)
    _table(layout, turns, max(len(turn_list.lines(route)) for route in book.routes))
    atlas = layout.atlas()
    atlas.setCoverageLayer(pages)
    atlas.setEnabled(True)
    frame.setAtlasDriven(True)
    frame.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Auto)
    frame.setAtlasMargin(0.06)
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = _DPI
    result, reason = QgsLayoutExporter.exportToPdf(atlas, path, settings, feedback)
    if result != QgsLayoutExporter.ExportResult.Success:
        raise RoomError("map.print", path=f"{path} {reason}".strip())


def _pages(book: Book) -> QgsVectorLayer:
    """One feature for each officer, with the words on his page."""
    layer = _memory("MultiLineString", book.crs, ("officer:integer", "title:string", "subtitle:string", "note:string"))
    for route in book.routes:
        lines = [[QgsPointXY(*place) for place in leg.line] for leg in route.legs]
        values = [route.officer, _title(book, route), _subtitle(book, route), _note(book)]
        _put(layer, QgsGeometry.fromMultiPolylineXY(lines), values)
    return layer


def _legs(book: Book) -> QgsVectorLayer:
    fields = ("officer:integer", "leg:integer", "visit:integer", "colour:string")
    layer = _memory("LineString", book.crs, fields)
    for route in book.routes:
        for leg in route.legs:
            geometry = QgsGeometry.fromPolylineXY([QgsPointXY(*place) for place in leg.line])
            _put(layer, geometry, [route.officer, leg.leg, int(leg.visit), colour(route.officer)])
    return layer


def _streets(book: Book) -> QgsVectorLayer:
    layer = _memory("MultiLineString", book.crs, ("name:string",))
    for name, geometry in book.streets:
        geometry.convertToMultiType()
        _put(layer, geometry, [name])
    return layer


def _turns(book: Book) -> QgsVectorLayer:
    layer = _memory("None", book.crs, ("officer:integer", *(f"{name}:string" for name in _COLUMNS)))
    words = _words()
    for route in book.routes:
        for line in turn_list.lines(route):
            metres = f"{line.metres:.0f}" if line.metres else ""
            time = f"{line.time.astimezone(ZONE):%H:%M}"
            _put(layer, QgsGeometry(), [route.officer, _numbers(line), time, words[line.turn], _street(line), metres])
    return layer


def _numbers(line: turn_list.Line) -> str:
    if line.legs is None:
        return ""
    first, last = line.legs
    return str(first) if first == last else f"{first}–{last}"


def _street(line: turn_list.Line) -> str:
    if line.legs is None:
        return line.name
    named = line.name or translate("Processing", "unnamed street {feature}").format(feature=line.ref)
    return named if line.visit else translate("Processing", "{street} (only passing)").format(street=named)


def _words() -> dict[str, str]:
    return {
        itinerary.START: translate("Processing", "Start"),
        itinerary.STRAIGHT: translate("Processing", "Straight on"),
        itinerary.LEFT: translate("Processing", "Left"),
        itinerary.RIGHT: translate("Processing", "Right"),
        itinerary.BACK: translate("Processing", "Turn round"),
        turn_list.STOP: translate("Processing", "Look at"),
        turn_list.HOME: translate("Processing", "Back"),
    }


def _title(book: Book, route: Route) -> str:
    who = translate("Processing", "Officer {number}").format(number=route.officer)
    return " · ".join(part for part in (book.name, f"{who} {route.name}".strip()) if part)


def _subtitle(book: Book, route: Route) -> str:
    """Return day, shift, times and length of a route."""
    parts = []
    if book.plan is not None:
        shift = book.plan.shift_zh if language() == "zh" else book.plan.shift_en
        parts.append(" ".join(word for word in (f"{route.starts_at.astimezone(ZONE):%Y-%m-%d}", shift) if word))
    times = [moment.astimezone(ZONE).strftime("%H:%M") for moment in (route.starts_at, route.ends_at)]
    visited = sum(leg.metres for leg in route.legs if leg.visit)
    told = translate("Processing", "{start} to {end}, {minutes} min; {metres} m, of them {visited} m on patrol")
    minutes = (route.ends_at - route.starts_at).total_seconds() / 60.0
    parts.append(
        told.format(
            start=times[0], end=times[1], minutes=f"{minutes:.0f}", metres=f"{route.metres:,.0f}",
            visited=f"{visited:,.0f}",
        )
    )  # fmt: skip
    return " · ".join(parts)


def _note(book: Book) -> str:
    told = translate("Processing", "Full lines are walked on patrol, dotted ones only passed. Numbers as in the list.")
    if book.plan is None:
        return told
    number = translate("Processing", "Plan {number}, {state}").format(
        number=book.plan.plan_id, state=_states().get(book.plan.state, book.plan.state)
    )
    return f"{told} · {number}"


def _states() -> dict[str, str]:
    return {
        "draft": translate("Processing", "draft"),
        "published": translate("Processing", "published"),
        "withdrawn": translate("Processing", "withdrawn"),
    }


def _memory(kind: str, crs: QgsCoordinateReferenceSystem, fields: tuple[str, ...]) -> QgsVectorLayer:
    columns = "&".join(f"field={field}" for field in fields)
    layer = QgsVectorLayer(f"{kind}?{columns}", "", "memory")
    layer.setCrs(crs)
    return layer


def _put(layer: QgsVectorLayer, geometry: QgsGeometry, values: list) -> None:
    feature = QgsFeature(layer.fields())
    feature.setGeometry(geometry)
    feature.setAttributes(values)
    layer.dataProvider().addFeature(feature)


def _layout(project: QgsProject) -> QgsPrintLayout:
    text = resource("layouts", f"{_LAYOUT}.qpt").read_text(encoding="utf-8")
    document = QDomDocument()
    document.setContent(text.replace(_FONT, QApplication.font().family()))
    layout = QgsPrintLayout(project)
    layout.loadFromTemplate(document, QgsReadWriteContext())
    return layout


def _item(layout: QgsPrintLayout, name: str, kind: type) -> Any:
    found = layout.itemById(name)
    if not isinstance(found, kind):
        raise RoomError("map.layout", name=name)
    return found


def _table(layout: QgsPrintLayout, turns: QgsVectorLayer, longest: int) -> None:
    """Fill the list of turns; it goes on on further pages, which officers with a short one do without."""
    table = next(frame for frame in layout.multiFrames() if isinstance(frame, QgsLayoutItemAttributeTable))
    table.setVectorLayer(turns)
    table.setMaximumNumberOfFeatures(100_000)
    table.setFilterFeatures(True)
    table.setFeatureFilter("\"officer\" = attribute(@atlas_feature, 'officer')")
    headings = (
        translate("Processing", "No."), translate("Processing", "Time"), translate("Processing", "What to do"),
        translate("Processing", "Street"), translate("Processing", "m"),
    )  # fmt: skip
    columns = []
    for name, heading, width in zip(_COLUMNS, headings, look.WIDTHS, strict=True):
        column = QgsLayoutTableColumn(heading)
        column.setAttribute(name)
        column.setWidth(width)
        columns.append(column)
    table.setColumns(columns)
    for _ in range(math.ceil(max(longest - _FIRST, 0) / _FURTHER)):
        page = QgsLayoutItemPage(layout)
        page.setPageSize(layout.pageCollection().page(0).pageSize())
        layout.pageCollection().addPage(page)
        number = layout.pageCollection().pageCount() - 1
        for left, top, width, height in look.FURTHER_FRAMES:
            frame = QgsLayoutFrame(layout, table)
            frame.setHidePageIfEmpty(True)
            frame.attemptSetSceneRect(QRectF(left, top, width, height))
            millimetres = QgsUnitTypes.LayoutUnit.LayoutMillimeters
            frame.attemptMove(QgsLayoutPoint(left, top, millimetres), page=number)
            frame.attemptResize(QgsLayoutSize(width, height, millimetres))
            table.addFrame(frame)
    table.refresh()
