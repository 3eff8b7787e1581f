"""Streets that are closed to those who patrol, by a field that says who may pass."""

import numpy as np
from qgis.core import QgsProcessingException, QgsProcessingParameterField
from qgis.PyQt.QtCore import QCoreApplication

from . import street_layer

translate = QCoreApplication.translate

ACCESS = "ACCESS"
#: Words of OpenStreetMap's access, foot, bicycle and motor_vehicle, of switches, and Chinese.
_CLOSED = {
    "no", "0", "false", "private", "military", "permit", "delivery", "agricultural", "forestry", "use_sidepath",
    "否", "禁止", "私有", "不可通行",
}  # fmt: skip
_OPEN = {
    "", "yes", "1", "true", "permissive", "designated", "destination", "customers", "public", "official", "dismount",
    "residents", "unknown", "是", "允许", "可通行",
}  # fmt: skip


def add(algorithm) -> None:
    """Add the field that says who may pass."""
    algorithm.add_field(
        ACCESS,
        translate("Processing", "Access"),
        translate(
            "Processing",
            "Who may pass, as OpenStreetMap says it: no or private closes a street in both directions, yes or empty "
            "does not. Choose the field of those who patrol: motor_vehicle, bicycle or foot.",
        ),
        QgsProcessingParameterField.Any,
        advanced=True,
    )


def closed(algorithm, parameters, context, source, ids: np.ndarray) -> np.ndarray:
    """Return which lines are closed in both directions, shape (lines,); a word that is not known is refused."""
    found = np.zeros(len(ids), bool)
    field = algorithm.parameterAsString(parameters, ACCESS, context)
    if not field:
        return found
    for row, word in enumerate(street_layer.names(source, field, ids).tolist()):
        # Several ways to be let in are named one after the other; one is enough.
        parts = {part.strip() for part in word.lower().split(";")}
        if not parts <= _CLOSED | _OPEN:
            told = translate("Processing", "Feature {feature}: {word} does not say who may pass.")
            raise QgsProcessingException(told.format(feature=ids[row], word=word))
        found[row] = parts <= _CLOSED
    return found
