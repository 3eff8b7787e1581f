"""Street hazard density: kernel density of events along streets, as a line layer of short pieces."""

from pathlib import Path

import numpy as np
from qgis.core import (
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis import bandwidth as rules
from ..analysis.graph import Lixels, StreetGraph
from ..analysis.snapping import snap
from ..analysis.street_density import StreetDensity, street_density
from ..errors import RoomError
from . import area_table, bandwidths, look, street_layer, street_picture, weights
from .analysis_algorithm import AnalysisAlgorithm

translate = QCoreApplication.translate

_METHODS = ("continuous", "discontinuous", "simple")
_NAMED = 20
# A share of the highest density; what lies within it of zero is zero.
_ROUNDING = 1e-9
# Names by which the name of a street is found by itself.
_NAMES = ("name_zh", "name", "street_name", "st_name", "full_stree")

# Adaptive bandwidths are trimmed (Gelb 2021, `trim_bw`): walks multiply at every crossing the reach takes in.
_WIDEST = 2.0


class StreetHazardDensity(AnalysisAlgorithm):
    """communitybrain:streethazarddensity"""

    STREETS, ONE_WAY, METHOD, ADAPTIVE = "STREETS", "ONE_WAY", "METHOD", "ADAPTIVE"
    STRAIGHT, NAME, PROFILE = "STRAIGHT", "NAME", "PROFILE"
    LIXEL, FAR_FROM, OUTPUT, FAR = "LIXEL", "FAR_FROM", "OUTPUT", "FAR"

    def initAlgorithm(self, configuration=None) -> None:
        """Declare parameters and outputs."""
        self.add_events()
        self._add_streets()
        self._add_kernel()
        weights.add(self)
        self._add_outputs()

    def calculate(self, parameters, context, feedback, watch) -> dict[str, object]:
        """Place the events on the streets, walk their weights along them, write."""
        fields = weights.fields(self, parameters, context)
        events, crs = self.events(parameters, context, feedback, fields, watch=watch.part(0.0, 0.1))
        weight = weights.of(self, parameters, context, events)
        streets = self.parameterAsSource(parameters, self.STREETS, context)
        if streets is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, self.STREETS))
        one_way = self.parameterAsString(parameters, self.ONE_WAY, context)
        graph, ids = street_layer.read(streets, crs, one_way, watch.part(0.1, 0.2))
        pieces = street_layer.pieces(graph, ids, self.parameterAsDouble(parameters, self.LIXEL, context))
        allowed = self.parameterAsDouble(parameters, self.FAR_FROM, context)
        width: float | np.ndarray = self.parameterAsDouble(parameters, bandwidths.BANDWIDTH, context)
        shape = bandwidths.kernel(self, parameters, context)
        try:
            placed = snap(graph, events.x, events.y, allowed, watch=watch.part(0.2, 0.3))
            if self.parameterAsBool(parameters, self.ADAPTIVE, context):
                step = watch.part(0.3, 0.35)
                width = rules.adaptive(events.x, events.y, float(width), weight, shape, widest=_WIDEST, watch=step)
            found = street_density(
                graph, pieces, placed, width, method=_METHODS[self.parameterAsEnum(parameters, self.METHOD, context)],
                kernel=shape, weights=weight, straight=self.parameterAsBool(parameters, self.STRAIGHT, context),
                watch=watch.part(0.35, 0.8),
            )  # fmt: skip
        except RoomError as error:
            raise events.naming(error) from error
        told = translate("Processing", "Sum of weights on streets {weight}, integral along them {integral}.")
        self.tell(feedback, told.format(weight=f"{found.weight:.9g}", integral=f"{found.integral:.9g}"))
        _tell_of_pieces_below_zero(feedback, found)
        results = self._written(parameters, context, graph, ids, pieces, found, crs, watch.part(0.8, 0.93))
        drawn = watch.part(0.93, 0.97)
        results |= self._profile(parameters, context, feedback, streets, (graph, ids), pieces, found, drawn)
        results |= self._far(parameters, context, feedback, events, crs, found.far, watch.part(0.97, 1.0))
        watch.at(1.0)
        return results

    def _written(
        self, parameters, context, graph, ids, pieces: Lixels, found: StreetDensity, crs, watch
    ) -> dict[str, object]:
        columns: area_table.Columns = [
            ("street", area_table.WHOLE), ("length_m", area_table.NUMBER), ("events_per_km", area_table.NUMBER),
            ("events", area_table.NUMBER),
        ]  # fmt: skip
        watch.at(0.0)
        values, lengths = found.values.tolist(), pieces.length.tolist()
        whose = ids[graph.line[pieces.edge]].tolist()
        rows = (
            (line, [street, length, value * 1000.0, value * length])
            for line, street, length, value in zip(_lines(graph, pieces), whose, lengths, values, strict=True)
        )
        output = area_table.write_rows(
            self, parameters, self.OUTPUT, context, columns, rows, len(values), watch, QgsWkbTypes.LineString, crs.qgis
        )
        top = 1000.0 * max(values, default=0.0)
        unit = translate("Processing", "events/km")
        title = translate("Processing", "Street hazard density ({unit})").format(unit=unit)
        self.dress(output, title, self.about(parameters), lambda layer: look.streets(layer, "events_per_km", top, unit))
        return {self.OUTPUT: output, "WEIGHT_SUM": found.weight, "INTEGRAL": found.integral}

    def _profile(
        self, parameters, context, feedback, streets, lines, pieces: Lixels, found: StreetDensity, watch
    ) -> dict[str, object]:
        """Have the picture drawn, where one is asked for."""
        path = self.parameterAsFileOutput(parameters, self.PROFILE, context)
        if not path:
            return {}
        graph, ids = lines
        field = self.field(parameters, self.NAME, context, feedback, _NAMES, self.STREETS)
        name = street_layer.names(streets, field, ids)[graph.line] if field else None
        unit = translate("Processing", "events/km")
        title = translate("Processing", "Street hazard density ({unit})").format(unit=unit)
        begun = street_picture.begin(street_picture.Shown(graph, pieces, found.values, name, title, unit), watch)
        self.picture(lambda: street_picture.write(Path(path), begun))
        return {self.PROFILE: path}

    def _far(self, parameters, context, feedback, events, crs, far, watch) -> dict[str, object]:
        if len(far):
            told = translate("Processing", "{count} events are too far from a street and do not count: {features}")
            named = ", ".join(str(number) for number in events.feature[far][:_NAMED])
            feedback.pushWarning(told.format(count=len(far), features=named + (" …" if len(far) > _NAMED else "")))
        rows = (
            (QgsGeometry.fromPointXY(QgsPointXY(events.x[number], events.y[number])), [int(events.feature[number])])
            for number in far
        )
        output = area_table.write_rows(
            self, parameters, self.FAR, context, [("feature", area_table.WHOLE)], rows, len(far), watch,
            QgsWkbTypes.Point, crs.qgis,
        )  # fmt: skip
        return {"FAR_COUNT": len(far), self.FAR: output} if output else {"FAR_COUNT": len(far)}

    def _add_outputs(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, translate("Processing", "Street hazard density"), QgsProcessing.TypeVectorLine
            ),
            translate("Processing", "Pieces of streets with events per km."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.FAR, translate("Processing", "Events too far from a street"), QgsProcessing.TypeVectorPoint,
                optional=True, createByDefault=False,
            ),
            translate("Processing", "They do not count; here they are, with the id of their feature."),
        )  # fmt: skip
        self.add(
            QgsProcessingParameterFileDestination(
                self.PROFILE, translate("Processing", "Street profile"), translate("Processing", "Picture (*.png)"),
                optional=True, createByDefault=False,
            ),
            translate(
                "Processing",
                "A picture of the streets as walls as high as there is density, and of the five densest drawn out.",
            ),
        )  # fmt: skip
        self.addOutput(QgsProcessingOutputNumber("WEIGHT_SUM", translate("Processing", "Sum of weights")))
        self.addOutput(QgsProcessingOutputNumber("INTEGRAL", translate("Processing", "Integral along the streets")))
        self.addOutput(QgsProcessingOutputNumber("FAR_COUNT", translate("Processing", "Events too far from a street")))

    def _add_streets(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                self.STREETS, translate("Processing", "Streets"), [QgsProcessing.TypeVectorLine]
            ),
            translate("Processing", "Lines that meet in common corners. Bridges stay apart from what is below them."),
        )
        self.add_field(
            self.ONE_WAY,
            translate("Processing", "One way"),
            translate(
                "Processing", "0 both ways, 1 along the line, -1 against it. Without one, all streets go both ways."
            ),
            QgsProcessingParameterField.Any,
            parent=self.STREETS,
            advanced=True,
        )
        self.add_field(
            self.NAME,
            translate("Processing", "Name of the street"),
            translate(
                "Processing",
                "For the profile: pieces of one name are one street. Without names, a street is what goes straight on.",
            ),
            QgsProcessingParameterField.Any,
            parent=self.STREETS,
            advanced=True,
        )
        self.add_number(
            self.FAR_FROM, translate("Processing", "Farthest from a street (metres)"), 50.0,
            translate("Processing", "Events farther away are listed and do not count."),
        )  # fmt: skip

    def _add_kernel(self) -> None:
        self.add_number(
            bandwidths.BANDWIDTH, translate("Processing", "Bandwidth (metres)"), 200.0,
            translate("Processing", "How far along the streets an event reaches."),
        )  # fmt: skip
        self.add_number(
            self.LIXEL, translate("Processing", "Length of pieces (metres)"), 10.0,
            translate("Processing", "Streets are cut in equal pieces no longer than this."),
        )  # fmt: skip
        self.add_choice(
            self.METHOD,
            translate("Processing", "At crossings"),
            translate(
                "Processing",
                "Continuous keeps every event's weight and has no jumps. Discontinuous divides it among the streets "
                "that lead on. Simple copies it into each, so that it multiplies.",
            ),
            [
                translate("Processing", "Continuous (Okabe)"),
                translate("Processing", "Discontinuous"),
                translate("Processing", "Simple"),
            ],
        )
        bandwidths.add_kernel(self)
        self.add(
            QgsProcessingParameterBoolean(
                self.ADAPTIVE, translate("Processing", "Adaptive bandwidth"), defaultValue=False
            ),
            translate("Processing", "Narrow where events crowd, wide where they are few, as the crow flies."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean(
                self.STRAIGHT, translate("Processing", "Straight on only"), defaultValue=False
            ),
            translate("Processing", "Weight turns no corner of more than 45° but stays on its own street."),
            advanced=True,
        )


def _lines(graph: StreetGraph, pieces: Lixels):
    """Yield the geometry of each piece, in order."""
    for edge in range(graph.edges):
        corners = slice(graph.first[edge], graph.first[edge + 1])
        along, x, y = graph.along[corners], graph.corner_x[corners], graph.corner_y[corners]
        for number in range(pieces.first[edge], pieces.first[edge + 1]):
            begin, end = pieces.start[number], pieces.stop[number]
            between = along[(along > begin) & (along < end)]
            stops = np.concatenate([[begin], between, [end]])
            points = zip(np.interp(stops, along, x).tolist(), np.interp(stops, along, y).tolist(), strict=True)
            yield QgsGeometry.fromPolylineXY([QgsPointXY(*point) for point in points])


def _tell_of_pieces_below_zero(feedback, found: StreetDensity) -> None:
    below = int((found.values < -_ROUNDING * found.values.max(initial=0.0)).sum())
    if below:
        told = translate(
            "Processing",
            "{count} pieces have a density below zero: on short streets between crossings of many streets the "
            "continuous method may send back more than is there. With a smoother kernel there are fewer.",
        )
        feedback.pushWarning(told.format(count=below))
