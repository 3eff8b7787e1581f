"""Relative hazard: events against what they could have happened to, or an earlier period, and how sure that is."""

from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis.relative import THIN, Relative, relative
from ..errors import RoomError
from . import bandwidths, look, raster_file, raster_frame
from .analysis_algorithm import AnalysisAlgorithm
from .events import TIME_NAMES, Events, read, times

translate = QCoreApplication.translate

_CLASSES, _RATIO, _DIFFERENCE = range(3)
_EARLIER = 1


@dataclass(frozen=True)
class _Sides:
    """Events and base with their weights; `share` is how many events a unit of the base lets expect (None: average)."""

    events: Events
    weight: np.ndarray
    base: Events
    base_weight: np.ndarray
    share: float | None
    complete: bool

    def naming(self, error: RoomError) -> QgsProcessingException:
        """Return an error with the feature where it names a row: of its side, or of both one after the other."""
        row = error.params.get("row")
        if error.params.get("side") == "base":
            return self.base.naming(error)
        if not isinstance(row, int) or row <= len(self.events):
            return self.events.naming(error)
        return self.base.naming(RoomError(error.code, **{**error.params, "row": row - len(self.events)}))


class RelativeHazard(AnalysisAlgorithm):
    """communitybrain:relativehazard"""

    BASE, BASE_WEIGHT, BASE_KIND = "BASE", "BASE_WEIGHT", "BASE_KIND"
    SPLIT, DAYS, BASE_DAYS = "SPLIT", "DAYS", "BASE_DAYS"
    SHOW, LEAST, FDR, SIMULATIONS, OUTPUT = "SHOW", "LEAST", "FDR", "SIMULATIONS", "OUTPUT"

    def initAlgorithm(self, configuration=None) -> None:
        """Declare parameters and outputs."""
        self.add_events()
        self._add_base()
        self._add_periods()
        bandwidths.add(self, adaptive=False)
        raster_frame.add(self)
        raster_frame.add_area(self)
        self._add_judgement()
        self.add(
            QgsProcessingParameterRasterDestination(self.OUTPUT, translate("Processing", "Relative hazard")),
            translate("Processing", "A GeoTIFF with class, ratio, difference, z, p, q and how much base there is."),
        )
        for name, label in (
            ("EVENTS", translate("Processing", "Number of events")),
            ("BASE_COUNT", translate("Processing", "Number of features in the base")),
            ("MORE_KM2", translate("Processing", "More than expected (km²)")),
            ("LESS_KM2", translate("Processing", "Less than expected (km²)")),
            ("THIN_KM2", translate("Processing", "Too little to tell (km²)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def calculate(self, parameters, context, feedback, watch) -> dict[str, object]:
        """Read both sides, give them one bandwidth, compare, write."""
        sides, crs = self._sides(parameters, context, feedback, watch.part(0.0, 0.1))
        both = [np.concatenate(pair) for pair in ((sides.events.x, sides.base.x), (sides.events.y, sides.base.y))]
        weight = np.concatenate([sides.weight, sides.base_weight])
        if not len(sides.events) or not len(sides.base):
            raise QgsProcessingException(
                str(RoomError("analysis.no_events" if len(sides.base) else "analysis.no_base"))
            )
        width = float(bandwidths.chosen(self, parameters, context, feedback, *both, weight, watch.part(0.1, 0.2)))
        try:
            grid = raster_frame.grid(self, parameters, context, feedback, (both[0], both[1]), crs, width)
            inside = raster_frame.inside(self, parameters, context, grid, crs, watch.part(0.2, 0.25))
            found = relative(
                sides.events.x, sides.events.y, sides.base.x, sides.base.y, grid, width,
                kernel=bandwidths.kernel(self, parameters, context), weights=sides.weight,
                base_weights=sides.base_weight, share=sides.share, complete=sides.complete, inside=inside,
                least=self.parameterAsDouble(parameters, self.LEAST, context),
                simulations=self.parameterAsInt(parameters, self.SIMULATIONS, context), watch=watch.part(0.25, 0.85),
            )  # fmt: skip
        except RoomError as error:
            raise sides.naming(error) from error
        results = self._written(parameters, context, feedback, found, crs, watch.part(0.85, 1.0))
        return {**results, "EVENTS": len(sides.events), "BASE_COUNT": len(sides.base)}

    def _sides(self, parameters, context, feedback, watch):
        """Return both sides and their system: a base of its own, or the events before a moment."""
        weight_field = self.parameterAsString(parameters, self.WEIGHT, context)
        given = self.parameterAsSource(parameters, self.BASE, context) is not None
        field = "" if given else self.field(parameters, self.TIME, context, feedback, TIME_NAMES)
        events, crs = self.events(parameters, context, feedback, [weight_field, field], watch=watch.part(0.0, 0.6))
        weight = events.weights(weight_field)
        if not given:
            return self._split(parameters, context, feedback, events, weight, field), crs
        base_field = self.parameterAsString(parameters, self.BASE_WEIGHT, context)
        base, _ = read(self, parameters, self.BASE, context, [base_field], crs, watch.part(0.6, 1.0))
        self.tell(feedback, translate("Processing", "The base has {count} features.").format(count=len(base)))
        days, base_days = (self.parameterAsDouble(parameters, name, context) for name in (self.DAYS, self.BASE_DAYS))
        share = days / base_days if days > 0.0 and base_days > 0.0 else None
        complete = self.parameterAsEnum(parameters, self.BASE_KIND, context) != _EARLIER
        return _Sides(events, weight, base, base.weights(base_field), share, complete), crs

    def _split(self, parameters, context, feedback, events: Events, weight: np.ndarray, field: str) -> _Sides:
        """Return the events from a moment on against those before it, expected by the lengths of the two periods."""
        if not field:
            told = translate("Processing", "Give a base to compare with, or the time of the events to compare periods.")
            raise QgsProcessingException(told)
        at = times(events, field)
        if not len(at):
            raise QgsProcessingException(str(RoomError("analysis.no_events")))
        moment = self.parameterAsDateTime(parameters, self.SPLIT, context)
        middle = at.min() + (at.max() - at.min()) / 2
        if moment is not None and moment.isValid():
            middle = np.datetime64(moment.toString("yyyy-MM-ddTHH:mm:ss"), "ms")
        later = at >= middle
        if later.all() or not later.any():
            told = translate("Processing", "All events lie on one side of {moment}: there are no two periods.")
            raise QgsProcessingException(told.format(moment=middle.astype("datetime64[s]")))
        share = float((at.max() - middle) / max(middle - at.min(), np.timedelta64(1, "ms")))
        told = translate(
            "Processing",
            "From {moment} on {later} events, before it {earlier}; the first period is {share} times as long.",
        )
        named = f"{1.0 / share:.3g}" if share > 0.0 else "∞"
        self.tell(
            feedback,
            told.format(moment=middle.astype("datetime64[s]"), later=later.sum(), earlier=(~later).sum(), share=named),
        )
        return _Sides(events.only(later), weight[later], events.only(~later), weight[~later], share or None, False)

    def _written(self, parameters, context, feedback, found: Relative, crs, watch) -> dict[str, object]:
        by = "q" if self.parameterAsBool(parameters, self.FDR, context) else "p"
        p = found.p if found.p_simulated is None else found.p_simulated
        if by == "p" and found.p_simulated is not None:
            by = "p_simulated"
        classes = found.classes(by)
        size = found.grid.area / 1e6
        more, less, thin = (
            float(part.sum() * size) for part in ((classes > 0) & (classes != THIN), classes < 0, found.thin)
        )
        told = translate(
            "Processing", "{more} km² with more than expected, {less} with less, {thin} with too little to tell."
        )
        self.tell(feedback, told.format(more=look.figure(more), less=look.figure(less), thin=look.figure(thin)))
        nothing = np.isnan(found.z) & ~found.thin
        unit = translate("Processing", "events/km²")
        bands = [
            raster_file.Band(translate("Processing", "Class"), np.where(nothing, np.nan, classes)),
            raster_file.Band(translate("Processing", "Ratio to what is expected"), found.ratio, "×"),
            raster_file.Band(translate("Processing", "More or less than expected"), found.difference * 1e6, unit),
            raster_file.Band("z", found.z),
            raster_file.Band("p", p),
            raster_file.Band("q", found.q),
            raster_file.Band(translate("Processing", "Units of the base behind it"), found.behind),
        ]
        path = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        about = self.about(parameters)
        raster_file.write(path, bands, found.grid, crs.qgis, about, watch=watch)
        self._dress(parameters, context, path, about, found, unit)
        return {self.OUTPUT: path, "MORE_KM2": more, "LESS_KM2": less, "THIN_KM2": thin}

    def _dress(self, parameters, context, path: str, about: str, found: Relative, unit: str) -> None:
        show = self.parameterAsEnum(parameters, self.SHOW, context)
        if show == _RATIO:
            title = translate("Processing", "Relative hazard (times what is expected)")
            self.dress(path, title, about, lambda layer: look.ratio(layer, 2))
        elif show == _DIFFERENCE:
            known = np.abs(found.difference[np.isfinite(found.difference)]) * 1e6
            top = float(known.max()) if known.size else 0.0
            title = translate("Processing", "More or less than expected ({unit})").format(unit=unit)
            self.dress(path, title, about, lambda layer: look.difference(layer, 3, top, unit))
        else:
            title = translate("Processing", "Relative hazard (how sure)")
            self.dress(path, title, about, lambda layer: look.more_or_less(layer, 1))

    def _add_base(self) -> None:
        self.add_weight()
        self.add(
            QgsProcessingParameterFeatureSource(
                self.BASE, translate("Processing", "Base"), [QgsProcessing.TypeVectorPoint], optional=True
            ),
            translate(
                "Processing",
                "What it could have happened to: components, homes with residents; or the events of an earlier "
                "period. Without one, later events are compared with earlier ones.",
            ),
        )
        self.add_field(
            self.BASE_WEIGHT,
            translate("Processing", "Weight of the base"),
            translate("Processing", "Such as the number of residents; without one, each feature counts one."),
            QgsProcessingParameterField.Numeric,
            parent=self.BASE,
        )
        self.add_choice(
            self.BASE_KIND,
            translate("Processing", "The base is"),
            translate("Processing", "A full list is certain; an earlier period is itself a matter of chance."),
            [
                translate("Processing", "A full list (components, residents)"),
                translate("Processing", "An earlier period, or a sample"),
            ],
        )

    def _add_periods(self) -> None:
        self.add_field(
            self.TIME,
            translate("Processing", "Time"),
            translate("Processing", "Date or time of the event; used without a base, to part the events in two."),
            QgsProcessingParameterField.Any,
        )
        self.add(
            QgsProcessingParameterDateTime(
                self.SPLIT, translate("Processing", "The later period begins"),
                QgsProcessingParameterDateTime.DateTime, optional=True,
            ),
            translate("Processing", "Without a moment, halfway between the first event and the last."),
        )  # fmt: skip
        for name, label in (
            (self.DAYS, translate("Processing", "Days of the events")),
            (self.BASE_DAYS, translate("Processing", "Days of the base")),
        ):
            self.add(
                QgsProcessingParameterNumber(
                    name, label, QgsProcessingParameterNumber.Double, optional=True, minValue=0.0
                ),
                translate(
                    "Processing",
                    "With both lengths, a change of the whole shows. Without them, each place is compared with the "
                    "average of all.",
                ),
                advanced=True,
            )

    def _add_judgement(self) -> None:
        self.add_choice(
            self.SHOW,
            translate("Processing", "Show"),
            translate("Processing", "What the legend shows; the file holds all of it."),
            [
                translate("Processing", "How sure it is that there is more or less"),
                translate("Processing", "Ratio"),
                translate("Processing", "Difference"),
            ],
        )
        self.add(
            QgsProcessingParameterNumber(
                self.LEAST, translate("Processing", "Least that must stand behind a place"),
                QgsProcessingParameterNumber.Double, defaultValue=5.0, minValue=1.0,
            ),
            translate(
                "Processing",
                "Units of the base, and events expected. Below it a place is marked as too thin, never as a hot spot.",
            ),
        )  # fmt: skip
        tip = translate("Processing", "Of what is shown at 5 %, at most 5 % is then expected to be chance.")
        self.add_control(self.FDR, tip)
        self.add(
            QgsProcessingParameterNumber(
                self.SIMULATIONS, translate("Processing", "Simulations"), QgsProcessingParameterNumber.Integer,
                defaultValue=0, minValue=0, maxValue=9_999,
            ),
            translate("Processing", "With 199, p comes from events dealt out by chance, not from the formula."),
            advanced=True,
        )  # fmt: skip
