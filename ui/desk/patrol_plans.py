"""Plans of patrol in a dock: those of each shift with their figures; two chosen are compared; leaders publish.

Enter goes from the list to what can be done, F5 reads the plans again, Esc goes back to the queue.
"""

from collections.abc import Callable

from qgis.PyQt.QtCore import QCoreApplication, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...patrols import plans
from ...patrols.plans import Listed, Moved
from ...wording import language
from ..words import listed, moment
from .lock_line import UnderLockLine
from .own_key import RefreshKey, add_keys
from .patrol_checks import PatrolChecksBox

DOCK = "patrols"
_LEADERS = frozenset({"shift_leader"})
_STREETS = 12


class PatrolPlansPanel(QWidget):
    """Shows what is saved. `left()` asks for the queue, `print_wanted(plan_id)` for the pages of a plan."""

    left = pyqtSignal()
    print_wanted = pyqtSignal(int)

    def __init__(self, desk, docks=None, parent=None) -> None:
        super().__init__(parent)
        self._desk, self._docks = desk, docks
        self._plans: list[Listed] = []
        self._is_busy = self._asked = False
        self._build()
        RefreshKey(self, self.refresh)
        add_keys(self, self.left.emit, "Esc")
        desk.ready.connect(self._offer)
        desk.sending_changed.connect(self._offer)
        desk.room.changed.connect(self._on_changed)

    def open(self) -> None:
        """Bring the dock to the front."""
        self._docks.open(DOCK)
        self.begin()

    def begin(self) -> None:
        """Read the plans, and go to their list."""
        self.refresh()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the plans and the draws again."""
        self.checks.refresh()
        self._desk.ask(plans.listed, self._take)

    def publish(self) -> None:
        """Publish the chosen plan, or withdraw it; that asks once, and says what follows."""
        plan = self._chosen()
        if plan is None or not self.do_it.isEnabled():
            return
        if not self._asked:
            self._asked = True
            self._say(self._consequence(plan))
            self.do_it.setText(self.tr("Yes, do it"))
            return
        act = plans.withdraw if plan.state == plans.PUBLISHED else plans.publish
        number, version = plan.plan_id, plan.version
        self._is_busy = True
        self._say(self.tr("Sending …"))
        self._offer()
        self._desk.queries.run(
            lambda connection: act(connection, number, version), lambda answer: self._end(""), self._on_failed
        )

    def _build(self) -> None:
        self.list = QTreeWidget(self)
        self.list.setObjectName("patrol_plans")
        self.list.setRootIsDecorated(False)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setHeaderLabels([self.tr("Shift"), self.tr("Plan"), self.tr("State")])
        header = self.list.header()
        header.setStretchLastSection(False)
        for column in range(3):
            mode = QHeaderView.ResizeMode.Stretch if column == 1 else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, mode)
        self.list.itemSelectionChanged.connect(self._show_chosen)
        self.list.itemActivated.connect(lambda item, column: self.do_it.setFocus(Qt.FocusReason.OtherFocusReason))
        self.facts, self.message = QLabel(self), QLabel(self)
        for label in (self.facts, self.message):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.message.hide()
        self.do_it, self.print_it = QPushButton(self), QPushButton(self.tr("Print the routes"), self)
        self.do_it.setObjectName("publish_patrol")
        self.print_it.setObjectName("print_patrol")
        self.print_it.setToolTip(self.tr("A page for each officer, as a PDF"))
        self.do_it.clicked.connect(lambda checked: self.publish())
        self.print_it.clicked.connect(lambda checked: self.print_wanted.emit(self._chosen().plan_id))
        buttons = QHBoxLayout()
        buttons.addWidget(self.do_it)
        buttons.addWidget(self.print_it)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.facts)
        layout.addWidget(self.message)
        layout.addLayout(buttons)
        self.checks = PatrolChecksBox(self._desk, self)
        layout.addWidget(self.checks)
        self._show_chosen()

    def _take(self, found: list[Listed]) -> None:
        chosen = {plan.plan_id for plan in self._selected()}
        self._plans = found
        self.list.clear()
        for plan in found:
            item = QTreeWidgetItem(self.list, [_shift(plan), plan.name, self._state(plan)])
            item.setToolTip(1, plan.name)
            font = item.font(0)
            font.setBold(plan.state == plans.PUBLISHED)
            for column in range(3):
                item.setFont(column, font)
            item.setSelected(plan.plan_id in chosen)
        if found and not self._selected():
            self.list.topLevelItem(0).setSelected(True)
        self._show_chosen()

    def _show_chosen(self) -> None:
        self._asked = False
        self._say("")
        self._offer()
        selected = self._selected()
        if len(selected) == 2:
            one, other = selected
            self._desk.ask(
                lambda connection: plans.compare(connection, one.plan_id, other.plan_id),
                lambda moved: self._show_comparison(one, other, moved),
            )
        elif selected:
            self.facts.setText(self._told(selected[0]))
        elif self._plans:
            self.facts.setText(self.tr("Choose one, or two to compare them."))
        else:
            self.facts.setText(
                self.tr(
                    "No plan of patrol is saved yet. In the Processing toolbox: Plan patrols, then Save patrol plan."
                )
            )

    def _show_comparison(self, one: Listed, other: Listed, moved: list[Moved]) -> None:
        if [plan.plan_id for plan in self._selected()] != [one.plan_id, other.plan_id]:
            return
        words = self.tr("{street}: officer {one} → {other}")
        lines = [
            words.format(
                street=street.name or street.ref, one=_officers(street.officers), other=_officers(street.other_officers)
            )
            for street in moved[:_STREETS]
        ]
        if len(moved) > _STREETS:
            lines.append("…")
        head = self.tr("{count} streets change hands.").format(count=len(moved))
        self.facts.setText("\n".join([self._told(one), self._told(other), head, *lines]))

    def _told(self, plan: Listed) -> str:
        """Return the figures of a plan in a line."""
        words = self.tr("{name}: {officers} officers, {metres} km, longest {longest} min, longest ÷ mean {fairness}")
        told = words.format(
            name=plan.name, officers=plan.officers, metres=f"{plan.metres / 1000:.1f}",
            longest=f"{plan.longest_minutes:.0f}", fairness=f"{plan.fairness:.2f}",
        )  # fmt: skip
        if plan.gap is not None:
            told += self.tr("; within {gap} % of the best possible").format(gap=f"{100 * plan.gap:.1f}")
        if plan.left_out:
            told += self.tr("; {count} streets left out").format(count=plan.left_out)
        return told + self.tr("; saved by {person}").format(person=plan.made_by_name)

    def _consequence(self, plan: Listed) -> str:
        if plan.state == plans.PUBLISHED:
            return self.tr("“{name}” goes from the map of every desk.").format(name=plan.name)
        former = [
            other.name for other in self._plans
            if other.state == plans.PUBLISHED and other.starts_at < plan.ends_at and plan.starts_at < other.ends_at
        ]  # fmt: skip
        told = self.tr("Every desk shows “{name}” during its shift.").format(name=plan.name)
        if former:
            told += " " + self.tr("“{former}” is withdrawn.").format(former=listed(former))
        return told

    def _offer(self) -> None:
        """Show what this person may do with what is chosen."""
        plan = self._chosen()
        leads = bool(self._desk.roles & _LEADERS)
        self.do_it.setVisible(leads)
        is_over = plan is not None and plan.state != plans.PUBLISHED and plan.ends_at <= self._desk.room_now()
        self.do_it.setEnabled(
            leads and plan is not None and not is_over and self._desk.can_send() and not self._is_busy
        )
        self.print_it.setEnabled(plan is not None)
        if not self._asked:
            is_published = plan is not None and plan.state == plans.PUBLISHED
            self.do_it.setText(self.tr("Withdraw") if is_published else self.tr("Publish to the shift"))

    def _state(self, plan: Listed) -> str:
        return {
            plans.DRAFT: self.tr("draft"),
            plans.PUBLISHED: self.tr("● published"),
            plans.WITHDRAWN: self.tr("withdrawn"),
        }[plan.state]

    def _selected(self) -> list[Listed]:
        rows = sorted(self.list.indexOfTopLevelItem(item) for item in self.list.selectedItems())
        return [self._plans[row] for row in rows if row < len(self._plans)]

    def _chosen(self) -> Listed | None:
        selected = self._selected()
        return selected[0] if len(selected) == 1 else None

    def _on_changed(self, subject: str, _upserted: list, _removed: list) -> None:
        if subject == "patrol" and self.isVisible():
            self.refresh()

    def _on_failed(self, error) -> None:
        self._end(str(error))

    def _end(self, words: str) -> None:
        self._is_busy = self._asked = False
        self._say(words)
        self._offer()
        if not words:
            self.refresh()

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))


def add(desk, docks, service: str, back: Callable[[], None]) -> PatrolPlansPanel:
    """Make the panel with its dock; what is printed is printed from the room of this service entry."""
    panel = PatrolPlansPanel(desk, docks)
    docks.add(DOCK, QCoreApplication.translate("PatrolPlansPanel", "Patrol plans"), UnderLockLine(desk, panel))
    panel.left.connect(back)
    panel.print_wanted.connect(lambda number: _print(number, service))
    return panel


def _print(number: int, service: str) -> None:
    """Open the algorithm that prints, filled in."""
    import processing  # QGIS's own, there only in a whole QGIS

    processing.execAlgorithmDialog("communitybrain:printpatrolplan", {"PLAN": str(number), "ROOM": service})


def _shift(plan: Listed) -> str:
    name = plan.shift_zh if language() == "zh" else plan.shift_en
    return f"{moment(plan.starts_at)[5:]} {name or ''}".strip()


def _officers(numbers: list[int]) -> str:
    return listed(str(number) for number in numbers) or "–"
