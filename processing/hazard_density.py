"""Hazard density: kernel density of events as a raster."""

import numpy as np
from qgis.core import (
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterRasterDestination,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis.density import Density, density
from ..analysis.raster import Grid
from ..errors import RoomError
from . import bandwidths, look, raster_file, raster_frame, weights
from .analysis_algorithm import AnalysisAlgorithm

translate = QCoreApplication.translate

_EDGES = ("none", "cell", "event")
# Square metres of each unit; 0: of the cell itself.
_UNITS = (1e6, 1e4, 1.0, 0.0)


class HazardDensity(AnalysisAlgorithm):
    """communitybrain:hazarddensity"""

    EDGE, EXACT, UNIT, OUTPUT = "EDGE", "EXACT", "UNIT", "OUTPUT"

    def initAlgorithm(self, configuration=None) -> None:
        """Declare parameters and outputs."""
        self.add_events()
        bandwidths.add(self)
        weights.add(self)
        self._add_raster()
        self._add_area()
        self.add(
            QgsProcessingParameterRasterDestination(self.OUTPUT, translate("Processing", "Hazard density")),
            translate("Processing", "A GeoTIFF; its legend and description are kept beside it."),
        )
        self.addOutput(QgsProcessingOutputNumber("EVENTS", translate("Processing", "Number of events")))
        self.addOutput(QgsProcessingOutputNumber("WEIGHT_SUM", translate("Processing", "Sum of weights")))
        self.addOutput(QgsProcessingOutputNumber("INTEGRAL", translate("Processing", "Integral over the raster")))
        self.addOutput(QgsProcessingOutputNumber("MAXIMUM", translate("Processing", "Highest density")))

    def calculate(self, parameters, context, feedback, watch) -> dict[str, object]:
        """Read, choose a bandwidth, calculate, write."""
        fields = weights.fields(self, parameters, context)
        events, crs = self.events(parameters, context, feedback, fields, watch=watch.part(0.0, 0.1))
        weight = weights.of(self, parameters, context, events)
        shape = bandwidths.kernel(self, parameters, context)
        try:
            if not len(events):
                raise RoomError("analysis.no_events")
            width = bandwidths.chosen(
                self, parameters, context, feedback, events.x, events.y, weight, watch.part(0.1, 0.3)
            )
            grid = raster_frame.grid(self, parameters, context, feedback, (events.x, events.y), crs, width)
            inside = self._inside(parameters, context, grid, crs, watch.part(0.3, 0.4))
            found = density(
                events.x, events.y, grid, width, kernel=shape, weights=weight, inside=inside,
                exact=self.parameterAsEnum(parameters, self.EXACT, context) == 1,
                edge=_EDGES[self.parameterAsEnum(parameters, self.EDGE, context)], watch=watch.part(0.4, 0.9),
            )  # fmt: skip
        except RoomError as error:
            raise events.naming(error) from error
        return self._written(parameters, context, feedback, found, len(events), crs, watch.part(0.9, 1.0))

    def _written(self, parameters, context, feedback, found: Density, count: int, crs, watch) -> dict[str, object]:
        told = translate("Processing", "Sum of weights {weight}, integral over the raster {integral} ({method}).")
        how = {
            "binned": translate("Processing", "binned, mass kept"),
            "phased": translate("Processing", "binned finely, mass kept"),
            "direct": translate("Processing", "summed directly"),
        }[found.method]
        self.tell(feedback, told.format(weight=f"{found.weight:.9g}", integral=f"{found.integral:.9g}", method=how))
        if found.coarse and found.method != "direct":
            feedback.pushWarning(
                translate("Processing", "A bandwidth has fewer than 15 cells: make cells smaller for 0.1 % accuracy.")
            )
        integral = found.integral
        size, unit = self._unit(parameters, context, found.grid)
        values = found.values * size
        top = float(np.nanmax(values)) if np.isfinite(values).any() else 0.0
        path = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        about = self.about(parameters)
        exact = self.parameterAsEnum(parameters, self.EXACT, context) == 1
        title = translate("Processing", "Hazard density ({unit})").format(unit=unit)
        bands = [raster_file.Band(translate("Processing", "Density"), values, unit)]
        raster_file.write(path, bands, found.grid, crs.qgis, about, double=exact, watch=watch)
        self.dress(path, title, about, lambda layer: look.heat(layer, top, unit))
        return {
            self.OUTPUT: path, "EVENTS": count, "WEIGHT_SUM": found.weight, "INTEGRAL": integral, "MAXIMUM": top,
        }  # fmt: skip

    def _unit(self, parameters, context, grid: Grid) -> tuple[float, str]:
        chosen = self.parameterAsEnum(parameters, self.UNIT, context)
        names = (
            translate("Processing", "events/km²"),
            translate("Processing", "events/ha"),
            translate("Processing", "events/m²"),
            translate("Processing", "events/cell"),
        )
        return _UNITS[chosen] or grid.area, names[chosen]

    def _inside(self, parameters, context, grid: Grid, crs, watch) -> np.ndarray | None:
        edge = _EDGES[self.parameterAsEnum(parameters, self.EDGE, context)]
        if edge != "none" and not raster_frame.has_area(self, parameters, context):
            raise QgsProcessingException(
                translate("Processing", "An edge correction needs a study area: where could events have been seen?")
            )
        return raster_frame.inside(self, parameters, context, grid, crs, watch)

    def _add_raster(self) -> None:
        raster_frame.add(self)
        self.add_choice(
            self.UNIT,
            translate("Processing", "Unit"),
            translate("Processing", "What the figures mean. Legend and file say it."),
            [
                translate("Processing", "Events per km²"),
                translate("Processing", "Events per hectare"),
                translate("Processing", "Events per m²"),
                translate("Processing", "Events per cell"),
            ],
        )
        self.add_choice(
            self.EXACT,
            translate("Processing", "Calculation"),
            translate(
                "Processing",
                "Mass-conserving: by Fourier transform; the integral over the raster is the sum of weights. "
                "Direct: every event at every cell in its reach, exact and slow.",
            ),
            [translate("Processing", "Mass-conserving"), translate("Processing", "Direct summation")],
            advanced=True,
        )

    def _add_area(self) -> None:
        raster_frame.add_area(self)
        self.add_choice(
            self.EDGE,
            translate("Processing", "Edge correction"),
            translate(
                "Processing",
                "Beyond the study area's edge nothing was seen, so that densities near it are too low. By cell: "
                "divided by the share of the kernel inside. By event: each event's weight stays inside as a whole.",
            ),
            [
                translate("Processing", "None"),
                translate("Processing", "By cell"),
                translate("Processing", "By event (mass kept)"),
            ],
            advanced=True,
        )
