"""Painting again what changed, and no more often than the map can be drawn."""

from collections.abc import Callable, Hashable, Iterable

from qgis.core import QgsMapLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

#: Changes that arrive within this many milliseconds are painted together.
GATHER_MS = 5
#: A canvas that never reports the end of a drawing (hidden, frozen) is asked again after this long.
PATIENCE_MS = 5_000
#: What differs already waits at most this long for what is about to.
HOLD_MS = 200


class RepaintScheduler(QObject):
    """Asks layers to repaint, one drawing at a time: a layer asked faster than it is drawn never finishes.

    `painted` tells the keys that have reached the screen: (subject, keys).
    """

    painted = pyqtSignal(str, list)

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._layers: set[str] = set()
        self._waiting: dict[str, list[Hashable]] = {}
        self._drawn: dict[str, list[Hashable]] = {}
        self._preparing: dict[str, Callable[[], None]] = {}
        self._busy = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLD_MS)
        self._hold.timeout.connect(self._start)
        canvas.mapCanvasRefreshed.connect(self._on_refreshed)

    @property
    def is_drawing(self) -> bool:
        """Whether the canvas is being drawn, at our request or somebody else's."""
        return self._canvas.isDrawing()

    def changed(self, subject: str, layers: Iterable[QgsMapLayer], prepare: Callable[[], None] | None = None) -> None:
        """Note that layers differ from what the screen shows.

        `prepare` is called when they are about to be drawn and nothing else is: what a layer does to itself would end a
        drawing under way. Of several for one subject the last one is.
        """
        self._layers.update(layer.id() for layer in layers)
        if prepare is not None:
            self._preparing[subject] = prepare
        self._start()

    def hold(self) -> None:
        """Wait a moment for something that is being worked out, so that it is drawn with what has changed already."""
        self._hold.start()

    def go_on(self) -> None:
        """Wait no longer: it is there, or will not come."""
        if self._hold.isActive():
            self._hold.stop()
            if not self._busy:
                self._timer.start(0)

    def told(self, subject: str, keys: Iterable[Hashable]) -> None:
        """Note changes of the model: `painted` names each once the screen shows it, even if it looks the same."""
        self._waiting.setdefault(subject, []).extend(keys)
        self._start()

    def _start(self) -> None:
        if not self._busy and not self._timer.isActive():
            self._timer.start(GATHER_MS)

    def close(self) -> None:
        """Forget what waits and let the canvas go."""
        self._canvas.mapCanvasRefreshed.disconnect(self._on_refreshed)
        self._timer.stop()
        self._patience.stop()
        self._hold.stop()
        self._layers.clear()
        self._preparing.clear()
        self._waiting.clear()
        self._drawn.clear()
        self._busy = False

    def _ask(self) -> None:
        if self._hold.isActive():
            return
        if self._canvas.isDrawing():
            # Somebody pans or zooms: that drawing began before our change, the next one shows it.
            self._busy = True
            self._patience.start()
            return
        preparing, self._preparing = self._preparing, {}
        for prepare in preparing.values():
            prepare()
        wanted, self._layers = self._layers, set()
        self._drawn, self._waiting = self._waiting, {}
        asked = [layer for layer in self._canvas.layers() if layer.id() in wanted]
        for layer in asked:
            layer.triggerRepaint()
        if asked and self._canvas.isVisible():
            self._busy = True
            self._patience.start()
        else:
            self._tell()

    def _on_refreshed(self) -> None:
        self._patience.stop()
        self._busy = False
        self._tell()
        if self._layers or self._waiting:
            self._timer.start(0)

    def _give_up(self) -> None:
        self._busy = False
        self._drawn = {}
        if self._layers:
            self._timer.start(0)

    def _tell(self) -> None:
        drawn, self._drawn = self._drawn, {}
        for subject, keys in drawn.items():
            self.painted.emit(subject, keys)
