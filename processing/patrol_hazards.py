"""Hazards a patrol is to pass, each with its weight, dwell time and window, and the times of day that count."""

import re
from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import NULL, QCoreApplication

from ..analysis.graph import Index, StreetGraph
from ..analysis.patrol import streets
from ..analysis.patrol.bands import Bands
from ..analysis.patrol.network import Network
from ..analysis.patrol.schedule import Asked
from ..analysis.snapping import snap
from ..errors import RoomError
from .events import Events
from .events import read as read_events
from .working_crs import WorkingCrs

translate = QCoreApplication.translate

HAZARDS, NAME, WEIGHT, DWELL = "HAZARDS", "HAZARD_NAME", "HAZARD_WEIGHT", "HAZARD_DWELL"
FROM, UNTIL, BANDS = "HAZARD_FROM", "HAZARD_UNTIL", "TIME_BANDS"
PATIENCE, TOLERANCE = "PATIENCE", "TOLERANCE"
#: Usual names of the fields.
_USUAL = {
    NAME: ("name", "hazard", "名称", "隐患"),
    WEIGHT: ("weight", "权重"),
    DWELL: ("dwell", "dwell_min", "minutes", "停留", "停留分钟"),
    FROM: ("from_time", "opens", "from", "开始", "开始时间", "起"),
    UNTIL: ("until_time", "closes", "until", "结束", "结束时间", "止"),
}
#: A hazard of weight 1 is worth so many metres of a street of priority 1.
METRES = 100.0
_TIME = re.compile(r"^\s*(\d{1,2})[:：](\d{2})(?:[:：]\d{2})?\s*$")


@dataclass(frozen=True)
class Hazards:
    """h hazards, each array of shape (h,).

    feature, names: of the layer; x, y: metres; weight; dwell: seconds; opens, closes: seconds after midnight, NaN for
    none; node: the crossing of the street graph where an officer stops for each.
    """

    feature: np.ndarray
    names: list[str]
    x: np.ndarray
    y: np.ndarray
    weight: np.ndarray
    dwell: np.ndarray
    opens: np.ndarray
    closes: np.ndarray
    node: Index

    def __len__(self) -> int:
        return len(self.feature)

    @property
    def windowed(self) -> np.ndarray:
        """Whether each has a window, shape (h,)."""
        return np.isfinite(self.opens) | np.isfinite(self.closes)


def add(algorithm) -> None:
    """Add hazards, their fields and what is asked of time."""
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            HAZARDS, translate("Processing", "Hazards to pass"), [QgsProcessing.TypeVectorPoint], optional=True
        ),
        translate(
            "Processing", "Points where an officer stops on his way, at the nearest place of the nearest street."
        ),
    )
    kind = QgsProcessingParameterField.Any
    for name, label, tip in _fields():
        algorithm.add_field(name, label, tip, kind, parent=HAZARDS, advanced=True)
    number = QgsProcessingParameterNumber.Double
    algorithm.add(
        QgsProcessingParameterMatrix(
            BANDS,
            translate("Processing", "Times of day that count"),
            headers=[
                translate("Processing", "From"), translate("Processing", "Until"), translate("Processing", "Factor")
            ],
            optional=True,
        ),
        translate(
            "Processing",
            "Beginning and end, as 16:00 and 21:00, and how much a street or hazard counts then; 1 at all other times. "
            "Without a table, all times count alike.",
        ),
        advanced=True,
    )  # fmt: skip
    algorithm.add(
        QgsProcessingParameterNumber(
            PATIENCE, translate("Processing", "Longest wait (minutes)"), number, defaultValue=15.0, minValue=0.0
        ),
        translate("Processing", "How long an officer waits at most for a window to open."),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterNumber(
            TOLERANCE, translate("Processing", "Longer for windows (%)"), number, defaultValue=2.0, minValue=0.0,
            maxValue=100.0,
        ),
        translate(
            "Processing",
            "By how much all routes together, and in a cover the longest one, may become longer so that windows are "
            "kept.",
        ),
        advanced=True,
    )  # fmt: skip


def _fields() -> tuple[tuple[str, str, str], ...]:
    usual = translate("Processing", "Without one, a field with a usual name is taken.")
    return (
        (NAME, translate("Processing", "Hazard: name"), usual),
        (WEIGHT, translate("Processing", "Hazard: weight"),
         translate("Processing", "How much it counts to be there in time; for the most value, 1 is worth 100 m.")),
        (DWELL, translate("Processing", "Hazard: minutes there"),
         translate("Processing", "How long an officer stays; without a field, two minutes.")),
        (FROM, translate("Processing", "Hazard: from"),
         translate("Processing", "Time of day, as 16:00, from which he may be there; empty: at any time.")),
        (UNTIL, translate("Processing", "Hazard: until"),
         translate("Processing", "Time of day by which he must be there, of the next day where it is not later.")),
    )  # fmt: skip


