"""The veil over a map that is not live: impossible to overlook, and the old picture stays readable below it."""

from qgis.PyQt.QtCore import QEvent, QRect, Qt, QTimer
from qgis.PyQt.QtGui import QBrush, QColor, QPainter
from qgis.PyQt.QtWidgets import QWidget

# The docks veil themselves at the same moment: drawn in one go, all of it would hold up a typed letter.
_AFTER_MS = 40
_BAND, _HATCH, _TEXT = "#37474f", "#607d8b", "#ffffff"


class StaleVeil(QWidget):
    """Covers the map with hatching and a band of text while the feed is not live; clicks pass through."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._text = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_MS)
        self._soon.timeout.connect(self._show)
        canvas.installEventFilter(self)
        self.hide()

    def say(self, text: str) -> None:
        """Show the veil with these words, or take it away ("")."""
        self._text = text
        if text:
            self._soon.start()
        else:
            self._soon.stop()
            self.hide()

    def text(self) -> str:
        """Return what the veil says, "" while there is none."""
        return self._text

    def eventFilter(self, watched, event) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self.parentWidget().rect())
        return False

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        colour = QColor(_HATCH)
        colour.setAlpha(90)
        painter.fillRect(self.rect(), QBrush(colour, Qt.BrushStyle.BDiagPattern))
        font = self.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.3)
        painter.setFont(font)
        height = painter.fontMetrics().height() * 2
        band = QRect(0, 0, self.width(), height)
        painter.fillRect(band, QColor(_BAND))
        painter.setPen(QColor(_TEXT))
        painter.drawText(band, int(Qt.AlignmentFlag.AlignCenter), self._text)

    def _show(self) -> None:
        self.setGeometry(self.parentWidget().rect())
        self.show()
        self.raise_()
        self.update()
