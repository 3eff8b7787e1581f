"""What the toolbox lists of an algorithm, and a stand-in that lists it before the algorithm itself is imported."""

from qgis.core import QgsProcessingAlgorithm
from qgis.PyQt.QtCore import QCoreApplication

from .catalogue import GROUPS, Entry


class Listed(QgsProcessingAlgorithm):
    """An algorithm whose names come from its entry in the catalogue."""

    def entry(self) -> Entry:
        """Return what the catalogue says of this algorithm."""
        raise NotImplementedError

    def name(self) -> str:
        """Return the second part of the identifier."""
        return self.entry().name

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return QCoreApplication.translate("Processing", self.entry().title)

    def group(self) -> str:
        """Return the group in the toolbox."""
        return QCoreApplication.translate("Processing", GROUPS[self.groupId()])

    def groupId(self) -> str:
        """Return the group's identifier."""
        return self.entry().group


class Announced(Listed):
    """Stands in the toolbox until the algorithms are imported.

    QGIS makes an instance of an algorithm before it shows or runs it, and the instance of this one is the algorithm.
    """

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self._entry = entry

    def entry(self) -> Entry:
        """Return what the catalogue says of this algorithm."""
        return self._entry

    def initAlgorithm(self, configuration=None) -> None:
        """Declare nothing: the algorithm itself does."""

    def createInstance(self) -> QgsProcessingAlgorithm:
        """Return the algorithm itself."""
        return self._entry.load()()