def read(
    algorithm, parameters, context, feedback, graph: StreetGraph, crs: WorkingCrs
) -> tuple[StreetGraph, Hazards]:  # fmt: skip
    """Return the hazards, and the street graph cut where they are; a bad row is refused by feature and field."""
    none = np.zeros(0)
    if algorithm.parameterAsSource(parameters, HAZARDS, context) is None:
        return graph, Hazards(np.zeros(0, np.int64), [], none, none, none, none, none, none, np.zeros(0, np.intp))
    fields = {
        name: algorithm.field(parameters, name, context, feedback, usual, HAZARDS) for name, usual in _USUAL.items()
    }
    events, _ = read_events(algorithm, parameters, HAZARDS, context, list(fields.values()), crs)
    if len(events.without):
        told = translate("Processing", "{count} features have no place and do not count, such as {features}.")
        algorithm.warn(feedback, told.format(count=len(events.without), features=events.without[0]))
    found = snap(graph, events.x, events.y)
    graph, node, _ = streets.cut(graph, found.edge, found.position)
    if len(events):
        told = translate("Processing", "Hazards: {count}; the farthest lies {metres} m from its street.")
        algorithm.tell(feedback, told.format(count=len(events), metres=f"{found.distance.max():.0f}"))
    names = [""] * len(events)
    if fields[NAME]:
        names = [_text(value) for value in events.columns[fields[NAME]].tolist()]
    dwell = 60.0 * _numbers(events, fields[DWELL], 2.0)
    opens, closes = (_times(events, fields[name]) for name in (FROM, UNTIL))
    weight = _numbers(events, fields[WEIGHT], 1.0)
    return graph, Hazards(events.feature, names, events.x, events.y, weight, dwell, opens, closes, node)


def asked(algorithm, parameters, context, network: Network, hazards: Hazards, worth: np.ndarray) -> Asked | None:
    """Return what is asked of time; None where no hazard has a window and all times count alike.

    worth: how much each street and stop of the network counts, shape (streets,).
    """
    bands = _bands(algorithm.parameterAsMatrix(parameters, BANDS, context))
    if bands is None and not hazards.windowed.any():
        return None
    opens, closes, weight = (
        np.full(network.streets, np.nan),
        np.full(network.streets, np.nan),
        np.zeros(network.streets),
    )
    first = network.streets - len(hazards)
    opens[first:], closes[first:] = hazards.opens, hazards.closes
    weight[first:] = np.where(hazards.windowed, hazards.weight, 0.0)
    patience = 60.0 * algorithm.parameterAsDouble(parameters, PATIENCE, context)
    tolerance = algorithm.parameterAsDouble(parameters, TOLERANCE, context) / 100.0
    return Asked(opens, closes, weight, worth, bands, patience, tolerance)


def _numbers(events: Events, field: str, usual: float) -> np.ndarray:
    """Return a field as numbers, zero or more, shape (h,); `usual` where it says nothing."""
    if not field:
        return np.full(len(events), usual)
    found = np.empty(len(events))
    for row, value in enumerate(events.columns[field].tolist()):
        text = _text(value)
        try:
            found[row] = float(text) if text else usual
        except ValueError:
            found[row] = np.nan
        if not 0.0 <= found[row] < np.inf:
            told = translate("Processing", "Feature {feature}: {field} must be a number, zero or more; it is {word}.")
            raise QgsProcessingException(told.format(feature=events.feature[row], field=field, word=text))
    return found


def _times(events: Events, field: str) -> np.ndarray:
    """Return a field as seconds after midnight, shape (h,); NaN where it says nothing."""
    found = np.full(len(events), np.nan)
    if not field:
        return found
    for row, value in enumerate(events.columns[field].tolist()):
        text = _text(value)
        if text:
            found[row] = _seconds(text)
        if text and np.isnan(found[row]):
            told = translate(
                "Processing", "Feature {feature}: {field} must be a time of day, such as 08:00; it is {word}."
            )
            raise QgsProcessingException(told.format(feature=events.feature[row], field=field, word=text))
    return found


def _bands(cells: list) -> Bands | None:
    """Return the times of day of the table, row by row; None without any."""
    words = [_text(cell) for cell in cells]
    if len(words) % 3:
        words += [""] * (3 - len(words) % 3)
    rows = [tuple(words[place : place + 3]) for place in range(0, len(words), 3)]
    found = []
    for number, row in enumerate([row for row in rows if any(row)], start=1):
        begin, end = _seconds(row[0]), _seconds(row[1])
        try:
            factor = float(row[2])
        except ValueError:
            factor = np.nan
        if not (np.isfinite([begin, end]).all() and 0.0 <= factor < np.inf):
            told = translate("Processing", "Row {row} of the times of day must be as 16:00, 21:00, 2; it is {words}.")
            raise QgsProcessingException(told.format(row=number, words=", ".join(row)))
        found.append((float(begin), float(end), factor))
    try:
        return Bands.of(found) if found else None
    except RoomError as error:
        raise QgsProcessingException(str(error)) from error


def _text(value: object) -> str:
    """Return what a cell or field says; "" for nothing."""
    if value is None or value == NULL or (isinstance(value, float) and np.isnan(value)):
        return ""
    return str(value).strip()


def _seconds(text: str) -> float:
    """Return a time of day, up to 24:00, in seconds after midnight; NaN where it is none."""
    match = _TIME.match(text)
    if match is None:
        return np.nan
    hours, minutes = int(match[1]), int(match[2])
    seconds = 3600.0 * hours + 60.0 * minutes
    return seconds if minutes < 60 and seconds <= 86_400.0 else np.nan
