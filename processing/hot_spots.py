"""Hot spots: where high values stand together more than chance would have it."""

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis.local_statistics import QUADRANTS, Local, getis_ord, local_moran
from ..errors import RoomError
from . import area_table, counting, look, neighbourhoods, polygons
from .analysis_algorithm import AnalysisAlgorithm

translate = QCoreApplication.translate

_GI, _MORAN = 0, 1
_FEW = 30


class HotSpots(AnalysisAlgorithm):
    """communitybrain:hotspots"""

    VALUE, RATE, STATISTIC = "VALUE", "RATE", "STATISTIC"
    FDR, PERMUTATIONS, OUTPUT = "FDR", "PERMUTATIONS", "OUTPUT"

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
        weights = neighbourhoods.of(self, parameters, context, feedback, areas, watch.part(0.3, 0.4))
        moran = self.parameterAsEnum(parameters, self.STATISTIC, context) == _MORAN
        count = self.parameterAsInt(parameters, self.PERMUTATIONS, context)
        compare = local_moran if moran else getis_ord
        try:
            found = compare(values, weights, permutations=count, watch=watch.part(0.4, 0.9))
        except RoomError as error:
            raise self._naming(error, areas) from error
        fdr = self.parameterAsBool(parameters, self.FDR, context)
        classes = found.classes("q" if fdr else "p_simulated" if count else "p")
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
        found = counting.counted(self, parameters, context, feedback, [field], watch)
        weight = found.events.values(field)
        return found.areas, np.bincount(found.area, weight[found.event], len(found.areas))

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
        counting.add_areas(self)

    def _add_cells(self) -> None:
        counting.add_cells(self)
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
        neighbourhoods.add(self)
        self.add_control(
            self.FDR,
            translate(
                "Processing",
                "Of a thousand areas, fifty are significant at 5 % by chance alone. With this, at most 5 % of those "
                "shown are expected to be (Benjamini and Hochberg).",
            ),
            advanced=False,
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


def _kinds(found: Local, classes: np.ndarray, moran: bool) -> list[str]:
    """Return a word for each area: its quadrant, or hot or cold with how sure that is."""
    if moran:
        return [QUADRANTS.get(int(q), "") if c else "" for q, c in zip(found.quadrant, classes, strict=True)]
    words = {3: "hot_99", 2: "hot_95", 1: "hot_90", -1: "cold_90", -2: "cold_95", -3: "cold_99"}
    return [words.get(int(c), "") for c in classes]


def _cells(column: np.ndarray) -> list[float | None]:
    return [None if np.isnan(value) else value for value in column.tolist()]
