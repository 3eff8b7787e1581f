"""Hazard rhythm: at what hour, on what day and in what month it happens, as a table and a picture."""

from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis.rhythm import Rhythm, rhythm
from ..errors import RoomError
from ..indicators.periods import ZONE
from . import area_table, rhythm_picture
from .analysis_algorithm import AnalysisAlgorithm
from .events import TIME_NAMES, Events, read_table, times

translate = QCoreApplication.translate

_ROOM_ZONE = "Asia/Shanghai"
_MOST_CLASSES = 12
_RATES = 1


class HazardRhythm(AnalysisAlgorithm):
    """communitybrain:hazardrhythm"""

    ZONE, WRITTEN_IN, CLASS = "ZONE", "WRITTEN_IN", "CLASS"
    SHOW, BASE, OUTPUT, PICTURE = "SHOW", "BASE", "OUTPUT", "PICTURE"

    def initAlgorithm(self, configuration=None) -> None:
        """Declare parameters and outputs."""
        self.add(
            QgsProcessingParameterFeatureSource(
                self.INPUT, translate("Processing", "Events"), [QgsProcessing.TypeVector]
            ),
            translate("Processing", "Cases, alarms, hazards or any table with a time; places are not needed."),
        )
        self._add_fields()
        self._add_rates()
        self._add_outputs()

    def calculate(self, parameters, context, feedback, watch) -> dict[str, object]:
        """Read times in the zone, count, write the table; the picture follows on the main thread."""
        fields = [
            self.field(parameters, self.TIME, context, feedback, TIME_NAMES),
            self.parameterAsString(parameters, self.CLASS, context),
            self.parameterAsString(parameters, self.WEIGHT, context),
        ]
        if not fields[0]:
            raise QgsProcessingException(translate("Processing", "Say which field holds the time of the events."))
        source = self.parameterAsSource(parameters, self.INPUT, context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, self.INPUT))
        events = read_table(source, fields, watch.part(0.0, 0.4))
        self.tell(feedback, translate("Processing", "{count} events were read.").format(count=len(events)))
        zone, utc = self._zone(parameters, context), self._utc(parameters, context)
        at = times(events, fields[0], zone=zone, utc=utc, watch=watch.part(0.4, 0.6))
        names, kind = _classes(events, fields[1])
        watch.at(0.65)
        try:
            found = rhythm(at, kind, len(names), events.weights(fields[2]))
        except RoomError as error:
            raise events.naming(error) from error
        watch.at(0.7)
        base = self.parameterAsDouble(parameters, self.BASE, context)
        self._tell_rates(feedback, parameters, context, found, base)
        results = self._written(parameters, context, found, names, base, watch.part(0.7, 1.0))
        path = self.parameterAsFileOutput(parameters, self.PICTURE, context)
        if path:
            shown = self._shown(parameters, context, found, names, base)
            self.picture(lambda: rhythm_picture.write(Path(path), shown))
            results[self.PICTURE] = path
        return {**results, "EVENTS": len(events), "HOURS": float(found.hours.sum())}

    def _zone(self, parameters, context):
        name = self.parameterAsString(parameters, self.ZONE, context).strip() or _ROOM_ZONE
        if name == _ROOM_ZONE:
            return ZONE
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError) as error:
            told = translate("Processing", "There is no time zone {name}. It is written like Asia/Shanghai.")
            raise QgsProcessingException(told.format(name=name)) from error

    def _utc(self, parameters, context) -> bool:
        return self.parameterAsEnum(parameters, self.WRITTEN_IN, context) == 1

    def _tell_rates(self, feedback, parameters, context, found: Rhythm, base: float) -> None:
        told = translate("Processing", "From {first} to {last} ({zone}): {hours} hours are the denominator of rates.")
        first, last = (moment.astype("datetime64[m]") for moment in (found.first, found.last))
        zone = self.parameterAsString(parameters, self.ZONE, context).strip() or _ROOM_ZONE
        self.tell(feedback, told.format(first=first, last=last, zone=zone, hours=f"{found.hours.sum():,.0f}"))
        if base > 0.0:
            self.tell(
                feedback, translate("Processing", "Rates are also per {base} of the base.").format(base=f"{base:g}")
            )
        else:
            told = translate("Processing", "No base was given: nothing here says how many there are that could be hit.")
            self.tell(feedback, told)

    def _written(self, parameters, context, found: Rhythm, names: list[str], base: float, watch) -> dict[str, object]:
        columns: area_table.Columns = [
            ("month", area_table.WHOLE), ("weekday", area_table.WHOLE), ("hour", area_table.WHOLE),
            ("class", area_table.TEXT), ("events", area_table.NUMBER), ("hours", area_table.NUMBER),
            ("per_hour", area_table.NUMBER), ("per_hour_and_base", area_table.NUMBER),
        ]  # fmt: skip
        about = self.about(parameters)
        count = int((found.hours > 0.0).sum()) * len(names)
        rows = _cells(found, names, base)
        output = area_table.write_rows(self, parameters, self.OUTPUT, context, columns, rows, count, watch)
        self.dress(output, self.displayName(), about, lambda layer: None)
        return {self.OUTPUT: output}

    def _shown(self, parameters, context, found: Rhythm, names: list[str], base: float) -> rhythm_picture.Shown:
        rates = self.parameterAsEnum(parameters, self.SHOW, context) == _RATES
        zone = self.parameterAsString(parameters, self.ZONE, context).strip() or _ROOM_ZONE
        return rhythm_picture.Shown(found, names, rates, base if rates else 0.0, zone)

    def _add_fields(self) -> None:
        self.add_time()
        self.add(
            QgsProcessingParameterString(
                self.ZONE, translate("Processing", "Time zone"), defaultValue=_ROOM_ZONE, optional=True
            ),
            translate("Processing", "Whose clock the hours are of. The room's is Asia/Shanghai."),
        )
        self.add_choice(
            self.WRITTEN_IN,
            translate("Processing", "Times without a zone are"),
            translate("Processing", "Times that say their zone, like +08:00 or Z, are understood in any case."),
            [translate("Processing", "Clock times of the zone"), translate("Processing", "UTC")],
            advanced=True,
        )
        self.add_field(
            self.CLASS,
            translate("Processing", "Class"),
            translate("Processing", "Counted class by class; the twelve most frequent by themselves."),
            QgsProcessingParameterField.Any,
        )
        self.add_weight()

    def _add_rates(self) -> None:
        self.add_choice(
            self.SHOW,
            translate("Processing", "The picture shows"),
            translate(
                "Processing",
                "Counts say how much there was to do. Rates divide them by how often the hour came round, so that "
                "half a year or five Mondays do not mislead.",
            ),
            [translate("Processing", "Counts"), translate("Processing", "Rates per hour")],
        )
        self.add(
            QgsProcessingParameterNumber(
                self.BASE, translate("Processing", "Size of the base"), QgsProcessingParameterNumber.Double,
                optional=True, minValue=0.0,
            ),
            translate("Processing", "Such as the number of components or residents: rates are also per one of these."),
        )  # fmt: skip

    def _add_outputs(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, translate("Processing", "Hazard rhythm"), QgsProcessing.TypeVector
            ),
            translate("Processing", "One row for each month, day of the week (1 is Monday), hour and class."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                self.PICTURE, translate("Processing", "Picture of the rhythm"),
                translate("Processing", "Picture (*.png)"), optional=True,
            ),
            translate("Processing", "Hour by day of the week, and hours, days, months and classes as bars."),
        )  # fmt: skip
        for name, label in (
            ("EVENTS", translate("Processing", "Number of events")),
            ("HOURS", translate("Processing", "Hours from the first event to the last")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))


