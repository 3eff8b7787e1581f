"""How long alarms of each kind stand, learned from a table of past ones, or from a half-life where there is none."""

import math

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis.response.survival import SurvivalCurve, learn
from ..errors import RoomError
from .events import Events, read_table, times

translate = QCoreApplication.translate

HISTORY, HALF_LIFE = "HISTORY", "HALF_LIFE"
PAST_KIND, PAST_BEGAN, PAST_ENDED, PAST_CAUGHT = "PAST_KIND", "PAST_BEGAN", "PAST_ENDED", "PAST_CAUGHT"
#: A kind with fewer past alarms than this goes by the curve of all kinds.
_FEW = 10
_BEGAN = ("raised_at", "began", "began_at", "start", "started_at")
_ENDED = ("ended_at", "ended", "cleared_at", "end", "finished_at")
_MINUTE = np.timedelta64(60_000, "ms")


def add(algorithm) -> None:
    """Add the table of past alarms with its fields, and the half-life that stands in for it."""
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            HISTORY, translate("Processing", "Past alarms"), [QgsProcessing.TypeVector], optional=True
        ),
        translate("Processing", "From when to when alarms stood. How long each kind stands is learned from them."),
    )
    fields = (
        (PAST_BEGAN, translate("Processing", "Began (past alarms)"), translate("Processing", "When the alarm began.")),
        (
            PAST_ENDED,
            translate("Processing", "Ended (past alarms)"),
            translate(
                "Processing", "When it ended or was caught; empty where it stands still, and then it is left out."
            ),
        ),
        (
            PAST_CAUGHT,
            translate("Processing", "Caught (past alarms)"),
            translate("Processing", "Yes where somebody came while it stood: nobody knows how long it would have."),
        ),
        (
            PAST_KIND,
            translate("Processing", "Kind (past alarms)"),
            translate("Processing", "Written as the kind of the standing alarms is. Without it, all are of one kind."),
        ),
    )
    for name, label, tip in fields:
        algorithm.add_field(name, label, tip, QgsProcessingParameterField.Any, parent=HISTORY, advanced=True)
    algorithm.add(
        QgsProcessingParameterNumber(
            HALF_LIFE, translate("Processing", "Half-life without past alarms (minutes)"),
            QgsProcessingParameterNumber.Double, defaultValue=30.0, minValue=0.1,
        ),
        translate("Processing", "Without past alarms: after so many minutes, half of the alarms have ended."),
    )  # fmt: skip


def curves(
    algorithm, parameters, context, feedback, kinds: np.ndarray, watch
) -> tuple[list[SurvivalCurve], np.ndarray]:
    """Return curves, and for each standing alarm the number of the one its kind goes by."""
    source = algorithm.parameterAsSource(parameters, HISTORY, context)
    if source is None:
        half = algorithm.parameterAsDouble(parameters, HALF_LIFE, context)
        told = translate(
            "Processing", "No past alarms are given: half of the alarms are taken to end in {minutes} min."
        )
        algorithm.tell(feedback, told.format(minutes=f"{half:g}"))
        return [SurvivalCurve(np.zeros(1), np.ones(1), math.log(2.0) / half)], np.zeros(len(kinds), dtype=np.int64)
    past, stood, over = _past(algorithm, parameters, context, feedback, source, watch)
    field = algorithm.parameterAsString(parameters, PAST_KIND, context)
    past_kinds = words(past, field) if field else np.full(len(past), "", dtype=str)
    found, number = [_learned(past, stood, over)], np.zeros(len(kinds), dtype=np.int64)
    for kind in np.unique(kinds) if field else ():
        own = past_kinds == kind
        if np.count_nonzero(own & over) < _FEW:
            told = translate(
                "Processing", "{kind}: fewer than {few} past alarms ended; the curve of all kinds is taken."
            )
            algorithm.tell(feedback, told.format(kind=kind or translate("Processing", "no kind"), few=_FEW))
            continue
        number[kinds == kind] = len(found)
        found.append(_learned(past.only(own), stood[own], over[own]))
    _say(algorithm, feedback, found, number, kinds)
    return found, number


def words(events: Events, field: str) -> np.ndarray:
    """Return a field as text, shape (n,); "" where it is empty. A whole number is written as one."""
    return np.array([_word(value) for value in events.columns[field].tolist()], dtype=str)


def _word(value: object) -> str:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _past(algorithm, parameters, context, feedback, source, watch) -> tuple[Events, np.ndarray, np.ndarray]:
    """Return past alarms that are over, how many minutes each stood, and whether it ended by itself."""
    began = algorithm.field(parameters, PAST_BEGAN, context, feedback, _BEGAN, HISTORY)
    ended = algorithm.field(parameters, PAST_ENDED, context, feedback, _ENDED, HISTORY)
    if not (began and ended):
        raise QgsProcessingException(
            translate("Processing", "Say which fields hold when past alarms began and when they ended.")
        )
    caught = algorithm.parameterAsString(parameters, PAST_CAUGHT, context)
    past = read_table(
        source, [began, ended, caught, algorithm.parameterAsString(parameters, PAST_KIND, context)], watch
    )
    past = past.only(~np.isnat(times(past, ended, missing=True)))
    if not len(past):
        raise QgsProcessingException(
            translate("Processing", "No past alarm has ended: nothing can be learned of them.")
        )
    stood = (times(past, ended) - times(past, began)) / _MINUTE
    wrong = np.flatnonzero(stood < 0.0)
    if wrong.size:
        told = translate("Processing", "Past alarm {feature} ended before it began ({count} such features).")
        raise QgsProcessingException(told.format(feature=past.feature[wrong[0]], count=wrong.size))
    yes = np.isin(np.char.lower(words(past, caught)), ("true", "1", "1.0", "yes", "t")) if caught else False
    return past, stood, ~np.broadcast_to(yes, stood.shape)


def _learned(past: Events, stood: np.ndarray, over: np.ndarray) -> SurvivalCurve:
    try:
        return learn(stood, over)
    except RoomError as error:
        raise past.naming(error) from error


def _say(algorithm, feedback, found: list[SurvivalCurve], number: np.ndarray, kinds: np.ndarray) -> None:
    """Tell how long each kind stands, in the two figures a dispatcher can check."""
    for at, curve in enumerate(found):
        names = sorted(set(kinds[number == at].tolist()))
        if names:
            told = translate("Processing", "{kinds}: {ten} % stand after 10 min, {hour} % after an hour.")
            shares = 100.0 * curve.share([10.0, 60.0])
            named = ", ".join(name or translate("Processing", "no kind") for name in names)
            algorithm.tell(feedback, told.format(kinds=named, ten=f"{shares[0]:.0f}", hour=f"{shares[1]:.0f}"))
