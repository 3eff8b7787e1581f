"""The room in a window too small for QGIS with the room in it, as on 1366 × 768 pixels at 150 %: 911 × 512 points.

QGIS's status bar alone needs more than that in width, and docks below one another more in height. What goes out of the
way is remembered and comes back; what the person brings back by hand stays.
"""

from collections.abc import Iterable, Sequence

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtWidgets import QDockWidget, QMainWindow, QToolBar, QWidget

# Parts of QGIS's status bar by name, in the order in which a room can do without them.
_SPARE_PARTS = (("mMagnifierWidget",), ("mRotationLabel", "mRotationEdit"), ("mCoordsEdit",),
                ("mRenderSuppressionCBox",), ("mScaleWidget",), ("mOntheFlyProjectionStatusButton",))  # fmt: skip
# QGIS's toolbars a room works with: asking the map, which comes last, moving it, the way into the room.
_ONE_ROW = ("mAttributesToolBar", "mMapNavToolBar", "mPluginToolBar")
_KEPT_BARS = (*_ONE_ROW, "community_brain_toolbar")
_LEFT_SHARE, _RIGHT_SHARE = 0.33, 0.33
_MAP_WIDTH = 200
# Between two parts of the status bar, at most.
_GAP = 12
_CHILDREN = Qt.FindChildOption.FindDirectChildrenOnly


class Compact:
    """Takes what a small screen has no room for out of a window's way, and brings it back."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._middle: list[tuple[QWidget, int]] = []
        self._bars: list[QToolBar] = []

    def stack(self, left: Sequence[QDockWidget], right: Sequence[QDockWidget]) -> None:
        """Make two piles of docks, the first of each on top, and hide the toolbars a room does not need.

        Docks that are open and not named come last on the right; what floats or is closed stays so.
        """
        window = self._window
        docks = [dock for dock in window.findChildren(QDockWidget, options=_CHILDREN) if not dock.isFloating()]
        closed = [dock for dock in docks if dock.isHidden()]
        others = [dock for dock in docks if dock not in left and dock not in right and dock not in closed]
        piles = (
            (Qt.DockWidgetArea.LeftDockWidgetArea, left),
            (Qt.DockWidgetArea.RightDockWidgetArea, (*right, *others)),
        )
        for area, pile in piles:
            standing = [dock for dock in pile if dock in docks]
            for dock in standing:
                window.removeDockWidget(dock)
            for dock in standing:
                window.addDockWidget(area, dock)
                if dock is not standing[0]:
                    window.tabifyDockWidget(standing[0], dock)
                dock.show()
            if standing:
                standing[0].raise_()
        for dock in closed:
            dock.hide()
        self._thin_out()
        width = window.width()
        window.resizeDocks([left[0], right[0]], [int(width * _LEFT_SHARE), int(width * _RIGHT_SHARE)],
                           Qt.Orientation.Horizontal)  # fmt: skip

    def enter(self, shown: Iterable[QToolBar]) -> None:
        """Remember which of the toolbars that were `shown` are not any more, to bring them back."""
        self._bars = [bar for bar in shown if bar.isHidden()]

    def narrow_middle(self) -> None:
        """Let the window's middle be as narrow as a map may be.

        QGIS's welcome page behind it asks for more, unseen, and a message above it for as much as its words, which can
        be broken.
        """
        middle = self._window.centralWidget().layout()
        parts = [middle.itemAt(place).widget() for place in range(middle.count())]
        self._middle = [(part, part.minimumWidth()) for part in parts if part is not None]
        for part, _ in self._middle:
            part.setMinimumWidth(_MAP_WIDTH)
        lay_out()

    def leave(self) -> None:
        """Show again what was hidden here."""
        for part, width in self._middle:
            if not sip.isdeleted(part):
                part.setMinimumWidth(width)
        for bar in self._bars:
            if not sip.isdeleted(bar):
                bar.show()
        self._bars, self._middle = [], []

    def _thin_out(self) -> None:
        """Hide the toolbars a room does not need, and put what is left of QGIS's into one row."""
        bars = {bar.objectName(): bar for bar in shown_bars(self._window)}
        for name, bar in bars.items():
            bar.setVisible(name in _KEPT_BARS)
        last, *others = [bars[name] for name in _ONE_ROW if name in bars] or [None]
        for bar in others:
            self._window.insertToolBar(last, bar)
            bar.show()


class StatusParts:
    """Hides what a room can do without of QGIS's status bar where all of it has no room, and shows it again."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._hidden: list[list[QWidget]] = []

    def fit(self, width: int) -> None:
        """Let what is shown need no more than `width`, so that nothing is squeezed."""
        bar = self._window.statusBar()
        for names in _SPARE_PARTS:
            if bar.sizeHint().width() <= width:
                break
            found = [part for part in (bar.findChild(QWidget, name) for name in names) if part is not None]
            shown = [part for part in found if not part.isHidden()]
            if shown:
                self._hidden.append(shown)
                self._show(shown, False)
        while self._hidden and bar.sizeHint().width() + _needed(self._hidden[-1]) <= width:
            self._show(self._hidden.pop(), True)

    def leave(self) -> None:
        """Show all again that was hidden here."""
        while self._hidden:
            self._show(self._hidden.pop(), True)

    def _show(self, parts: Sequence[QWidget], shown: bool) -> None:
        for part in parts:
            if not sip.isdeleted(part):
                part.setVisible(shown)
        lay_out()


def _needed(parts: Sequence[QWidget]) -> int:
    """Return how much parts of the status bar need when they are shown again, with something to spare."""
    there = [part for part in parts if not sip.isdeleted(part)]
    return sum(max(part.sizeHint().width(), part.minimumWidth()) + _GAP for part in there)


def shown_bars(window: QMainWindow) -> list[QToolBar]:
    """Return the toolbars in sight above and beside the window's middle."""
    bars = window.findChildren(QToolBar, options=_CHILDREN)
    return [bar for bar in bars if not bar.isHidden() and not bar.isFloating()]


def lay_out() -> None:
    """Let every layout that has changed be laid out now, and all sizes be known."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
