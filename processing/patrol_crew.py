"""Officers of a plan of patrols: a number of them who are alike, or a layer with a row for each."""

import re
from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsFeature,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import NULL, QCoreApplication, QDateTime, Qt, QTime
from scipy.spatial import cKDTree

from ..analysis.graph import StreetGraph
from ..analysis.patrol.crew import Crew
from ..analysis.patrol.network import Network
from . import patrol_inputs
from .patrol_clock import clock
from .working_crs import WorkingCrs, checked, refuse_unplaced

translate = QCoreApplication.translate

LAYER, PLACE_NAME = "OFFICERS_LAYER", "STATION_NAME"
NAME, STAFF, BEGIN, UNTIL = "OFFICER_NAME", "OFFICER_STAFF", "OFFICER_BEGIN", "OFFICER_UNTIL"
SPEED, FROM, TO = "OFFICER_SPEED", "OFFICER_FROM", "OFFICER_TO"
#: Usual names of the fields, among them those of the room's layers of staff and of who is on duty.
_USUAL = {
    NAME: ("officer_name", "name", "full_name", "officer", "姓名", "名称", "巡查员"),
    STAFF: ("staff_number", "staff", "number", "工号", "编号"),
    BEGIN: ("starts_at", "start", "begin", "from_time", "上班", "开始", "上班时间", "开始时间"),
    UNTIL: ("ends_at", "end", "until", "to_time", "下班", "结束", "下班时间", "结束时间"),
    SPEED: ("speed", "speed_kmh", "kmh", "速度", "时速"),
    FROM: ("station", "start_station", "starts_from", "驻点", "出发驻点"),
    TO: ("end_station", "ends_at_station", "to_station", "结束驻点", "返回驻点"),
    PLACE_NAME: ("name", "station", "station_name", "code", "名称", "驻点", "编号"),
}
_DAY = 24 * 3600
#: Of China's clock, in seconds.
_OFFSET = 8 * 3600
_TIME = re.compile(r"(?:^|[T\s])(\d{1,2})[:：](\d{2})")


@dataclass(frozen=True)
class Roster:
    """The officers, with the name and the staff number of each; "" where there is none."""

    crew: Crew
    names: list[str]
    staff: list[str]

    def called(self, officer: int) -> str:
        """Return how an officer is called, counted from 1."""
        return self.names[officer - 1] or translate("Processing", "Officer {number}").format(number=officer)

    def of(self, crew: Crew) -> "Roster":
        """Return those who are in a plan's crew, in its order."""
        own = crew.number.tolist()
        return Roster(crew, [self.names[one] for one in own], [self.staff[one] for one in own])


def add(algorithm) -> None:
    """Add the layer of officers and its fields."""
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            LAYER, translate("Processing", "Officers, one by one"), [QgsProcessing.TypeVector], optional=True
        ),
        translate(
            "Processing",
            "A layer or table with a row for each officer, as the staff on duty: each starts at his point, or at the "
            "station he names, with his own speed and hours where there are such fields. The number of officers does "
            "not count then.",
        ),
    )
    kind = QgsProcessingParameterField.Any
    for name, label, tip in _fields():
        parent = algorithm.STATIONS if name == PLACE_NAME else LAYER
        algorithm.add_field(name, label, tip, kind, parent=parent, advanced=True)


def _fields() -> tuple[tuple[str, str, str], ...]:
    usual = translate("Processing", "Without one, a field with a usual name is taken.")
    return (
        (NAME, translate("Processing", "Officer: name"), usual),
        (STAFF, translate("Processing", "Officer: staff number"), usual),
        (BEGIN, translate("Processing", "Officer: beginning"),
         translate("Processing", "Time of day, as 08:00; without a field, all begin as below.")),
        (UNTIL, translate("Processing", "Officer: end of the shift"),
         translate("Processing", "Time of day, as 16:00, of the next day where it is not later than the beginning; "
                                 "without a field, the shift is as long as below.")),
        (SPEED, translate("Processing", "Officer: speed (km/h)"),
         translate("Processing", "Walking or cycling; without a field, all are as fast as below.")),
        (FROM, translate("Processing", "Officer: station where he starts"),
         translate("Processing", "The name of one of the stations; needed where a row has no point.")),
        (TO, translate("Processing", "Officer: station where he ends"),
         translate("Processing", "The name of one of the stations; empty: he comes back to where he started.")),
        (PLACE_NAME, translate("Processing", "Stations: name"), usual),
    )  # fmt: skip