def _cells(found: Rhythm, names: list[str], base: float) -> Iterator[tuple[None, list]]:
    """Yield one row for each month, weekday, hour and class; hours that never came round are no zeros."""
    for month, weekday, hour in np.argwhere(found.hours > 0.0).tolist():
        hours = float(found.hours[month, weekday, hour])
        for name, count in zip(names, found.counts[month, weekday, hour].tolist(), strict=True):
            rate = count / hours
            shared = rate / base if base > 0.0 else None
            yield None, [month + 1, weekday + 1, hour, name, count, hours, rate, shared]


def _classes(events: Events, field: str) -> tuple[list[str], np.ndarray | None]:
    """Return the names of classes and the number of each event's: the most frequent ones, and the others together."""
    if not field:
        return [""], None
    # One look-up each: sorting as many words would take too long to be cancelled.
    known: dict[str, int] = {}
    words = ("" if _empty(value) else _word(value) for value in events.columns[field])
    first = np.fromiter((known.setdefault(word, len(known)) for word in words), np.intp, len(events))
    names, rank = np.unique(np.array(list(known), dtype=str), return_inverse=True)
    number = rank[first]
    many = np.bincount(number, minlength=len(names))
    often = np.argsort(-many, kind="stable")[:_MOST_CLASSES]
    place = np.full(len(names), len(often))
    place[often] = np.arange(len(often))
    found = [str(names[position]) for position in often]
    if len(names) > len(often):
        found.append(rhythm_picture.OTHERS)
    return found, place[number]


def _empty(value: object) -> bool:
    return value is None or (isinstance(value, float) and np.isnan(value))


def _word(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
