"""The tables of the what-if dock: plans that were tried, and the streets of one of them."""

import math

from qgis.PyQt.QtCore import QCoreApplication, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent, QPixmap
from qgis.PyQt.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from ...patrols import palette
from ...patrols.what_if import Trial, Variant
from .digits import Digits

translate = QCoreApplication.translate

_KEY = Qt.ItemDataRole.UserRole
_SWATCH = 12


class VariantTable(QTreeWidget):
    """One row for each plan. `chosen(number)` when a person goes to another."""

    chosen = pyqtSignal(int)

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self.setObjectName("variants")
        self.setRootIsDecorated(False)
        self.setAlternatingRowColors(True)
        headings = [
            translate("WhatIf", "Plan"), translate("WhatIf", "Longest"), translate("WhatIf", "Mean"),
            translate("WhatIf", "Fairness"), translate("WhatIf", "Coverage"), translate("WhatIf", "km"),
            translate("WhatIf", "Cost"), translate("WhatIf", "Within"), translate("WhatIf", "What was tried"),
        ]  # fmt: skip
        tips = [
            "",
            translate("WhatIf", "Hours and minutes of the longest route"),
            translate("WhatIf", "Hours and minutes of a route on average"),
            translate("WhatIf", "Longest ÷ mean: 1 where all routes take as long"),
            translate("WhatIf", "Share of the metres asked for that are walked within the shift"),
            translate("WhatIf", "Kilometres walked by all together"),
            translate("WhatIf", "Hours paid × what an hour costs: every officer's whole shift, and what is beyond it"),
            translate("WhatIf", "The longest route is within this of the best possible one, proven"),
            "",
        ]
        self.setHeaderLabels(headings)
        for column, tip in enumerate(tips):
            self.headerItem().setToolTip(column, tip)
        self.header().setStretchLastSection(True)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.currentItemChanged.connect(self._on_changed)

    def add(self, variant: Variant, told: str) -> None:
        """Add a plan and go to it."""
        figures = variant.figures
        gap = "–" if math.isinf(figures.gap) else f"{100.0 * figures.gap:.1f} %"
        item = QTreeWidgetItem(
            [str(variant.number), hours(figures.longest), hours(figures.mean), f"{figures.fairness:.2f}",
             f"{100.0 * figures.coverage:.1f} %", f"{figures.metres / 1000.0:.1f}", f"{figures.cost:,.0f}", gap, told]
        )  # fmt: skip
        item.setData(0, _KEY, variant.number)
        for column in range(1, 8):
            item.setTextAlignment(column, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
        item.setToolTip(8, told)
        self.addTopLevelItem(item)
        self.setCurrentItem(item)

    def choose(self, number: int) -> None:
        """Go to a plan."""
        for place in range(self.topLevelItemCount()):
            if self.topLevelItem(place).data(0, _KEY) == number:
                self.setCurrentItem(self.topLevelItem(place))

    def _on_changed(self, now, _before) -> None:
        if now is not None:
            self.chosen.emit(now.data(0, _KEY))


class StreetTable(QTreeWidget):
    """The streets of a plan by officer. `given(street, officer)`, officers from 0, when his number is pressed;

    `pointed(street)` when a person goes to a street.
    """

    given = pyqtSignal(int, int)
    pointed = pyqtSignal(int)

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self.setObjectName("streets_of_plan")
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setHeaderLabels(
            [translate("WhatIf", "Officer"), translate("WhatIf", "Street"), translate("WhatIf", "Metres")]
        )
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column in (0, 2):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self._digits = Digits()
        self.currentItemChanged.connect(self._on_changed)

    @property
    def street(self) -> int:
        """The street a person is at, -1 for none."""
        item = self.currentItem()
        return int(item.data(0, _KEY)) if item is not None else -1

    def show_plan(self, trial: Trial, variant: Variant) -> None:
        """List the streets in the order they are walked, and stay at the same street."""
        street = self.street
        self._digits = Digits(len(variant.plan.walks))
        items = []
        for officer, walk in enumerate(variant.plan.walks, start=1):
            swatch = QPixmap(_SWATCH, _SWATCH)
            swatch.fill(QColor(palette.colour(officer)))
            for edge in (walk.half[walk.visit] >> 1).tolist():
                name = trial.named(edge) or translate("WhatIf", "unnamed street {number}").format(number=edge + 1)
                item = QTreeWidgetItem([str(officer), name, f"{trial.graph.length[edge]:.0f}"])
                item.setData(0, Qt.ItemDataRole.DecorationRole, swatch)
                item.setData(0, _KEY, edge)
                item.setTextAlignment(2, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
                items.append(item)
        self.blockSignals(True)
        self.clear()
        self.addTopLevelItems(items)
        self.blockSignals(False)
        self.choose(street)

    def choose(self, street: int) -> None:
        """Go to a street."""
        for place in range(self.topLevelItemCount()):
            if self.topLevelItem(place).data(0, _KEY) == street:
                self.setCurrentItem(self.topLevelItem(place))
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        officer = self._digits.officer(event) if self.street >= 0 else None
        if officer is not None:
            self.given.emit(self.street, officer)
        elif not event.text().isdecimal():
            super().keyPressEvent(event)

    def _on_changed(self, now, _before) -> None:
        if now is not None:
            self.pointed.emit(int(now.data(0, _KEY)))


def hours(minutes: float) -> str:
    """Return minutes as hours and minutes, 3:52."""
    whole = round(minutes)
    return f"{whole // 60}:{whole % 60:02d}"