def read(algorithm, parameters, context, feedback, graph: StreetGraph, crs: WorkingCrs, network: Network) -> Roster:
    """Return the officers of the layer, or the number that is asked for, shared out among the stations in turn."""
    asked = algorithm, parameters, context, feedback
    source = algorithm.parameterAsSource(parameters, LAYER, context)
    speed = algorithm.parameterAsDouble(parameters, algorithm.SPEED, context) / 3.6
    shift = 3600.0 * algorithm.parameterAsDouble(parameters, algorithm.SHIFT, context)
    begin = clock(algorithm.parameterAsString(parameters, algorithm.BEGIN, context))
    if source is None:
        count = algorithm.parameterAsInt(parameters, algorithm.OFFICERS, context)
        start = _in_turn(patrol_inputs.stations(*asked, graph, crs, network), count)
        return Roster(Crew.alike(start, pace=1.0 / speed, shift=shift, begin=begin), [""] * count, [""] * count)
    chosen = {
        name: algorithm.field(parameters, name, context, feedback, _USUAL[name], LAYER)
        for name in (NAME, STAFF, BEGIN, UNTIL, SPEED, FROM, TO)
    }
    rows = [_Row(feature, chosen) for feature in source.getFeatures()]
    if not rows:
        raise QgsProcessingException(translate("Processing", "The layer of officers is empty."))
    known = _stations(*asked, graph, crs) if any(row.text(FROM) + row.text(TO) for row in rows) else {}
    start = [row.station(FROM, known) for row in rows]
    if source.wkbType() == QgsWkbTypes.NoGeometry and not chosen[FROM]:
        start = _in_turn(patrol_inputs.stations(*asked, graph, crs, network), len(rows)).tolist()
    start = _placed(algorithm, feedback, graph, crs, source, rows, start)
    end = [
        first if (named := row.station(TO, known)) is None else named for row, first in zip(rows, start, strict=True)
    ]
    begins = np.array([row.time(BEGIN, begin) for row in rows], float)
    until = np.array([row.time(UNTIL, -1) for row in rows], float)
    shifts = np.where(until < 0.0, shift, (until - begins - 1.0) % _DAY + 1.0)
    crew = Crew.of(start, end, [1.0 / row.speed(speed) for row in rows], shifts, begins)
    return Roster(crew, [row.text(NAME) for row in rows], [row.text(STAFF) for row in rows])


