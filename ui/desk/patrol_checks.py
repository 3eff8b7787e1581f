"""Grids drawn by lot for a second, independent sweep: how far the round is, what was drawn last, and drawing more."""

import uuid

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFrame, QGroupBox, QLabel, QPushButton, QScrollArea, QSpinBox, QVBoxLayout

from ...patrols import checks
from ...patrols.checks import Checks
from ...wording import language
from ..words import moment
from .flow import FlowLayout

_SHOWN = 12


class PatrolChecksBox(QGroupBox):
    """Shows the draws to everybody of the room, and offers the next one to those who may draw."""

    def __init__(self, desk, parent=None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Second sweep, by lot"))
        self._desk = desk
        self._is_busy = self._asked = False
        # Kept until it is answered: a draw sent again after a lost connection draws nothing anew.
        self._request = uuid.uuid4()
        self.facts, self.message = QLabel(self), QLabel(self)
        for label in (self.facts, self.message):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.message.hide()
        self.count = QSpinBox(self)
        self.count.setObjectName("check_count")
        self.count.setRange(1, 1000)
        self.count.setValue(3)
        self.count.setSuffix(self.tr(" grids"))
        self.count.valueChanged.connect(lambda value: self._take_back())
        self.draw_it = QPushButton(self)
        self.draw_it.setObjectName("draw_grids")
        self.draw_it.clicked.connect(lambda checked: self.draw())
        line = FlowLayout()
        line.addWidget(self.count)
        line.addWidget(self.draw_it)
        layout = QVBoxLayout(self)
        layout.addWidget(self._scrolled(self.facts))
        layout.addWidget(self.message)
        layout.addLayout(line)
        desk.ready.connect(self._offer)
        desk.sending_changed.connect(self._offer)
        self._offer()

    def refresh(self) -> None:
        """Read how the draws stand."""
        self._desk.ask(checks.standing, self._take)

    def draw(self) -> None:
        """Draw the chosen number of grids; that cannot be undone, and asks once."""
        if not self.draw_it.isEnabled():
            return
        if not self._asked:
            self._asked = True
            self._say(self.tr("What is drawn stays in the log, and comes again only when every other grid was drawn."))
            self.draw_it.setText(self.tr("Yes, draw"))
            return
        count, request = self.count.value(), self._request
        self._is_busy = True
        self._say(self.tr("Sending …"))
        self._offer()
        self._desk.queries.run(
            lambda connection: checks.draw(connection, count, request),
            lambda number: self._end_drawn(),
            lambda error: self._end(str(error)),
        )

    def _scrolled(self, label: QLabel) -> QScrollArea:
        """Return a place for a label that a small screen may make as low as two lines."""
        place = QScrollArea(self)
        place.setFrameShape(QFrame.Shape.NoFrame)
        place.setWidgetResizable(True)
        place.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        place.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        place.setMaximumHeight(8 * self.fontMetrics().lineSpacing())
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        place.setWidget(label)
        return place

    def _take(self, found: Checks) -> None:
        if not found.last:
            words = self.tr("No grid was drawn yet; there are {total}. Each is drawn once before any comes again.")
            self.facts.setText(words.format(total=found.total))
            return
        words = self.tr("Round {round}: {drawn} of {total} grids drawn. Last draw, {time}, {person}:")
        head = words.format(
            round=found.round_no, drawn=found.drawn, total=found.total, time=moment(found.at), person=found.by or "–"
        )
        lines = [self._line(row) for row in found.last[:_SHOWN]]
        if len(found.last) > _SHOWN:
            lines.append("…")
        self.facts.setText("\n".join([head, *lines]))

    def _line(self, row) -> str:
        name = row["name_zh"] if language() == "zh" else row["name_en"] or row["name_zh"]
        told = " ".join(filter(None, (row["grid_code"], name)))
        if not row["responsible_name"]:
            return told
        return self.tr("{grid}, by somebody else than {person}").format(grid=told, person=row["responsible_name"])

    def _offer(self) -> None:
        draws = bool(self._desk.roles & checks.DRAWERS)
        self.count.setVisible(draws)
        self.draw_it.setVisible(draws)
        self.draw_it.setEnabled(draws and self._desk.can_send() and not self._is_busy)
        if not self._asked:
            self.draw_it.setText(self.tr("Draw"))

    def _take_back(self) -> None:
        if self._asked:
            self._asked = False
            self._say("")
            self._offer()

    def _end_drawn(self) -> None:
        self._request = uuid.uuid4()
        self._end("")
        self.refresh()

    def _end(self, words: str) -> None:
        self._is_busy = self._asked = False
        self._say(words)
        self._offer()

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))
