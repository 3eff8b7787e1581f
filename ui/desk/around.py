"""What stands around a case file: who reported it, who answers for its ground, and what else may be the same."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, Qt, pyqtSignal
from qgis.PyQt.QtGui import QTextDocumentFragment
from qgis.PyQt.QtWidgets import QLabel

from ...cases import handover, records
from ..words import escape, listed, named
from .case_words import CALLED, CALLS, reporter_html
from .look import show_text

# More than these near a case file are summed.
_MOST = 5


class NearList(QLabel):
    """Rich text whose links are case files: `case_wanted(case_id)` when one is clicked, or Enter is pressed on it."""

    case_wanted = pyqtSignal(object)

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.linkActivated.connect(self._follow)
        self.show_html("")

    def show_html(self, text: str) -> None:
        """Show this; Tab stops here only where there is a case file to go to."""
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        if "<a " in text:
            flags |= Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        if int(flags) != int(self.textInteractionFlags()):
            self.setTextInteractionFlags(flags)
            if "<a " not in text:
                self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        if text != self.text():
            show_text(self, text)

    def _follow(self, link: str) -> None:
        self.case_wanted.emit(int(link))


class Around(NearList):
    """The surroundings of the case file shown. `desk` is the DeskContext.

    Whoever reads that a call back is owed says here, too, that it was made, or that nobody answered.
    """

    def __init__(self, desk, parent=None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case: Mapping[str, Any] | None = None
        # Whose caller was tried in vain just now: the call is owed as before, and nothing else would show it.
        self._in_vain: int | None = None
        self._case_id: int | None = None

    def show_case(self, case: Mapping[str, Any] | None) -> None:
        """Show the surroundings of a case file as soon as they are read; None shows nothing."""
        key = case["case_id"] if case is not None else None
        if key != self._case_id:
            self.show_html("")
            self._in_vain = None
        self._case, self._case_id = case, key
        if case is not None:
            self._desk.read_surroundings(case, lambda found: self._take(key, found))

    def words(self) -> str:
        """Return what is said, as text."""
        return QTextDocumentFragment.fromHtml(self.text()).toPlainText()

    def _follow(self, link: str) -> None:
        if link not in CALLS:
            super()._follow(link)
        elif self._case_id is not None and self._desk.can_send():
            key, reached = self._case_id, link == CALLED
            self._desk.ask(
                lambda connection: handover.called_back(connection, key, reached),
                lambda _: self._read_again(key, reached),
            )

    def _read_again(self, key: int, reached: bool) -> None:
        if key == self._case_id:
            self._in_vain = None if reached else key
            self.show_case(self._case)

    def _take(self, key: int, found: records.Surroundings) -> None:
        if key != self._case_id:
            return
        title = self.tr("Perhaps the same:")
        noted = self.tr("Noted that nobody answered; the call is still owed.") if self._in_vain == key else ""
        parts = (
            reporter_html(found.reporter),
            escape(noted),
            responsible_html(found.responsible),
            near_html(title, found.near, self._desk.room.cases),
        )
        self.show_html("<br>".join(part for part in parts if part))


def responsible_html(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return who answers for the grids a case file lies in, and under which telephone number."""
    people = [
        " ".join(escape(str(part)) for part in (named(row, "kind"), row["code"], row["name"], row["phone"]) if part)
        for row in rows
    ]
    return QCoreApplication.translate("Around", "Responsible: {people}").format(people=listed(people)) if people else ""


def near_html(title: str, rows: Sequence[Mapping[str, Any]], cases: Mapping[int, Mapping[str, Any]]) -> str:
    """Return case files nearby as links, each with its state, metres and hours; empty for none.

    All are of the class that is spoken of, so it is not said of each: a line each is what a narrow panel has room for.

    `rows` are those of desk.nearby_duplicates, `cases` the live ones by case_id.
    """
    if not rows:
        return ""
    words = QCoreApplication.translate("Around", "{metres} m away, {hours} h ago")
    lines = []
    for row in rows[:_MOST]:
        live = cases.get(row["case_id"])
        parts = (
            f"<a href='{row['case_id']}'>{escape(row['case_number'])}</a>",
            escape(named(live, "state")) if live is not None else "",
            words.format(metres=round(row["metres"]), hours=f"{row['hours']:.1f}"),
        )
        lines.append(" · ".join(part for part in parts if part))
    if len(rows) > _MOST:
        lines.append(escape(QCoreApplication.translate("Around", "and {count} more").format(count=len(rows) - _MOST)))
    return "<br>".join((f"<b>◆ {escape(title)}</b>", *lines))
