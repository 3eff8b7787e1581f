"""The room's toolbar: who sits here, the connection, what the map shows, printing it."""

from collections.abc import Callable

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QToolBar

from ...wording import name
from .status import connection_html

#: What grids can be shaded by.
MEASURES = ("open", "overdue_share", "alarms", "outline")
_GRID_KINDS = ("unit_grid", "patrol_grid", "community", "block")


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
        for label in (self._post, self._connection):
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setMargin(4)
        self.kind = self._combo(self.tr("Kind of grid"), [(kind, name("grid_kind", kind)) for kind in _GRID_KINDS])
        self.measure = self._combo(self.tr("Shade grids by"), [(m, self._measure_name(m)) for m in MEASURES])
        self.theme = QComboBox(self)
        self.theme.setToolTip(self.tr("Map theme"))
        self.theme.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._lay_out()
        desk.ready.connect(self._show_post)
        desk.room.connection_changed.connect(self._show_connection)
        QgsProject.instance().mapThemeCollection().mapThemesChanged.connect(self._list_themes)
        self._show_post()
        self._show_connection()
        self._list_themes()

    def add_command(self, text: str, tip: str, done: Callable[[], None]):
        """Add a button and return its action."""
        action = self.addAction(text)
        action.setToolTip(tip)
        action.triggered.connect(lambda checked=False: done())
        return action

    def let_go(self) -> None:
        """Stop listening to the project; the toolbar is about to go."""
        QgsProject.instance().mapThemeCollection().mapThemesChanged.disconnect(self._list_themes)

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
        roles = "、".join(name("role", role) for role in sorted(self._desk.roles))
        self._post.setText(f"<b>{me['name']}</b> {roles}" if me else self.tr("Nobody yet"))
        demo = self.tr("demo") if me.get("is_demo") else ""
        self._post.setToolTip(" · ".join(part for part in (str(me.get("subdistrict_name") or ""), demo) if part))

    def _show_connection(self) -> None:
        self._connection.setText(connection_html(self._desk.room))

    def _list_themes(self) -> None:
        names = QgsProject.instance().mapThemeCollection().mapThemes()
        self.theme.clear()
        self.theme.addItems(names)
        self.theme.setVisible(bool(names))
