"""Whether QGIS should ask, before it closes a project, if it is to be saved."""

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTimer

from .layers import MARK


class NothingToSave(QObject):
    """Keeps a project in which there is nothing but the room from being asked about.

    The room's layers are left out of a saved project, so that whoever answered "save" would keep an empty one. As soon
    as there is anything else in it, or it has a file, QGIS asks as ever.
    """

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        # A project says that it has changed before what is new can be found in it.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._look)
        project.isDirtyChanged.connect(self._on_dirty)

    def close(self) -> None:
        """Leave the project to itself again."""
        self._project.isDirtyChanged.disconnect(self._on_dirty)
        self._later.stop()
        self._look()

    def _on_dirty(self, _is_dirty: bool) -> None:
        self._later.start()

    def _look(self) -> None:
        if self._project.isDirty() and not _holds_anything(self._project):
            self._project.setDirty(False)


def _holds_anything(project: QgsProject) -> bool:
    return bool(
        project.fileName()
        or project.layoutManager().layouts()
        or project.bookmarkManager().bookmarks()
        or project.annotationManager().annotations()
        or project.mainAnnotationLayer().items()
        or any(layer.customProperty(MARK) is None for layer in project.mapLayers().values())
    )
