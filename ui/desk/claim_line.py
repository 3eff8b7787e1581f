"""Who is working on the case file shown and until when, and taking or giving back that claim."""

from collections.abc import Mapping
from typing import Any

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QPushButton

from ...cases import queue, steps
from ...wording import name
from ..words import clock, escape, time_unit

LETTER = "I"


class ClaimLine(QLabel):
    """The claim on one case file. A claim is a lease: it ends by itself, and with the step that moves the case file on.

    `desk` is the DeskContext; `button`, to be put where there is room, claims or gives back. `failed(str)` says why a
    claim was refused.
    """

    failed = pyqtSignal(str)

    def __init__(self, desk, parent=None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case: Mapping[str, Any] | None = None
        self._is_busy = False
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.button = QPushButton(parent)
        self.button.setObjectName("claim")
        self.button.clicked.connect(lambda checked: self.toggle())

    def show_case(self, case: Mapping[str, Any] | None) -> None:
        """Show the claim on a case file; None shows nothing."""
        self._case = case
        self.tick()

    def tick(self) -> None:
        """Let the lease run on; called once a second."""
        case = self._case
        holder = steps.holder(case, self._desk.room_now()) if case is not None else None
        self.setText(self._said(case, holder) if case is not None and holder is not None else "")
        self.setVisible(holder is not None)
        mine = holder is not None and holder == self._desk.viewer.staff_number
        words = self.tr("Give the claim back") if mine else self.tr("Claim")
        self.button.setText(f"{LETTER}  {words}")
        self.button.setToolTip(
            self.tr("Colleagues of your post may act on it again")
            if mine
            else self.tr("Keeps colleagues of your post from acting on it for a few minutes")
        )
        # A colleague's claim may be held by another post: the room says which stands in the way.
        self.button.setVisible(self._may_claim())
        self.button.setEnabled(self._may_claim() and self._desk.can_send() and not self._is_busy)

    def toggle(self) -> None:
        """Claim the case file, or give one's claim back."""
        case = self._case
        if case is None or not self._may_claim() or not self._desk.can_send() or self._is_busy:
            return
        held = steps.holder(case, self._desk.room_now()) == self._desk.viewer.staff_number
        act = steps.release if held else steps.claim
        self._is_busy = True
        self._desk.queries.run(
            lambda connection: act(connection, case["subdistrict"], case["case_id"]), self._on_done, self._on_failed
        )
        self.tick()

    def _may_claim(self) -> bool:
        case, rules = self._case, self._desk.rules
        if case is None or rules is None or not case["is_open"]:
            return False
        return rules.transitions.claiming_role(case, self._desk.roles) is not None

    def _said(self, case: Mapping[str, Any], holder: str) -> str:
        left = queue.countdown(case["claimed_until"], self._desk.room_now())
        ends = self.tr("until {time} ({left} {unit} left)").format(
            time=clock(case["claimed_until"])[:5], left=left.text, unit=time_unit(left.unit)
        )
        if holder == self._desk.viewer.staff_number:
            return f"<b>● {escape(self.tr('Claimed by you'))}</b> {escape(ends)}"
        rules = self._desk.rules
        who = rules.staff_name(holder) if rules is not None else holder
        post = name("role", case["claimed_role"]) if case.get("claimed_role") else ""
        words = self.tr("{person} ({post}) is working on it").format(person=who, post=post)
        return f"<b style='color:#b26a00'>◆ {escape(words)}</b> {escape(ends)}"

    def _on_done(self, answer: dict[str, Any]) -> None:
        self._is_busy = False
        # The feed brings the row in a moment; the answer is shown at once.
        if self._case is not None and answer["case_id"] == self._case["case_id"]:
            self._case = {**self._case, **{key: answer[key] for key in ("claimed_by", "claimed_role", "claimed_until")}}
        self.tick()

    def _on_failed(self, error) -> None:
        self._is_busy = False
        self.failed.emit(str(error))
        self.tick()
