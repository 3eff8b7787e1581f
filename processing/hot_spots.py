"""Hot spots: where high values stand together more than chance would have it."""

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication
from scipy.spatial import cKDTree

from ..analysis import weights as neighbours
from ..analysis.local_statistics import QUADRANTS, Local, getis_ord, local_moran
from ..errors import RoomError
from . import area_table, look, polygons
from .analysis_algorithm import AnalysisAlgorithm
from .events import Events
from .working_crs import WorkingCrs

translate = QCoreApplication.translate

_GI, _MORAN = 0, 1
_QUEEN, _ROOK, _BAND = 0, 1, 2
_FEW = 30


class HotSpots(AnalysisAlgorithm):
    """communitybrain:hotspots"""

    VALUE, AREAS, CELLS, SIZE, RATE = "VALUE", "AREAS", "CELLS", "SIZE", "RATE"
    STATISTIC, NEIGHBOURS, RADIUS = "STATISTIC", "NEIGHBOURS", "RADIUS"
    FDR, PERMUTATIONS, OUTPUT = "FDR", "PERMUTATIONS", "OUTPUT"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return translate("Processing", "Hot spots")

    def initAlgorithm(self, configuration=None) -> None:
        """Declare parameters and outputs."""
        self._add_input()
        self._add_cells()
        self._add_statistic()
        self.add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, translate("Processing", "Hot spots"), QgsProcessing.TypeVectorPolygon
            ),
            translate("Processing", "The areas with value, neighbours, z, p, q, class and kind."),
        )
        for name, label in (
            ("HOT", translate("Processing", "Hot spots")),
            ("COLD", translate("Processing", "Cold spots")),
            ("AREAS_COUNT", translate("Processing", "Number of areas")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def calculate(self, parameters, context, feedback, watch) -> dict[str, object]:
        """Count where there is something to count, compare each area with its neighbours, write."""
        areas, values = self._values(parameters, context, feedback, watch.part(0.0, 0.3))
        weights = self._weights(parameters, context, areas)
        watch.at(0.4)
        moran = self.parameterAsEnum(parameters, self.STATISTIC, context) == _MORAN
        count = self.parameterAsInt(parameters, self.PERMUTATIONS, context)
        compare = local_moran if moran else getis_ord
        try:
            found = compare(values, weights, permutations=count, watch=watch.part(0.4, 0.9))
        except RoomError as error:
            raise self._naming(error, areas) from error
        fdr = self.parameterAsBool(parameters, self.FDR, context)
        classes = found.classes("q" if fdr else "p_simulated" if count else "p")
        alone = int(np.count_nonzero(np.diff(weights.indptr) == 0))
        if alone:
            told = translate("Processing", "{count} areas have no neighbour.")
            feedback.pushWarning(told.format(count=alone))
        if len(areas) < _FEW:
            told = translate("Processing", "With {count} areas, p is rough: thirty or more are wanted.")
            feedback.pushWarning(told.format(count=len(areas)))
        kinds = _kinds(found, classes, moran)
        return self._written(parameters, context, feedback, areas, (values, weights, found, classes, kinds), watch)

    def _values(self, parameters, context, feedback, watch) -> tuple[polygons.Areas, np.ndarray]:
        source = self.parameterAsSource(parameters, self.INPUT, context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, self.INPUT))
        field = self.parameterAsString(parameters, self.VALUE, context)
        if QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.PolygonGeometry:
            areas = polygons.of_layer(source, watch)
            values = _field_values(areas, field)
        else:
            areas, values = self._counted(parameters, context, feedback, field, watch)
        if self.parameterAsEnum(parameters, self.RATE, context) == 1:
            values = values / areas.size_km2
        return areas, values

    def _counted(self, parameters, context, feedback, field: str, watch) -> tuple[polygons.Areas, np.ndarray]:
        given = self.parameterAsSource(parameters, self.AREAS, context)
        areas = None if given is None else polygons.of_layer(given, watch.part(0.0, 0.3))
        crs = None if areas is None else WorkingCrs.same_as(areas.crs)
        events, working = self.events(parameters, context, feedback, [field], crs, watch.part(0.3, 0.6))
        if areas is None:
            shape = self.parameterAsEnum(parameters, self.CELLS, context)
            side = self.parameterAsDouble(parameters, self.SIZE, context)
            areas = polygons.around(events, working, shape, side, watch.part(0.6, 0.8))
            told = translate("Processing", "{count} cells, {side} m wide.")
            self.tell(feedback, told.format(count=len(areas), side=look.figure(areas.side)))
        area, event = areas.holding(events, watch.part(0.8, 1.0))
        outside = len(events) - len(np.unique(event))
        if outside:
            told = translate("Processing", "{count} events lie in no area and do not count.")
            feedback.pushWarning(told.format(count=outside))
        weight = _event_weights(events, field)
        return areas, np.bincount(area, weight[event], len(areas))

    def _weights(self, parameters, context, areas: polygons.Areas) -> neighbours.Weights:
        chosen = self.parameterAsEnum(parameters, self.NEIGHBOURS, context)
        if chosen != _BAND:
            return areas.touching("rook" if chosen == _ROOK else "queen")
        radius = self.parameterAsDouble(parameters, self.RADIUS, context)
        if radius <= 0.0:
            places = np.column_stack([areas.middle_x, areas.middle_y])
            # So far that every area has a neighbour.
            radius = float(cKDTree(places).query(places, 2)[0][:, 1].max()) * (1.0 + 1e-9)
        return neighbours.distance_band(areas.middle_x, areas.middle_y, radius)

    def _written(self, parameters, context, feedback, areas, columns, watch) -> dict[str, object]:
        values, weights, found, classes, kinds = columns
        added = [
            ("value", area_table.NUMBER), ("neighbours", area_table.WHOLE), ("statistic", area_table.NUMBER),
            ("z", area_table.NUMBER), ("p", area_table.NUMBER), ("q", area_table.NUMBER),
            ("class", area_table.WHOLE), ("kind", area_table.TEXT),
        ]  # fmt: skip
        p = found.p if found.p_simulated is None else found.p_simulated
        many = np.diff(weights.indptr).tolist()
        numbers = (_cells(column) for column in (found.statistic, found.z, p, found.q))
        rows = zip(values.tolist(), many, *numbers, classes.tolist(), kinds, strict=True)
        hot, cold = int((classes > 0).sum()), int((classes < 0).sum())
        told = translate("Processing", "{hot} areas hot, {cold} cold, of {count}.")
        self.tell(feedback, told.format(hot=hot, cold=cold, count=len(areas)))
        about = self.about(parameters)
        output = area_table.write(self, parameters, self.OUTPUT, context, areas, added, rows, watch.part(0.9, 1.0))
        moran = self.parameterAsEnum(parameters, self.STATISTIC, context) == _MORAN
        title = translate("Processing", "Local Moran") if moran else translate("Processing", "Hot spots (Gi*)")
        self.dress(output, title, about, look.neighbourhoods if moran else look.hot_and_cold)
        return {self.OUTPUT: output, "HOT": hot, "COLD": cold, "AREAS_COUNT": len(areas)}

    def _naming(self, error: RoomError, areas: polygons.Areas) -> QgsProcessingException:
        row = error.params.get("row")
        if not isinstance(row, int):
            return QgsProcessingException(str(error))
        told = translate("Processing", "{reason} It is feature {feature} of the layer.")
        return QgsProcessingException(told.format(reason=error, feature=areas.ids[row - 1]))

    def _add_input(self) -> None:
        kinds = [QgsProcessing.TypeVectorPoint, QgsProcessing.TypeVectorPolygon]
        self.add(
            QgsProcessingParameterFeatureSource(self.INPUT, translate("Processing", "Events or areas"), kinds),
            translate(
                "Processing",
                "Points are counted, in the areas below or in cells made here. Polygons bring a value.",
            ),
        )
        self.add_field(
            self.VALUE,
            translate("Processing", "Value"),
            translate("Processing", "Of polygons the value to compare; of points how much each counts (one without)."),
            QgsProcessingParameterField.Numeric,
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.AREAS, translate("Processing", "Areas to count in"), [QgsProcessing.TypeVectorPolygon],
                optional=True,
            ),
            translate("Processing", "Unit grids, patrol grids or others. Without any, cells are made."),
        )  # fmt: skip

    def _add_cells(self) -> None:
        self.add_choice(
            self.CELLS,
            translate("Processing", "Cells"),
            translate("Processing", "The shape of cells that are made; all neighbours of a hexagon are equally far."),
            [translate("Processing", "Hexagons"), translate("Processing", "Squares")],
        )
        self.add(
            QgsProcessingParameterNumber(
                self.SIZE, translate("Processing", "Width of cells (metres)"), QgsProcessingParameterNumber.Double,
                optional=True, minValue=0.0,
            ),
            translate("Processing", "Without one, √(2 · area ÷ events), so that a cell has two events on average."),
        )  # fmt: skip
        self.add_choice(
            self.RATE,
            translate("Processing", "Compare"),
            translate("Processing", "Counts of areas that differ in size say little: take them per km²."),
            [translate("Processing", "Values as they are"), translate("Processing", "Values per km²")],
            advanced=True,
        )

    def _add_statistic(self) -> None:
        self.add_choice(
            self.STATISTIC,
            translate("Processing", "Statistic"),
            translate("Processing", "Gi* finds hot and cold spots; local Moran also areas unlike their neighbours."),
            [translate("Processing", "Getis-Ord Gi*"), translate("Processing", "Local Moran")],
        )
        self.add_choice(
            self.NEIGHBOURS,
            translate("Processing", "Neighbours"),
            translate("Processing", "Whose values are compared with an area's own."),
            [
                translate("Processing", "Touching in a point or side"),
                translate("Processing", "Touching along a side"),
                translate("Processing", "Within a distance"),
            ],
        )
        self.add(
            QgsProcessingParameterNumber(
                self.RADIUS, translate("Processing", "Distance (metres)"), QgsProcessingParameterNumber.Double,
                optional=True, minValue=0.0,
            ),
            translate("Processing", "Between middles. Without one, just so far that every area has a neighbour."),
            advanced=True,
        )  # fmt: skip
        self.add(
            QgsProcessingParameterBoolean(
                self.FDR, translate("Processing", "Control false discoveries"), defaultValue=True
            ),
            translate(
                "Processing",
                "Of a thousand areas, fifty are significant at 5 % by chance alone. With this, at most 5 % of those "
                "shown are expected to be (Benjamini and Hochberg).",
            ),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.PERMUTATIONS, translate("Processing", "Permutations"), QgsProcessingParameterNumber.Integer,
                defaultValue=0, minValue=0, maxValue=99_999,
            ),
            translate("Processing", "With 999, p comes from values dealt out at random, not from the normal curve."),
            advanced=True,
        )  # fmt: skip


