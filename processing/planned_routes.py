"""Routes as `communitybrain:planpatrols` writes them into layers, read as what the room keeps of a plan."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from qgis.core import QgsCoordinateTransform, QgsFeature, QgsGeometry, QgsProcessingException
from qgis.PyQt.QtCore import NULL, QCoreApplication

from ..patrols.plans import LeftOut, Leg, Place, Route, Stop

translate = QCoreApplication.translate

_DAY = dt.timedelta(days=1)


def read(source, into: QgsCoordinateTransform, midnight: dt.datetime) -> list[Route]:
    """Return the routes of a layer, officer by officer; its times of day are those after `midnight`.

    Officers that are no numbers are counted in the order they come, and called by what stands there.
    """
    names = source.fields().names()
    missing = [name for name in ("officer", "leg", "start", "stop") if name not in names]
    if missing:
        told = translate("Processing", "{layer} is no layer of planned routes: it has no field {field}.")
        raise QgsProcessingException(told.format(layer=source.sourceName(), field=", ".join(missing)))
    found: dict[str, list[QgsFeature]] = {}
    for feature in source.getFeatures():
        found.setdefault(_text(feature, "officer"), []).append(feature)
    if not found:
        raise QgsProcessingException(translate("Processing", "The layer of planned routes is empty."))
    numbered = all(word.isdecimal() and int(word) > 0 for word in found)
    order = sorted(found, key=int) if numbered else list(found)
    return [
        _route(int(word) if numbered else place, "" if numbered else word, found[word], into, midnight)
        for place, word in enumerate(order, start=1)
    ]


def with_stops(routes: list[Route], source, into: QgsCoordinateTransform, midnight: dt.datetime) -> list[Route]:
    """Return routes with the stops of a layer, by the number of the officer; what nobody passes is left out."""
    found: dict[str, list[Stop]] = {}
    begins = {str(route.officer): route.starts_at for route in routes}
    for feature in source.getFeatures():
        officer = _text(feature, "officer")
        if officer in begins and not feature.geometry().isNull():
            start, stop = (midnight + _clock(feature, name) for name in ("begins", "leaves"))
            start += _DAY * (start < begins[officer])
            stop += _DAY * (stop < start)
            place = _corners(feature, into)[0]
            found.setdefault(officer, []).append(Stop(_text(feature, "name"), start, stop, place))
    return [
        replace(route, stops=sorted(found.get(str(route.officer), ()), key=lambda stop: stop.starts_at))
        for route in routes
    ]


def left_out(source, into: QgsCoordinateTransform) -> list[LeftOut]:
    """Return the streets of a layer of coverage that the plan leaves out."""
    return [
        LeftOut(
            _text(feature, "street"), _text(feature, "name"), _length(feature), _text(feature, "left_out"),
            _corners(feature, into),
        )
        for feature in source.getFeatures()
        if _text(feature, "left_out")
    ]  # fmt: skip


def number(word: object) -> float | None:
    """Return a number that stands in a description; None where there is none."""
    try:
        return float(str(word))
    except ValueError:
        return None


def _route(
    officer: int, name: str, features: list[QgsFeature], into: QgsCoordinateTransform, midnight: dt.datetime
) -> Route:
    features.sort(key=lambda feature: int(feature["leg"]))
    times = _times(features, midnight)
    legs = [
        Leg(
            place, _text(feature, "street"), _text(feature, "name"), _text(feature, "visit") != "0",
            _length(feature), start, stop, _corners(feature, into),
        )
        for place, (feature, (start, stop)) in enumerate(zip(features, times, strict=True), start=1)
    ]  # fmt: skip
    staff = _text(features[0], "staff") or None
    called = name or _text(features[0], "officer_name")
    return Route(officer, legs[0].starts_at, legs[-1].ends_at, sum(leg.metres for leg in legs), legs, (), called, staff)


def _times(features: list[QgsFeature], midnight: dt.datetime) -> Iterator[tuple[dt.datetime, dt.datetime]]:
    """Yield when each leg is begun and done; a time of day earlier than the one before is the next day's."""
    now = midnight
    for feature in features:
        moments = []
        for name in ("start", "stop"):
            moment = midnight + _clock(feature, name)
            while moment < now:
                moment += _DAY
            moments.append(moment)
            now = moment
        yield moments[0], moments[1]


def _clock(feature: QgsFeature, name: str) -> dt.timedelta:
    word = _text(feature, name)
    try:
        hours, minutes, seconds = (int(part) for part in f"{word}:00".split(":")[:3])
    except ValueError:
        told = translate("Processing", "Feature {feature}: {word} is no time of day, such as 08:00:00.")
        raise QgsProcessingException(told.format(feature=feature.id(), word=word)) from None
    return dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)


def _corners(feature: QgsFeature, into: QgsCoordinateTransform) -> list[Place]:
    geometry = QgsGeometry(feature.geometry())
    if geometry.isNull():
        told = translate("Processing", "Feature {feature} has no line.")
        raise QgsProcessingException(told.format(feature=feature.id()))
    geometry.transform(into)
    return [(vertex.x(), vertex.y()) for vertex in geometry.vertices()]


def _length(feature: QgsFeature) -> float:
    return number(_text(feature, "length_m")) or 0.0


def _text(feature: QgsFeature, name: str) -> str:
    """Return an attribute as text; "" where the layer has no such field or nothing stands there."""
    index = feature.fields().lookupField(name)
    value = feature.attribute(index) if index >= 0 else None
    return "" if value is None or value == NULL else str(value).strip()