class _Row:
    """An officer's feature, whose fields are refused by name where they make no sense."""

    def __init__(self, feature: QgsFeature, fields: dict[str, str]) -> None:
        self.feature, self._fields = feature, fields

    def text(self, name: str) -> str:
        """Return a field as text; "" where it is empty or there is none."""
        value = self._value(name)
        return "" if value is None else str(value).strip()

    def time(self, name: str, usual: int) -> int:
        """Return a time of day in seconds after midnight; `usual` where there is no field."""
        if not self._fields[name]:
            return usual
        value = self._value(name)
        if isinstance(value, QDateTime) and value.isValid():
            # A moment is told by the clock of the room, a time without a zone as it stands.
            value = (value if value.timeSpec() == Qt.LocalTime else value.toOffsetFromUtc(_OFFSET)).time()
        if isinstance(value, QTime) and value.isValid():
            return value.msecsSinceStartOfDay() // 1000
        found = _TIME.search("" if value is None else str(value).strip())
        if found and int(found[1]) < 24 and int(found[2]) < 60:
            return 3600 * int(found[1]) + 60 * int(found[2])
        told = translate("Processing", "Officer {feature}: {field} is {value}, which is no time of day, such as 08:00.")
        raise self._refused(told, name)

    def speed(self, usual: float) -> float:
        """Return a speed in metres a second; `usual` where there is no field."""
        if not self._fields[SPEED]:
            return usual
        try:
            speed = float(self.text(SPEED)) / 3.6
        except ValueError:
            speed = 0.0
        if not 0.0 < speed < np.inf:
            told = translate("Processing", "Officer {feature}: {field} is {value}, which is no speed above zero.")
            raise self._refused(told, SPEED)
        return speed

    def station(self, name: str, known: dict[str, int]) -> int | None:
        """Return the crossing of the station that a field names; None where it names none."""
        named = self.text(name)
        if not named:
            return None
        if named not in known:
            told = translate("Processing", "Officer {feature}: {field} is {value}, which is the name of no station.")
            raise self._refused(told, name)
        return known[named]

    def _value(self, name: str):
        field = self._fields[name]
        value = self.feature.attribute(field) if field else None
        return None if value == NULL else value

    def _refused(self, told: str, name: str) -> QgsProcessingException:
        value = self.text(name) or translate("Processing", "empty")
        return QgsProcessingException(told.format(feature=self.feature.id(), field=self._fields[name], value=value))


def _in_turn(stations: np.ndarray, count: int) -> np.ndarray:
    """Return the crossings of officers who are shared out among stations in turn."""
    return stations[np.arange(count) % len(stations)]


def _placed(algorithm, feedback, graph: StreetGraph, crs: WorkingCrs, source, rows: list, start: list) -> list[int]:
    """Return the crossing where each officer starts: as it is known, or the nearest to his point."""
    open_rows = [row for row, node in zip(rows, start, strict=True) if node is None]
    for row in open_rows:
        if row.feature.geometry().isNull():
            told = translate("Processing", "Officer {feature} has no place: neither a point nor the name of a station.")
            raise QgsProcessingException(told.format(feature=row.feature.id()))
    if not open_rows:
        return start
    points = [row.feature.geometry().centroid().asPoint() for row in open_rows]
    places = np.array([(point.x(), point.y()) for point in points])
    away, node = _nearest(graph, crs, checked(source), places, np.array([row.feature.id() for row in open_rows]))
    told = translate("Processing", "Officers: {count}; the farthest lies {metres} m from the nearest crossing.")
    algorithm.tell(feedback, told.format(count=len(rows), metres=f"{away.max():.0f}"))
    nodes = iter(node.tolist())
    return [next(nodes) if one is None else one for one in start]


def _stations(algorithm, parameters, context, feedback, graph: StreetGraph, crs: WorkingCrs) -> dict[str, int]:
    """Return the crossings nearest to the stations, by their names."""
    source = algorithm.parameterAsSource(parameters, algorithm.STATIONS, context)
    if source is None:
        return {}
    field = algorithm.field(parameters, PLACE_NAME, context, feedback, _USUAL[PLACE_NAME], algorithm.STATIONS)
    if not field:
        raise QgsProcessingException(translate("Processing", "The layer of stations has no field with their names."))
    features = [feature for feature in source.getFeatures() if not feature.geometry().isNull()]
    if not features:
        return {}
    points = [feature.geometry().centroid().asPoint() for feature in features]
    ids = np.array([feature.id() for feature in features])
    _, node = _nearest(graph, crs, checked(source), np.array([(point.x(), point.y()) for point in points]), ids)
    names = [str(feature.attribute(field)).strip() for feature in features]
    return dict(zip(names, node.tolist(), strict=True))


def _nearest(graph: StreetGraph, crs: WorkingCrs, own, places: np.ndarray, ids: np.ndarray) -> tuple:
    """Return how far the nearest crossing of each place is, and which it is; places (n, 2) in the system `own`."""
    refuse_unplaced(own, places, ids)
    x, y = crs.project(own, places)
    refuse_unplaced(crs.qgis, np.column_stack([x, y]), ids)
    return cKDTree(np.column_stack([graph.node_x, graph.node_y])).query(np.column_stack([x, y]))
