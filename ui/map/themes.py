"""Map themes of the room: to work with, to plan with and to print."""

from qgis.core import QgsMapThemeCollection, QgsProject
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from .layers import subject_of
from .subjects import words
from .tally import ATOM

#: Theme → its title.
THEMES = {
    "draw": QT_TRANSLATE_NOOP("Map", "Draw"),
    "plan": QT_TRANSLATE_NOOP("Map", "Plan"),
    "print": QT_TRANSLATE_NOOP("Map", "Print"),
}
_GROUND = {"street", "building", "division", "area_state"}
_COMPONENTS = {"component_state", "component", "component_far"}
_SHOWN = {
    "draw": {"case", "case_cluster", "alarm", "staff", "patrol", "sensor", *_COMPONENTS, f"grid/{ATOM}", *_GROUND},
    "plan": {"patrol", *_COMPONENTS, f"grid/{ATOM}", "grid/patrol_grid", "grid/block", *_GROUND},
    "print": {"case", "case_cluster", "alarm", "patrol", f"grid/{ATOM}", *_GROUND},
}


def register(project: QgsProject) -> None:
    """Put the three themes into the project, made of the room's layers and every layer of the user's that is on."""
    root = project.layerTreeRoot()
    for theme, title in THEMES.items():
        record = QgsMapThemeCollection.MapThemeRecord()
        for node in root.findLayers():
            layer = node.layer()
            if layer is None:
                continue
            subject = subject_of(layer)
            # QGIS 3.22 switches on every layer a theme knows of, whatever it says of it; others are switched off.
            if not (subject in _SHOWN[theme] if subject else node.isVisible()):
                continue
            entry = QgsMapThemeCollection.MapThemeLayerRecord(layer)
            entry.isVisible = True
            entry.usingCurrentStyle = True
            entry.currentStyle = layer.styleManager().currentStyle()
            record.addLayerRecord(entry)
        collection = project.mapThemeCollection()
        write = collection.update if collection.hasMapTheme(words(title)) else collection.insert
        write(words(title), record)


def unregister(project: QgsProject) -> None:
    """Take the three themes out again."""
    for title in THEMES.values():
        if project.mapThemeCollection().hasMapTheme(words(title)):
            project.mapThemeCollection().removeMapTheme(words(title))