def _field_values(areas: polygons.Areas, field: str) -> np.ndarray:
    if not field:
        raise QgsProcessingException(translate("Processing", "Choose the value of the areas that is to be compared."))
    index = areas.fields.lookupField(field)
    found = np.full(len(areas), np.nan)
    for number, row in enumerate(areas.attributes):
        if isinstance(row[index], int | float):
            found[number] = row[index]
    bad = np.flatnonzero(~np.isfinite(found))
    if bad.size:
        told = translate("Processing", "Feature {feature}: {field} is no number ({count} such features).")
        first = areas.ids[bad[0]]
        raise QgsProcessingException(told.format(feature=first, field=field, count=len(bad)))
    return found


def _event_weights(events: Events, field: str) -> np.ndarray:
    if not field:
        return np.ones(len(events))
    found = events.numbers(field)
    bad = np.flatnonzero(~np.isfinite(found))
    if bad.size:
        error = RoomError("analysis.not_finite", field=field, row=int(bad[0]) + 1, rows=len(bad))
        raise events.naming(error)
    return found


def _kinds(found: Local, classes: np.ndarray, moran: bool) -> list[str]:
    """Return a word for each area: its quadrant, or hot or cold with how sure that is."""
    if moran:
        return [QUADRANTS.get(int(q), "") if c else "" for q, c in zip(found.quadrant, classes, strict=True)]
    words = {3: "hot_99", 2: "hot_95", 1: "hot_90", -1: "cold_90", -2: "cold_95", -3: "cold_99"}
    return [words.get(int(c), "") for c in classes]


def _cells(column: np.ndarray) -> list[float | None]:
    return [None if np.isnan(value) else value for value in column.tolist()]
