"""The room's toolbar: who sits here, the connection, what the map shows, printing it."""

import contextlib
from collections.abc import Callable, Iterable
from html import escape

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QStyle, QToolBar

from ...wording import name
from ..map.subjects import words
from ..map.tally import ATOM
from ..map.themes import THEMES
from ..words import listed
from .status import connection_html

#: What grids can be shaded by.
MEASURES = ("open", "overdue_share", "alarms", "outline")
# Pixels to spare for the style's own margins.
_SLACK = 16


class RoomToolBar(QToolBar):
    """Post, connection, themes, shading, print. `shading_chosen(kind, measure)`, `theme_chosen(name)`."""

    shading_chosen = pyqtSignal(str, str)
    theme_chosen = pyqtSignal(str)

    def __init__(self, desk, window) -> None:
        super().__init__(window)
        self._desk = desk
        self.setObjectName("community_brain_toolbar")
        self.setWindowTitle(self.tr("Community Brain"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._post, self._connection = QLabel(self), QLabel(self)
        # Never shown: it tells how large the connection's words are before they stand in the toolbar.
        self._measure = QLabel()
        for label in (self._post, self._connection, self._measure):
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setMargin(4)
        self.kind = self._combo(self.tr("Kind of grid"), [])
        self.measure = self._combo(self.tr("Shade grids by"), [(m, self._measure_name(m)) for m in MEASURES])
        self.theme = QComboBox(self)
        self.theme.setToolTip(self.tr("Map theme"))
        self.theme.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._lay_out()
        self._posts: tuple[tuple[str, int], ...] = ()
        desk.ready.connect(self._show_post)
        desk.sending_changed.connect(self._show_post)
        desk.room.connection_changed.connect(self._show_connection)
        # A new project brings a collection of its own.
        QgsProject.instance().mapThemeCollectionChanged.connect(self._follow_themes)
        self._show_post()
        self._show_connection()
        self._follow_themes()

    def add_command(self, text: str, tip: str, done: Callable[[], None]):
        """Add a button and return its action."""
        action = self.addAction(text)
        action.setToolTip(tip)
        action.triggered.connect(lambda checked=False: done())
        return action

    def list_kinds(self, kinds: Iterable[str]) -> None:
        """Offer these kinds of grid for shading; the first is the one shaded."""
        chosen = self.kind.currentData()
        self.kind.clear()
        for kind in kinds:
            self.kind.addItem(self.tr("Community") if kind == "community" else name("grid_kind", kind), kind)
        self.kind.setCurrentIndex(max(0, self.kind.findData(chosen or ATOM)))
        self._fit()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._fit()

    def let_go(self) -> None:
        """Stop listening to the project; the toolbar is about to go."""
        project = QgsProject.instance()
        project.mapThemeCollectionChanged.disconnect(self._follow_themes)
        with contextlib.suppress(TypeError):  # QGIS empties the project before it ends its plugins
            project.mapThemeCollection().mapThemesChanged.disconnect(self._list_themes)

    def _follow_themes(self) -> None:
        QgsProject.instance().mapThemeCollection().mapThemesChanged.connect(self._list_themes)
        self._list_themes()

    def _lay_out(self) -> None:
        self.addWidget(self._post)
        self.addWidget(self._connection)
        self.addSeparator()
        self.addWidget(self.theme)
        self.addWidget(self.kind)
        self.addWidget(self.measure)
        self.theme.textActivated.connect(self.theme_chosen)
        for combo in (self.kind, self.measure):
            combo.activated.connect(
                lambda index: self.shading_chosen.emit(self.kind.currentData(), self.measure.currentData())
            )

    def _combo(self, tip: str, entries) -> QComboBox:
        combo = QComboBox(self)
        combo.setToolTip(tip)
        for value, text in entries:
            combo.addItem(text, value)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return combo

    def _measure_name(self, measure: str) -> str:
        return {
            "open": self.tr("Open case files"),
            "overdue_share": self.tr("Overdue share"),
            "alarms": self.tr("Alarms"),
            "outline": self.tr("Outline only"),
        }[measure]

    def _show_post(self) -> None:
        me = self._desk.identity
        roles = [name("role", role) for role in sorted(self._desk.roles)]
        who = f"<b>{escape(me['name'])}</b>" if me else self.tr("Nobody yet")
        few = [*roles[:1], f"+{len(roles) - 1}"] if len(roles) > 1 else roles
        read_only = f" · <b>▲ {escape(self.tr('read only'))}</b>" if self._desk.locked else ""
        ways = (listed(roles), " ".join(few), "")
        # Asked for at every change of the connection, and measured only when the words are others.
        texts = tuple(f"{who} {escape(way)}{read_only}" for way in ways)
        if texts != tuple(text for text, _ in self._posts):
            self._posts = tuple(map(self._measured, texts))
        demo = self.tr("demo") if me.get("is_demo") else ""
        parts = (listed(roles), str(me.get("subdistrict_name") or ""), demo, self._desk.locked)
        self._post.setToolTip(" · ".join(part for part in parts if part))
        self._fit()

    def _measured(self, text: str) -> tuple[str, int]:
        self._post.setText(text)
        return text, self._post.sizeHint().width()

    def _fit(self) -> None:
        """Name as many posts as leave room for the buttons; all are in the tip.

        The label is touched only where its words change: each time it is, the whole window is laid out anew.
        """
        parts = [self.widgetForAction(action) for action in self.actions() if action.isVisible()]
        edges = (
            self.width()
            - self.contentsRect().width()
            + self.style().pixelMetric(QStyle.PixelMetric.PM_ToolBarHandleExtent)
        )
        widths = (max(part.sizeHint().width(), part.minimumWidth()) for part in parts if part is not self._post)
        taken = sum(width + self.layout().spacing() for width in widths)
        fitting = (text for text, width in self._posts if width + taken + edges + _SLACK <= self.width())
        text = next(fitting, self._posts[-1][0] if self._posts else self._post.text())
        if text != self._post.text():
            self._post.setText(text)

    def _show_connection(self) -> None:
        """Say how the connection is, in as much room as the longest words so far took.

        In a label of a fixed size other words can stand without the whole window being laid out anew, which would be
        each time a room is opened or read again.
        """
        self._measure.setText(connection_html(self._desk.room))
        room = self._connection.minimumSize().expandedTo(self._measure.sizeHint())
        if room != self._connection.minimumSize():
            self._connection.setFixedSize(room)
            self._fit()
        self._connection.setText(self._measure.text())

    def _list_themes(self) -> None:
        present = QgsProject.instance().mapThemeCollection().mapThemes()
        own = [words(title) for title in THEMES.values() if words(title) in present]
        chosen = self.theme.currentText()
        self.theme.clear()
        self.theme.addItems([*own, *(other for other in present if other not in own)])
        self.theme.setCurrentIndex(max(0, self.theme.findText(chosen)))
        self.theme.setEnabled(bool(present))
