"""Styles from resources/styles: icons found where the plugin lies, legend in the language of QGIS."""

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRenderer,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtWidgets import QApplication
from qgis.PyQt.QtXml import QDomDocument

from ...errors import RoomError
from ...resources import path
from ...wording import language
from .subjects import words

#: Stand in a .qml for the folder of the icons, for the desk's own font, and for zh or en.
ICONS, FONT, LANGUAGE = "{icons}", "{font}", "{lang}"


def style_names() -> list[str]:
    """Return the names of all styles."""
    return sorted(file.stem for file in path("styles").glob("*.qml"))


def document(name: str) -> QDomDocument:
    """Return the style `name` (resources/styles/<name>.qml) with icons' folder, font and language filled in."""
    text = path("styles", f"{name}.qml").read_text(encoding="utf-8")
    parsed = QDomDocument("qgis")
    for token, value in (
        (ICONS, path("icons").as_posix()),
        (FONT, QApplication.font().family()),
        (LANGUAGE, language()),
    ):
        text = text.replace(token, value)
    parsed.setContent(text)
    return parsed


def apply_style(layer: QgsVectorLayer, name: str) -> None:
    """Give a layer the style `name` with its legend in words; RoomError `map.style` when it cannot be read."""
    done = layer.importNamedStyle(document(name))
    ok, reason = done if isinstance(done, tuple) else (done, "")
    if not ok:
        raise RoomError("map.style", name=name, reason=reason)
    translate_legend(layer.renderer())


def translate_legend(renderer: QgsFeatureRenderer) -> None:
    """Put the labels of a renderer into the language of QGIS."""
    if isinstance(renderer, QgsRuleBasedRenderer):
        for rule in renderer.rootRule().descendants():
            if rule.label():
                rule.setLabel(words(rule.label()))
    elif isinstance(renderer, QgsCategorizedSymbolRenderer):
        for index, category in enumerate(renderer.categories()):
            if category.label():
                renderer.updateCategoryLabel(index, words(category.label()))
