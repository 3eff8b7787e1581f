"""Keys of the desk: letters for acts while a list has the focus, and what they are, all in QGIS's shortcut manager."""

from functools import partial

from qgis.gui import QgsGui
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction, QWidget

from . import claim_line, deliveries
from .key_list import KeyList
from .queue_filters import MOST

_LIST_CONTEXT = Qt.ShortcutContext.WidgetShortcut


def _letters() -> dict[str, str]:
    """Return what each letter is for."""
    return {
        "D": QCoreApplication.translate("Shortcuts", "Dispatch"),
        "F": QCoreApplication.translate("Shortcuts", "File"),
        "H": QCoreApplication.translate("Shortcuts", "Record handling"),
        "K": QCoreApplication.translate("Shortcuts", "Check, or forward for check"),
        "C": QCoreApplication.translate("Shortcuts", "Close, or confirm"),
        "R": QCoreApplication.translate("Shortcuts", "Return"),
        "W": QCoreApplication.translate("Shortcuts", "Rework"),
        "U": QCoreApplication.translate("Shortcuts", "Urge"),
        "V": QCoreApplication.translate("Shortcuts", "Void"),
        "L": QCoreApplication.translate("Shortcuts", "Link duplicate"),
        "Y": QCoreApplication.translate("Shortcuts", "Verify"),
        "A": QCoreApplication.translate("Shortcuts", "Assign"),
        "X": QCoreApplication.translate("Shortcuts", "Force close"),
        "E": QCoreApplication.translate("Shortcuts", "Ask for an extension, or extend"),
        "P": QCoreApplication.translate("Shortcuts", "Ask for a suspension, suspend, or resume"),
        "T": QCoreApplication.translate("Shortcuts", "Refuse what was asked for"),
        "B": QCoreApplication.translate("Shortcuts", "Take back an assignment"),
        "J": QCoreApplication.translate("Shortcuts", "Rule on a return"),
        "Q": QCoreApplication.translate("Shortcuts", "Quick close"),
        "G": QCoreApplication.translate("Shortcuts", "Evaluate"),
    }


class Shortcuts(QObject):
    """Registers the desk's keys for one session. `session` has queue, case, alarms and the commands they call."""

    def __init__(self, session) -> None:
        super().__init__(session)
        self._session = session
        self._actions: list[QAction] = []
        queue, alarms = session.queue.view, session.alarms.view
        for letter, text in _letters().items():
            self._add(queue, f"act_{letter}", text, letter, lambda letter=letter: session.pages.start(letter))
        case, pages = session.case, session.pages
        self._add(queue, "claim", self.tr("Claim, or give the claim back"), claim_line.LETTER, pages.toggle_claim)
        self._add(queue, "again", self.tr("Send a failed order again"), deliveries.AGAIN, case.orders.send_again)
        self._add(queue, "answer", self.tr("Record the unit's answer"), deliveries.ANSWER, case.orders.begin_answer)
        self._add(queue, "new", self.tr("New case file"), "N", session.open_intake)
        self._add(queue, "search", self.tr("Search the queue"), "/", session.queue.search.setFocus)
        self._add(queue, "filter_name", self.tr("Keep this filter under a name"), "*", session.queue.name_filter)
        for number in range(1, MOST + 1):
            text = self.tr("Saved filter {number}").format(number=number)
            apply = session.queue.filters.apply
            self._add(queue, f"filter_{number}", text, str(number), lambda number=number, do=apply: do(number))
        self._add(queue, "centre", self.tr("Centre the map on the case file"), "Space", session.centre_case)
        self._add(queue, "theme", self.tr("Choose a map theme"), "Shift+T", session.toolbar.theme.setFocus)
        self._add(queue, "mute", self.tr("Mute for half an hour"), "M", session.toggle_mute)
        self._add(queue, "print", self.tr("Print the map"), "Shift+M", session.print_map)
        self._add(queue, "patrols", self.tr("Patrol plans of the shifts"), "Shift+P", session.patrols.open)
        for name, text, key in (
            ("handover", self.tr("Hand the shift over, or take it over"), "Shift+H"),
            ("board", self.tr("Who is on duty"), "Shift+D"),
            ("situation", self.tr("Figures of the situation"), "Shift+F"),
            ("states", self.tr("Operating states of the areas"), "Shift+O"),
            ("settings", self.tr("Room settings"), "Shift+S"),
        ):
            self._add(queue, name, text, key, partial(session.go_to, name))
        self._add(queue, "keys", self.tr("Show the keys"), "?", self.show_keys)
        self._add(alarms, "acknowledge", self.tr("Acknowledge the alarm"), "A", session.alarms.acknowledge)
        self._add(alarms, "alarm_case", self.tr("Make a case file from the alarm"), "N", session.alarms.make_case)
        self._add(alarms, "alarm_offer", self.tr("Take the offer for the alarm"), "G", session.alarms.take_offer)
        self._add(alarms, "alarm_centre", self.tr("Centre the map on the alarm"), "Space", session.alarms.centre)
        self._add(alarms, "back", self.tr("Back to the queue"), "Esc", session.back_to_queue)
        window = session.window
        self._add(
            window, "alarms", self.tr("Go to the alarms"), "F8", partial(session.go_to, "alarms"), everywhere=True
        )
        self._add(
            window, "next", self.tr("Next unassigned case file"), "F2", session.queue.next_unassigned, everywhere=True
        )
        self._keys: KeyList | None = None

    def unregister(self) -> None:
        """Take the keys out of QGIS again."""
        manager = QgsGui.shortcutsManager()
        for action in self._actions:
            manager.unregisterAction(action)
            for widget in action.associatedWidgets() if hasattr(action, "associatedWidgets") else ():
                widget.removeAction(action)
            action.deleteLater()
        self._actions.clear()
        if self._keys is not None:
            self._keys.deleteLater()
            self._keys = None

    def show_keys(self) -> None:
        """Show the list of keys beside the queue until a key or a click takes it away."""
        session = self._session
        places = {
            session.queue.view: self.tr("In the queue"),
            session.alarms.view: self.tr("In the list of alarms"),
            session.window: self.tr("Everywhere"),
        }
        keys: dict[str, list[tuple[str, str]]] = {heading: [] for heading in places.values()}
        for action in self._actions:
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            keys[places[action.parent()]].append((key, action.property("meaning")))
        if self._keys is not None:
            self._keys.deleteLater()
        self._keys = KeyList(keys, session.window)
        self._keys.show_beside(session.queue)

    def _add(self, widget: QWidget, name: str, text: str, key: str, done, *, everywhere: bool = False) -> None:
        # The manager lists actions by their text, so it says whose they are.
        action = QAction(self.tr("Community Brain: {key}").format(key=text), widget)
        action.setObjectName(f"community_brain_{name}")
        action.setProperty("meaning", text)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut if everywhere else _LIST_CONTEXT)
        action.triggered.connect(lambda checked=False: done())
        widget.addAction(action)
        QgsGui.shortcutsManager().registerAction(action, key)
        self._actions.append(action)
