"""Bars that can be clicked, or walked with the arrow keys, to ask for what stands behind them."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.PyQt.QtCore import QPointF, QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QPalette
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from .looks import fill

_BAR_SHARE = 0.78
# A lying bar is no thinner than its label; the chart grows, and its owner lets it scroll.
_ROW_GAP, _AXIS_ROOM = 4, 64


@dataclass(frozen=True)
class Bars:
    """What a chart shows.

    `categories` are the labels of the groups and `series` the names of what is counted (see looks); `values` is an
    array (categories, series). `value_title` and `category_title` name the axes with their units. Stacked bars stand on
    each other. Lying ones run from left to right, the first category on top; `notes` are written at their ends.
    """

    categories: list[str]
    series: list[str]
    values: np.ndarray
    value_title: str
    category_title: str
    stacked: bool = False
    lying: bool = False
    notes: tuple[str, ...] = ()


class BarChart(QWidget):
    """One chart. `chosen(category, series)` gives the numbers of the bar that was clicked or entered, `marked()` says
    that the frame stands on another bar, or that another number stands behind it.

    `pyqtgraph` is the module, `tell(category, series)` the text of a bar's tip.
    """

    chosen = pyqtSignal(int, int)
    marked = pyqtSignal()

    def __init__(self, pyqtgraph: Any, tell, parent=None) -> None:
        super().__init__(parent)
        self._pg = pyqtgraph
        self._tell = tell
        self._bars: Bars | None = None
        self._cells: dict[tuple[int, int], QRectF] = {}
        self._current: tuple[int, int] | None = None
        ground = self.palette().color(QPalette.ColorRole.Base)
        # A menu that nobody sees takes as long to make as all the rest.
        self.plot = pyqtgraph.PlotWidget(self, background=ground, enableMenu=False)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(False, False)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.plot.scene().sigMouseClicked.connect(self._on_clicked)
        self.plot.scene().sigMouseMoved.connect(self._on_moved)
        self._items: list[Any] = []
        self._notes: list[Any] = []
        self._frame = self._new_item()
        self._frame.setZValue(10)
        self.plot.addItem(self._frame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)

    def show_bars(self, bars: Bars) -> None:
        """Draw these bars instead of those before; the bar that was chosen stays so while it is there."""
        self._bars = bars
        self._cells = _cells(bars)
        row = self.fontMetrics().height() + _ROW_GAP
        self.setMinimumHeight(len(bars.categories) * row + _AXIS_ROOM if bars.lying else 0)
        self._draw()
        self._scale()
        self._mark(self._current if self._current in self._cells else None)

    def cell(self, category: int, series: int) -> QRectF | None:
        """Return where a bar is drawn, in the chart's own units; None where nothing was counted."""
        return self._cells.get((category, series))

    def told(self) -> str:
        """Return what is said of the bar in the frame, as its tip has it; empty where none is."""
        return self._tell(*self._current) if self._current is not None else ""

    def height_of_frame(self) -> int | None:
        """Return where the middle of the bar in the frame is, in pixels from the chart's top."""
        if self._current is None:
            return None
        middle = QPointF(self._cells[self._current].center())
        return self.plot.mapFromScene(self.plot.getPlotItem().vb.mapViewToScene(middle)).y()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        if self._bars is not None:
            self._scale()

    def keyPressEvent(self, event) -> None:
        step = _STEPS.get(event.key())
        if step is not None and self._cells:
            across, up = step
            # Of lying bars the first stands on top: down is on to the next.
            self._walk(*((-up, across) if self._bars.lying else step))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current is not None:
            self.chosen.emit(*self._current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        if self._current is None and self._cells:
            self._mark(min(self._cells))

    def _draw(self) -> None:
        for number, name in enumerate(self._bars.series):
            cells = [cell for (_, series), cell in self._cells.items() if series == number]
            brush, pen = fill(name, self.palette())
            self._lay(self._slot(self._items, number, self._new_item), cells, brush, pen)
        for row, note in enumerate(self._bars.notes):
            text = self._slot(self._notes, row, self._new_note)
            text.setText(note, color=self._ink())
            text.setPos(101, _middle(self._bars, row))
            text.show()
        for left in (*self._items[len(self._bars.series) :], *self._notes[len(self._bars.notes) :]):
            left.hide()

    def _lay(self, item, cells: list[QRectF], brush: QBrush, pen) -> None:
        """Make an item show bars at these places.

        Items are moved and hidden, never taken off the scene: with QGIS's way of converting QVariant, Qt's notice of
        that cannot be handed on by pyqtgraph (its issue 774).
        """
        item.setVisible(bool(cells))
        if cells:
            item.setOpts(
                x0=[cell.left() for cell in cells], y0=[cell.top() for cell in cells],
                width=[cell.width() for cell in cells], height=[cell.height() for cell in cells], brush=brush, pen=pen,
            )  # fmt: skip

    def _slot(self, pool: list, number: int, make):
        """Return item `number` of a pool, made where it is not there yet."""
        if number == len(pool):
            pool.append(make())
            self.plot.addItem(pool[-1])
        return pool[number]

    def _new_item(self):
        return self._pg.BarGraphItem(x0=[0], y0=[0], width=[0], height=[0])

    def _new_note(self):
        note = self._pg.TextItem(anchor=(0, 0.5))
        note.setFont(self.font())
        return note

    def _scale(self) -> None:
        bars = self._bars
        count = max(1, len(bars.categories))
        if bars.lying:
            self._make_room_for_notes()
            self.plot.setYRange(-0.5, count - 0.5, padding=0.01)
        else:
            tops = bars.values.sum(axis=1) if bars.stacked else bars.values.max(axis=1, initial=0)
            self.plot.setYRange(0, max(1.0, float(tops.max(initial=0)) * 1.06), padding=0)
            self.plot.setXRange(-0.5, count - 0.5, padding=0.01)
        self._write_ticks()
        self._write_titles()

    def _make_room_for_notes(self) -> None:
        widest = max((self.fontMetrics().horizontalAdvance(note) for note in self._bars.notes), default=0) + 12
        bars_width = max(60, self.width() - self._label_room() - widest - 40)
        self.plot.setXRange(0, 100 * (1 + widest / bars_width), padding=0)

    def _label_room(self) -> int:
        return max(48, self.width() * 3 // 10)

    def _write_titles(self) -> None:
        bars = self._bars
        across, up = ("bottom", "left") if bars.lying else ("left", "bottom")
        for side, title in ((across, bars.value_title), (up, bars.category_title)):
            axis = self.plot.getAxis(side)
            axis.setPen(QColor("#9e9e9e"))
            axis.setTextPen(self._ink())
            axis.setStyle(tickFont=self.font())
            axis.label.setFont(self.font())
            axis.setLabel(title)
            axis.enableAutoSIPrefix(False)

    def _write_ticks(self) -> None:
        """Write as many labels as fit; counts stand at whole numbers."""
        bars = self._bars
        metrics = self.fontMetrics()
        if bars.lying:
            room = self._label_room()
            labels = [metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room) for text in bars.categories]
            ticks = [(_middle(bars, row), text) for row, text in enumerate(labels)]
            self.plot.getAxis("left").setTicks([ticks])
            self.plot.getAxis("bottom").setTicks([[(share, str(share)) for share in range(0, 101, 25)]])
            return
        widest = max((metrics.horizontalAdvance(text) for text in bars.categories), default=1) + 10
        fitting = max(1, (self.width() - 60) // widest)
        every = -(-len(bars.categories) // fitting) or 1
        self.plot.getAxis("bottom").setTicks([[(n, text) for n, text in enumerate(bars.categories) if n % every == 0]])
        top = self.plot.viewRange()[1][1]
        step = next(size * 10**power for power in range(9) for size in (1, 2, 5) if top / (size * 10**power) <= 6)
        self.plot.getAxis("left").setTicks([[(n, str(n)) for n in range(0, int(top) + 1, step)]])

    def _mark(self, cell: tuple[int, int] | None) -> None:
        """Put a frame around a bar."""
        self._current = cell
        pen = self._pg.mkPen(self._ink(), width=2)
        self._lay(self._frame, [self._cells[cell]] if cell is not None else [], QBrush(Qt.BrushStyle.NoBrush), pen)
        self.setToolTip(self.told())
        self.marked.emit()

    def _walk(self, sideways: int, upwards: int) -> None:
        """Go to the next bar there is in a direction."""
        category, series = self._current if self._current in self._cells else min(self._cells)
        if sideways:
            there = [cell for cell in self._cells if (cell[0] - category) * sideways > 0]
            near = min(there, key=lambda cell: (abs(cell[0] - category), abs(cell[1] - series)), default=None)
        else:
            there = [cell for cell in self._cells if cell[0] == category and (cell[1] - series) * upwards > 0]
            near = min(there, key=lambda cell: abs(cell[1] - series), default=None)
        self._mark(near or (category, series))

    def _on_clicked(self, event) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        cell = self._at(event.scenePos())
        if cell is not None:
            self._mark(cell)
            self.chosen.emit(*cell)

    def _on_moved(self, place) -> None:
        cell = self._at(place)
        self.plot.setToolTip(self._tell(*cell) if cell is not None else "")
        self.plot.setCursor(Qt.CursorShape.PointingHandCursor if cell is not None else Qt.CursorShape.ArrowCursor)

    def _at(self, place) -> tuple[int, int] | None:
        point = self.plot.getPlotItem().vb.mapSceneToView(place)
        return next((cell for cell, where in self._cells.items() if where.contains(point)), None)

    def _ink(self) -> QColor:
        return self.palette().color(QPalette.ColorRole.Text)


# How a key walks: (to the right, upwards).
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


def _middle(bars: Bars, category: int) -> float:
    """Return where a category stands on its axis; lying bars are read from the top."""
    return float(len(bars.categories) - 1 - category if bars.lying else category)


def _cells(bars: Bars) -> dict[tuple[int, int], QRectF]:
    """Return the rectangle of every bar that is not zero, by category and series."""
    values = bars.values.astype(float)
    if bars.lying:
        whole = values.sum(axis=1, keepdims=True)
        values = np.divide(100 * values, whole, out=np.zeros_like(values), where=whole > 0)
    stands_on = np.cumsum(values, axis=1) - values if bars.stacked else np.zeros_like(values)
    width = _BAR_SHARE if bars.stacked else _BAR_SHARE / max(1, len(bars.series))
    found = {}
    for category, series in zip(*np.nonzero(values), strict=True):
        begin = _middle(bars, category) - _BAR_SHARE / 2 + (0 if bars.stacked else series * width)
        along, thick = (stands_on[category, series], values[category, series]), (begin, width)
        (x, w), (y, h) = (along, thick) if bars.lying else (thick, along)
        found[int(category), int(series)] = QRectF(x, y, w, h)
    return found
