"""Compared tracks: along which streets handhelds went, and what of the planned routes was walked, missed or rushed."""

from datetime import date

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis.graph import StreetGraph
from ..analysis.tracks import pauses
from ..analysis.tracks.compare import COVERED, MISSED, OUT_OF_ORDER, TOO_FAST, compare
from ..analysis.tracks.matching import Matched, Model, match
from ..analysis.tracks.walked import Walked, walked
from ..patrols import tracks
from . import planned_legs, street_layer, track_points, track_tables
from .track_input import TrackAlgorithm
from .track_points import Points
from .track_tables import Officer, Tables
from .working_crs import WorkingCrs

translate = QCoreApplication.translate

_STREETS = ("name", "street_name", "name_zh", "road_name")
_STAY = 25.0


class CompareTracks(TrackAlgorithm):
    """communitybrain:comparetracks"""

    DAY, STREETS, NAME, ONE_WAY = "DAY", "STREETS", "NAME", "ONE_WAY"
    PLAN, NOISE, FASTEST, SILENT, STAND = "PLAN", "NOISE", "FASTEST", "SILENT", "STAND"

    def initAlgorithm(self, configuration=None) -> None:
        """Declare parameters and outputs."""
        self._add_tracks()
        self._add_streets()
        self._add_limits()
        self.add_room()
        self._add_outputs()

    def calculate(self, parameters, context, feedback, watch) -> dict[str, object]:
        """Read, match, compare, say, write."""
        source, crs = street_layer.opened(self, parameters, self.STREETS, context, feedback)
        one_way = self.parameterAsString(parameters, self.ONE_WAY, context)
        graph, ids = street_layer.read(source, crs, one_way, watch.part(0.0, 0.1))
        points = self._points(parameters, context, feedback, crs, watch.part(0.1, 0.2))
        gaps = pauses.gaps(points.time, points.begins, 60.0 * self._number(parameters, self.SILENT, context))
        matched, walk = self._matched(parameters, context, graph, points, gaps, watch.part(0.2, 0.8))
        fastest = self._number(parameters, self.FASTEST, context) / 3.6 if points.timed else np.inf
        legs = self._legs(parameters, context, graph, crs, watch)
        officers = [
            self._officer(feedback, graph, points, walk, legs, number, fastest) for number in range(len(points.names))
        ]
        stay = 60.0 * self._number(parameters, self.STAND, context)
        stops = pauses.stops(points.x, points.y, points.time, points.begins, _STAY, stay, watch.part(0.8, 0.85))
        name = self.field(parameters, self.NAME, context, feedback, _STREETS, self.STREETS)
        names = street_layer.names(source, name, ids) if name else np.full(len(ids), "", dtype=str)
        tables = Tables(graph, ids, names, points, _on_street(matched), officers, legs, stops, gaps, fastest)
        figures = self._say(feedback, tables)
        return track_tables.write(self, parameters, context, tables, crs, watch.part(0.85, 1.0)) | figures

    def _points(self, parameters, context, feedback, crs: WorkingCrs, watch) -> Points:
        """Return the points of the layer, the files or the room; just one of the three must be given."""
        day = self.parameterAsDateTime(parameters, self.DAY, context).date()
        if day.isValid() == any(self.has_tracks(parameters, context)):
            told = translate("Processing", "Give the tracks as a layer, as files or as a day, one of the three.")
            raise QgsProcessingException(told)
        if day.isValid():
            points = self._of_room(parameters, context, feedback, day.toPyDate(), crs)
        else:
            points = self.tracks(parameters, context, feedback, crs, watch)
        if not points.timed:
            told = translate(
                "Processing", "Not every point has a time: tracks are taken in their order, without speeds and stops."
            )
            feedback.pushWarning(told)
        return points

    def _of_room(self, parameters, context, feedback, day: date, crs: WorkingCrs) -> Points:
        connection = self.connect(parameters, context)
        try:
            found = tracks.of_day(connection, day)
        finally:
            connection.close()
        if not found:
            told = translate(
                "Processing",
                "The room shows no tracks of {day}: none was kept, they have expired, or your post does not check "
                "patrols (evaluator, shift leader).",
            )
            raise QgsProcessingException(told.format(day=day))
        points = track_points.of_room(found, crs)
        self.tell_of(feedback, points)
        return points

    def _matched(
        self, parameters, context, graph: StreetGraph, points: Points, gaps: pauses.Pauses, watch
    ) -> tuple[Matched, Walked]:
        """Return points on streets, and the ways between; points that tell only of noise are left out of them."""
        begins = points.begins.copy()
        begins[gaps.last] = True
        model = Model.on_foot(self._number(parameters, self.NOISE, context))
        matched = match(graph, points.x, points.y, begins, model, watch)
        # Without times, the order of the points stands for them.
        time = points.time if points.timed else np.arange(len(points), dtype=np.float64)
        return matched, walked(graph, matched, time)

    def _legs(self, parameters, context, graph: StreetGraph, crs: WorkingCrs, watch) -> planned_legs.Legs | None:
        source = self.parameterAsSource(parameters, self.PLAN, context)
        return None if source is None else planned_legs.read(source, graph, crs, watch)

    def _officer(
        self, feedback, graph, points: Points, walk: Walked, legs: planned_legs.Legs | None, number: int, fastest: float
    ) -> Officer:
        name = points.names[number]
        own = walk.only(points.officer[walk.pieces.link] == number)
        if legs is None:
            return Officer(name, own, np.zeros(0, np.intp))
        rows, planned = legs.of(name)
        if not len(rows):
            told = translate("Processing", "The plan has no route of officer {name}: his track is shown without one.")
            feedback.pushWarning(told.format(name=name))
            return Officer(name, own, rows)
        return Officer(name, own, rows, planned, compare(graph, planned, own, fastest))

    def _say(self, feedback, tables: Tables) -> dict[str, object]:
        """Say in the log what came of it, and return the figures."""
        officers, off = tables.officers, int((~tables.on_street).sum())
        walked_m = sum(float(officer.walk.pieces.length.sum()) for officer in officers)
        told = translate("Processing", "Walked: {metres} m of streets. Stops: {stops}. Gaps in the signal: {gaps}.")
        self.tell(
            feedback,
            told.format(metres=f"{walked_m:.0f}", stops=len(tables.stops.first), gaps=len(tables.gaps.first)),
        )
        if off:
            feedback.pushWarning(
                translate("Processing", "{count} points lie far from every street and do not count.").format(count=off)
            )
        pauses_found = {"STOPS": len(tables.stops.first), "GAPS": len(tables.gaps.first)}
        figures: dict[str, object] = {"WALKED": walked_m, **pauses_found}
        if tables.legs is None:
            return figures
        planned, covered = track_tables.covered(officers)
        share = 100.0 * covered / planned if planned else 0.0
        counts = {state: track_tables.states(officers, state) for state in (COVERED, MISSED, TOO_FAST, OUT_OF_ORDER)}
        told = translate(
            "Processing",
            "Planned: {planned} m, covered: {share} %. Legs covered in order: {covered}, out of order: {out_of_order}, "
            "too fast to look: {too_fast}, missed: {missed}.",
        )
        self.tell(feedback, told.format(planned=f"{planned:.0f}", share=f"{share:.1f}", **counts))
        return figures | {"COVERED": share, "MISSED": counts[MISSED], "OUT_OF_ORDER": counts[OUT_OF_ORDER],
                          "TOO_FAST": counts[TOO_FAST]}  # fmt: skip

    def _number(self, parameters, name: str, context) -> float:
        return self.parameterAsDouble(parameters, name, context)

    def _add_tracks(self) -> None:
        self.add_tracks()
        self.add(
            QgsProcessingParameterDateTime(
                self.DAY,
                translate("Processing", "Day of tracks kept in the room"),
                QgsProcessingParameterDateTime.Date,
                optional=True,
            ),
            translate(
                "Processing", "Instead of a layer or files: the walks that began on a day, as Keep tracks kept them."
            ),
        )

    def _add_streets(self) -> None:
        line, any_kind = [QgsProcessing.TypeVectorLine], QgsProcessingParameterField.Any
        self.add(
            QgsProcessingParameterFeatureSource(self.STREETS, translate("Processing", "Streets"), line),
            translate("Processing", "Lines that meet in common corners: those the routes were planned on."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.PLAN, translate("Processing", "Planned routes"), line, optional=True
            ),
            translate("Processing", "The routes of Plan patrols. Without them, only what was walked is shown."),
        )
        self.add_field(
            self.NAME, translate("Processing", "Name of the street"),
            translate("Processing", "For the tables. Without one, a field with a usual name is taken."), any_kind,
            parent=self.STREETS, advanced=True,
        )  # fmt: skip
        self.add_field(
            self.ONE_WAY, translate("Processing", "One way"),
            translate(
                "Processing",
                "For patrols on wheels: 0 both ways, 1 along the line, -1 against it. On foot, leave it empty.",
            ),
            any_kind, parent=self.STREETS, advanced=True,
        )  # fmt: skip

    def _add_limits(self) -> None:
        for name, label, default, tip, advanced in (
            (self.FASTEST, translate("Processing", "Too fast to look above (km/h)"), 10.0,
             translate("Processing", "Streets passed faster do not count as looked at: 10 on foot, 20 by bicycle."),
             False),
            (self.STAND, translate("Processing", "A stop lasts at least (minutes)"), 5.0,
             translate("Processing", "Who stays within 25 m for so long has stopped."), False),
            (self.SILENT, translate("Processing", "A gap lasts more than (minutes)"), 3.0,
             translate("Processing", "Where no point came for longer, the way in between is not known."), False),
            (self.NOISE, translate("Processing", "Noise of positions (metres)"), 10.0,
             translate("Processing", "How far off a point usually lies: 10 among houses, 5 in the open."), True),
        ):  # fmt: skip
            kind = QgsProcessingParameterNumber.Double
            number = QgsProcessingParameterNumber(name, label, kind, defaultValue=default, minValue=0.1)
            self.add(number, tip, advanced=advanced)

    def _add_outputs(self) -> None:
        line, point, table = QgsProcessing.TypeVectorLine, QgsProcessing.TypeVectorPoint, QgsProcessing.TypeVector
        for name, label, kind, tip in (
            (track_tables.WALKED, translate("Processing", "Streets walked"), line,
             translate("Processing", "Every way along a street, with times and speed.")),
            (track_tables.LEGS, translate("Processing", "Planned and walked"), line,
             translate("Processing", "Every planned leg: covered, missed, out of order, too fast to look.")),
            (track_tables.PAUSES, translate("Processing", "Stops and gaps"), point,
             translate("Processing", "Where somebody stood, and where the signal was lost.")),
            (track_tables.SUMMARY, translate("Processing", "Officers' tracks"), table,
             translate("Processing", "Sums of each officer.")),
            (track_tables.BY_STREET, translate("Processing", "Officers and streets"), table,
             translate("Processing", "Sums of each officer and street.")),
        ):  # fmt: skip
            optional = name != track_tables.WALKED
            self.add(QgsProcessingParameterFeatureSink(name, label, kind, optional=optional, createByDefault=True), tip)
        for name, label in (
            ("WALKED", translate("Processing", "Walked (metres)")),
            ("COVERED", translate("Processing", "Covered of the plan (%)")),
            ("MISSED", translate("Processing", "Legs missed")),
            ("OUT_OF_ORDER", translate("Processing", "Legs out of order")),
            ("TOO_FAST", translate("Processing", "Legs passed too fast")),
            ("STOPS", translate("Processing", "Stops")),
            ("GAPS", translate("Processing", "Gaps in the signal")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))


def _on_street(matched: Matched) -> np.ndarray:
    """Return whether points could be laid on a street, shape (n,); those left out go with the one kept before them."""
    last = np.maximum.accumulate(np.where(matched.kept, np.arange(len(matched.kept)), 0))
    return matched.edge[last] >= 0
