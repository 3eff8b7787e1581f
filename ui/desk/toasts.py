"""What arrives, said above the map for some seconds."""

from qgis.core import Qgis
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QLabel, QWidget

from ...alarms.arrivals import TOAST_SECONDS

_URGENT = 1
# On a map narrower than this, in pixels, QGIS's message bar cuts a second line of words through the middle.
_NARROW = 640


class Toasts:
    """Messages in QGIS's message bar that go by themselves; on a narrow map one at a time, the more urgent one."""

    def __init__(self, iface) -> None:
        self._iface = iface
        self._shown: list = []
        self._note: _Note | None = None

    def show(self, text: str, priority: int) -> None:
        """Say something; priority 1 is urgent."""
        canvas, is_urgent = self._iface.mapCanvas(), priority == _URGENT
        if canvas.width() < _NARROW:
            if self._note is None:
                self._note = _Note(canvas)
            self._note.say(text, is_urgent)
            return
        bar = self._iface.messageBar()
        item = bar.createMessage(text)
        bar.pushWidget(item, Qgis.MessageLevel.Critical if is_urgent else Qgis.MessageLevel.Info, 0)
        # The bar itself counts only the seconds of the message on top, so that those below would pile up.
        self._shown = [toast for toast in self._shown if not sip.isdeleted(toast)] + [item]
        QTimer.singleShot(int(TOAST_SECONDS * 1000), lambda: self._end(item))

    def end_all(self) -> None:
        """Take away what is still said."""
        for toast in self._shown:
            self._end(toast)
        if self._note is not None and not sip.isdeleted(self._note):
            self._note.deleteLater()
        self._note = None

    def _end(self, item) -> None:
        if not sip.isdeleted(item):
            self._iface.messageBar().popWidget(item)


class _Note(QLabel):
    """Words across the top of a narrow map, in as many lines as they need; a click takes them away."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self.setWordWrap(True)
        self.setMargin(6)
        self.hide()
        self._is_urgent = False
        self._ending = QTimer(self)
        self._ending.setSingleShot(True)
        self._ending.setInterval(int(TOAST_SECONDS * 1000))
        self._ending.timeout.connect(self.hide)

    def say(self, text: str, is_urgent: bool) -> None:
        """Say something instead of what is said now, unless that is more urgent."""
        if self._is_urgent and not is_urgent and self.isVisible():
            return
        self._is_urgent = is_urgent
        mark, colour = ("▲", "#c62828") if is_urgent else ("●", "#1565c0")
        self.setText(f"{mark} {text}")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setStyleSheet(f"background: {colour}; color: white")
        width = self.parentWidget().width()
        self.setGeometry(0, 0, width, self.heightForWidth(width))
        self.show()
        self.raise_()
        self._ending.start()

    def mousePressEvent(self, event) -> None:
        self.hide()
