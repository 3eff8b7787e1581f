"""What stands under the queue: the case file that is chosen, several chosen together, or a report being written."""

from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QStackedWidget, QWidget

from .group_panel import GroupPanel
from .live_table import MOST, LiveTable
from .working_place import works_in


class CasePages(QStackedWidget):
    """Pages that follow the rows chosen in the queue's table `view`; `case` is the page of one case file.

    Rows that go by themselves take nothing away that is written or answered; other rows chosen by hand do.
    `wanted()` comes before somebody works here, so that it can be brought to the front.
    """

    wanted = pyqtSignal()

    def __init__(self, desk, view: LiveTable, case: QWidget, *forms: QWidget) -> None:
        super().__init__()
        self._view = view
        self.case = case
        self.group = GroupPanel(desk)
        for page in (case, self.group, *forms):
            self.addWidget(page)
        # Rows are told of before they go; what is left of the choice is clear a moment later.
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(0)
        self._settling.timeout.connect(self._settle)
        view.grouped.connect(lambda keys: self._settling.start())
        view.too_many.connect(
            lambda: desk.failed.emit(
                self.tr("At most {count} case files can be chosen together.").format(count=MOST)
            )
        )  # fmt: skip
        self.group.left.connect(lambda: view.setFocus(Qt.FocusReason.OtherFocusReason))

    def show_chosen(self) -> None:
        """Show the page of the case file that is chosen, or of those chosen together."""
        self.setCurrentWidget(self.group if self._view.group() else self.case)

    def start(self, letter: str) -> bool:
        """Open the form of the act with this letter; False when there is none."""
        self.wanted.emit()
        return self._acting().start(letter)

    def toggle_claim(self) -> None:
        """Claim what is chosen, or give the claim back."""
        self._acting().toggle_claim()

    def take_focus(self) -> None:
        """Go from the queue to the first act."""
        self.wanted.emit()
        self._acting().take_focus()

    def is_at(self, page: QWidget) -> bool:
        """Return whether this page is shown and nobody works elsewhere than in it or in the rows above it."""
        return self.currentWidget() is page and works_in(self, self._view)

    def is_at_rest(self, case_id: int | None = None) -> bool:
        """Return whether nobody writes here or works elsewhere, and this case file is shown, if one is named."""
        return self.is_at(self.case) and self.case.form is None and case_id in (None, self.case.case_id)

    def _acting(self):
        return self.group if self.currentWidget() is self.group else self.case

    def _settle(self) -> None:
        keys, before, selected = self._view.group(), self.group.keys, self._view.selected()
        let_go = [key for key in before if key not in selected]
        by_hand = not set(keys) <= set(before) or any(self._view.model().row_of(key) is not None for key in let_go)
        if self.group.holds and not by_hand:
            return
        if keys:
            self.group.show_group(keys)
            self.setCurrentWidget(self.group)
        elif self.currentWidget() is self.group:
            self.setCurrentWidget(self.case)
