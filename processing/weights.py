"""How much an event counts: by a field, by how severe its kind is, by how long ago it was."""

import numpy as np
from qgis.core import (
    QgsProcessingException,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterField,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis import weighting
from ..errors import RoomError
from .events import Events, times

translate = QCoreApplication.translate

SEVERITY_FIELD, SEVERITY = "SEVERITY_FIELD", "SEVERITY"
TIME_FIELD, HALF_LIFE, MOMENT = "TIME_FIELD", "HALF_LIFE", "MOMENT"


def add(algorithm) -> None:
    """Add the parameters of weighting."""
    algorithm.add_weight(advanced=False)
    algorithm.add_field(
        SEVERITY_FIELD,
        translate("Processing", "Kind of event"),
        translate("Processing", "Field whose values are looked up in the table of severities."),
        QgsProcessingParameterField.Any,
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterMatrix(
            SEVERITY,
            translate("Processing", "Table of severities"),
            headers=[translate("Processing", "Kind"), translate("Processing", "Severity")],
            optional=True,
        ),
        translate("Processing", "Kind and how much it counts. Kinds that are not in the table count one."),
        advanced=True,
    )
    _add_age(algorithm)


def _add_age(algorithm) -> None:
    """Add what makes old events count less."""
    algorithm.add_field(
        TIME_FIELD,
        translate("Processing", "Time"),
        translate("Processing", "Date or time of the event; used only with a half-life."),
        QgsProcessingParameterField.Any,
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterNumber(
            HALF_LIFE,
            translate("Processing", "Half-life (days)"),
            QgsProcessingParameterNumber.Double,
            optional=True,
            minValue=0.0,
        ),
        translate("Processing", "After so many days an event counts half as much. Without one, age does not matter."),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterDateTime(
            MOMENT, translate("Processing", "Age is counted back from"), QgsProcessingParameterDateTime.DateTime,
            optional=True,
        ),
        translate("Processing", "Without a moment, that of the latest event. Later events are refused."),
        advanced=True,
    )  # fmt: skip


def fields(algorithm, parameters, context) -> list[str]:
    """Return the fields that weighting reads."""
    named = (algorithm.WEIGHT, SEVERITY_FIELD, TIME_FIELD)
    return [algorithm.parameterAsString(parameters, name, context) for name in named]


def of(algorithm, parameters, context, events: Events) -> np.ndarray:
    """Return the weights of events, shape (n,); a bad one is refused by its feature."""
    weight_field, kind_field, time_field = fields(algorithm, parameters, context)
    found = events.weights(weight_field)
    try:
        if kind_field:
            table = _table(algorithm.parameterAsMatrix(parameters, SEVERITY, context))
            kinds = [None if kind is None else _kind(kind) for kind in events.columns[kind_field]]
            found = found * weighting.by_severity(kinds, table, 1.0)
        half_life = algorithm.parameterAsDouble(parameters, HALF_LIFE, context)
        if time_field and half_life > 0.0:
            moment = algorithm.parameterAsDateTime(parameters, MOMENT, context)
            found = found * weighting.by_age(_ages(times(events, time_field), moment), half_life)
    except RoomError as error:
        raise events.naming(error) from error
    return found


def _ages(moments: np.ndarray, until) -> np.ndarray:
    """Return ages in days."""
    if not len(moments):
        return np.empty(0)
    last = moments.max()
    if until is not None and until.isValid():
        last = np.datetime64(until.toString("yyyy-MM-ddTHH:mm:ss"), "ms")
    return (last - moments) / np.timedelta64(1, "D")


def _table(cells: list) -> dict[str, float]:
    """Return kind → severity from the cells of the table, row by row."""
    found = {}
    for kind, severity in zip(cells[0::2], cells[1::2], strict=False):
        try:
            found[str(kind).strip()] = float(severity)
        except (TypeError, ValueError):
            told = translate("Processing", "The severity of {kind} is not a number: {severity}")
            raise QgsProcessingException(told.format(kind=kind, severity=severity)) from None
    return found


def _kind(value: object) -> str:
    """Return a kind as the table has it; a number field's codes without a point."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()
