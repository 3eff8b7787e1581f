"""Back from QGIS's locator bar: what had the focus before has it again, since QGIS leaves it nowhere."""

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QApplication, QWidget

# QGIS 3.22 gives its own bar to Python as a plain widget.
_BAR = "QgsLocatorWidget"


class WayBack(QObject):
    """Remembers from where somebody went into the locator bar."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._before: QWidget | None = None
        QApplication.instance().focusChanged.connect(self._note)

    def close(self) -> None:
        """Remember nothing any more."""
        QApplication.instance().focusChanged.disconnect(self._note)

    def go(self, otherwise: QWidget) -> None:
        """Put the focus where it was, or into `otherwise` where that is gone or out of sight."""
        before, self._before = self._before, None
        usable = before is not None and not sip.isdeleted(before) and before.isVisible() and before.isEnabled()
        (before if usable else otherwise).setFocus(Qt.FocusReason.OtherFocusReason)

    def _note(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and _in_bar(new) and not _in_bar(old):
            self._before = old


def _in_bar(widget: QWidget | None) -> bool:
    while widget is not None:
        if widget.metaObject().className() == _BAR:
            return True
        widget = widget.parentWidget()
    return False
