"""How often streets are walked by their class."""

import numpy as np
from qgis.core import QgsProcessingException, QgsProcessingParameterField, QgsProcessingParameterMatrix
from qgis.PyQt.QtCore import QCoreApplication

from . import street_layer

translate = QCoreApplication.translate

STREET_CLASS, CLASS_VISITS = "STREET_CLASS", "CLASS_VISITS"
#: The row of the table for all classes that have none of their own.
_OTHERS = "*"
_NAMED = 10


def add(algorithm) -> None:
    """Add the class and its table."""
    kind = QgsProcessingParameterField.Any
    algorithm.add_field(
        STREET_CLASS,
        translate("Processing", "Class of the street"),
        translate("Processing", "Field whose values are looked up in the table of visits by class."),
        kind,
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterMatrix(
            CLASS_VISITS,
            translate("Processing", "Visits by class"),
            headers=[translate("Processing", "Class"), translate("Processing", "Visits per shift")],
            optional=True,
        ),
        translate(
            "Processing",
            "Class and visits per shift; the class * stands for all others. Classes that are in no row are walked "
            "once, and named in the log. What the field of visits says of a street goes before its class.",
        ),
        advanced=True,
    )


def visits(algorithm, parameters, context, feedback, source, ids: np.ndarray) -> np.ndarray | None:
    """Return how often each line is to be walked by its class, shape (lines,); None where classes say nothing."""
    field = algorithm.parameterAsString(parameters, STREET_CLASS, context)
    table = _table(algorithm.parameterAsMatrix(parameters, CLASS_VISITS, context))
    if not field and not table:
        return None
    if not (field and table):
        told = translate("Processing", "Visits by class need both the field of the class and the table of visits.")
        raise QgsProcessingException(told)
    classes = street_layer.names(source, field, ids)
    if _OTHERS not in table:
        without, counts = np.unique(classes[~np.isin(classes, list(table))], return_counts=True)
        if len(without):
            named = ", ".join(
                f"{name or '∅'} ({count})" for name, count in zip(without[:_NAMED], counts[:_NAMED], strict=True)
            )
            told = translate("Processing", "Classes without a row in the table are walked once: {classes}").format(
                classes=named + (" …" if len(without) > _NAMED else "")
            )
            algorithm.warn(feedback, told)
    return np.array([table.get(name, table.get(_OTHERS, 1)) for name in classes.tolist()], np.intp)


def _table(cells: list) -> dict[str, int]:
    """Return class → visits from the cells of the table, row by row; rows without a class or visits are refused."""
    found: dict[str, int] = {}
    if not any(str(cell or "").strip() for cell in cells):
        # Without a table, QGIS gives one empty cell.
        return found
    if len(cells) % 2:
        raise QgsProcessingException(translate("Processing", "The table of visits by class needs two columns."))
    for name, word in zip(cells[0::2], cells[1::2], strict=True):
        key, text = str(name or "").strip(), str("" if word is None else word).strip()
        if not key and not text:
            continue
        try:
            number = int(float(text)) if float(text) % 1.0 == 0.0 else -1
        except ValueError:
            number = -1
        if number < 0:
            told = translate("Processing", "Class {name}: {word} does not say how often to walk its streets.")
            raise QgsProcessingException(told.format(name=key, word=text))
        if found.setdefault(key, number) != number:
            told = translate("Processing", "Class {name} is in the table of visits twice.")
            raise QgsProcessingException(told.format(name=key))
    return found
