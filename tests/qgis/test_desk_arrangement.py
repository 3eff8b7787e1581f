"""The room in a window on a small screen and on a large one: nothing beyond the screen, nothing lost by the change."""

import pytest
from qgis.core import QgsSettings
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QSize, Qt
from qgis.PyQt.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QStackedWidget,
    QStatusBar,
    QTabBar,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from community_brain_plugin.ui.desk.arrangement import Arrangement
from community_brain_plugin.ui.desk.docks import Docks
from community_brain_plugin.ui.desk.reading_room import ReadingRoom

#: 1366 × 768 pixels at 150 %, and a large screen.
SMALL, LARGE = QSize(911, 512), QSize(1920, 1000)
LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
OWN = ("queue", "case", "alarms", "board", "settings")
BARS = ("mFileToolBar", "mMapNavToolBar", "mDigitizeToolBar", "mAttributesToolBar", "community_brain_toolbar")
#: Of the status bar, with what they need at least.
PARTS = {"mMagnifierWidget": 130, "mRotationLabel": 50, "mRotationEdit": 95, "mCoordsEdit": 190,
         "mRenderSuppressionCBox": 70, "mScaleWidget": 130, "messages": 400}  # fmt: skip
KEYS = ("community-brain/layout", "community-brain/layout_compact", "UI/state")


def block(width, height=20):
    """A widget that needs at least so much."""
    widget = QWidget()
    widget.setMinimumSize(width, height)
    return widget


class Room:
    """A window as wide as QGIS's, with the docks of a room, on a screen of any size."""

    def __init__(self, qtbot, screen):
        self.screen = screen
        self.window = window = QMainWindow()
        qtbot.addWidget(window)
        pages = QStackedWidget()
        pages.addWidget(block(150, 100))
        pages.addWidget(block(463))  # the welcome page
        window.setCentralWidget(QWidget())
        QVBoxLayout(window.centralWidget()).addWidget(pages)
        line = QWidget()
        row = QHBoxLayout(line)
        for name, width in PARTS.items():
            part = block(width)
            part.setObjectName(name)
            row.addWidget(part)
        # Of its own, as QGIS's: the one a window makes counts for nothing in what the window needs.
        window.setStatusBar(QStatusBar())
        window.statusBar().addPermanentWidget(line, 10)
        for number, name in enumerate(BARS):
            bar = window.addToolBar(name)
            bar.setObjectName(name)
            bar.addWidget(block(120, 30))
            if number in (1, 3):
                window.addToolBarBreak()
        for name in ("Layers", "Browser"):
            self.add(name, LEFT)
        window.resize(screen.boundedTo(QSize(1500, 900)))
        window.show()
        self.arrangement = Arrangement(window, lambda: self.screen)
        self.lay_out()

    def add(self, name, area):
        """Put a dock into the window, as tall as the room's are."""
        dock = QDockWidget(name, self.window)
        dock.setObjectName(name)
        dock.setWidget(block(250, 160))
        self.window.addDockWidget(area, dock)

    def enter(self):
        """Open the room."""
        for name in OWN:
            self.add(name, LEFT if name in ("queue", "case") else RIGHT)
        self.arrangement.enter(*(self.dock(name) for name in OWN))
        self.dock("settings").hide()

    def move(self, screen):
        """Come to another screen."""
        self.screen = screen
        self.arrangement.fit()
        self.window.resize(screen.boundedTo(QSize(1500, 900)))
        self.arrangement.fit()
        self.lay_out()

    def lay_out(self):
        """Let all sizes be known."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def leave(self):
        """Close the room."""
        self.arrangement.leave()
        for name in OWN:
            dock = self.dock(name)
            self.window.removeDockWidget(dock)
            dock.setParent(None)

    def dock(self, name):
        """Return a dock."""
        return self.window.findChild(QDockWidget, name)

    def shown(self):
        """Return what is in sight of QGIS's own, and where docks stand."""
        names = [part.objectName() for part in self.window.findChildren(QWidget) if not part.isHidden()]
        places = {dock.objectName(): self.window.dockWidgetArea(dock) for dock in self.window.findChildren(QDockWidget)}
        return sorted(name for name in names if name.startswith("m")), places

    def tabs(self, name):
        """Return the docks that share a place."""
        return {dock.objectName() for dock in self.window.tabifiedDockWidgets(self.dock(name))}


@pytest.fixture
def room(qtbot):
    """Return a function that makes a window on a screen; no layout is left behind."""
    before = {key: QgsSettings().value(key) for key in KEYS}
    for key in KEYS:
        QgsSettings().remove(key)
    yield lambda screen: Room(qtbot, screen)
    for key, value in before.items():
        QgsSettings().setValue(key, value) if value is not None else QgsSettings().remove(key)


def test_a_line_in_the_status_bar_that_comes_to_need_more_squeezes_none_of_qgis_s_parts(room, qtbot):
    wide = room(LARGE)
    wide.window.resize(1500, 900)
    wide.enter()
    line = block(100)
    line.setObjectName("status")
    wide.window.statusBar().addPermanentWidget(line)
    qtbot.waitUntil(lambda: not wide.arrangement._fitting.isActive(), timeout=10_000)
    shown = [name for name in PARTS if not wide.window.findChild(QWidget, name).isHidden()]
    line.setMinimumWidth(1500 - sum(PARTS[name] for name in shown) + 60)
    wide.arrangement.fit_soon()
    qtbot.waitUntil(lambda: wide.window.statusBar().sizeHint().width() <= 1500, timeout=10_000)
    assert not line.isHidden()


class Door:
    """What a room's docks need of QGIS: its window and its map."""

    def __init__(self, qtbot):
        self.window, self.canvas = QMainWindow(), QgsMapCanvas()
        self.window.setCentralWidget(self.canvas)
        self.mainWindow, self.mapCanvas = lambda: self.window, lambda: self.canvas
        self.addDockWidget, self.removeDockWidget = self.window.addDockWidget, self.window.removeDockWidget
        qtbot.addWidget(self.window)


def test_a_room_that_is_left_leaves_the_focus_to_the_map_and_takes_it_from_nobody(qtbot):
    door = Door(qtbot)
    bar = door.window.addToolBar("QGIS")
    elsewhere = QLineEdit()
    bar.addWidget(elsewhere)
    for asked, left in ((None, door.canvas), (elsewhere, elsewhere)):
        docks, field = Docks(door), QLineEdit()
        docks.add("case", "Case file", field)
        door.window.show()
        (asked or field).setFocus()
        docks.remove()
        assert door.window.focusWidget() is left


def test_six_docks_in_one_place_have_tabs_that_can_be_read(qtbot):
    door = Door(qtbot)
    door.window.resize(900, 500)
    docks = Docks(door)
    titles = ("Alarms (3)", "Situation", "Handover", "On duty", "Room settings", "Operating states")
    for title in titles:
        docks.add(title, title, block(200))
        if title is not titles[0]:
            door.window.tabifyDockWidget(docks[titles[0]], docks[title])
    door.window.show()
    docks[titles[-1]].raise_()
    qtbot.waitUntil(lambda: any(bar.elideMode() == Qt.TextElideMode.ElideNone and bar.usesScrollButtons()
                                for bar in door.window.findChildren(QTabBar)), timeout=10_000)  # fmt: skip
    docks.remove()
    qtbot.wait(50)


def test_a_bar_without_tabs_that_qt_left_over_a_dock_takes_no_clicks(qtbot):
    door = Door(qtbot)
    door.window.resize(900, 500)
    docks = Docks(door)
    docks.add("alarms", "Alarms", block(200))
    door.window.show()
    left_over = QTabBar(door.window)
    left_over.setGeometry(600, 200, 298, 29)
    left_over.show()
    docks.open("alarms")
    docks["alarms"].hide()
    docks.open("alarms")
    qtbot.waitUntil(lambda: not door.window.rect().intersects(left_over.geometry()), timeout=10_000)
    docks.remove()
    qtbot.wait(50)


def test_at_150_per_cent_on_1366_by_768_nothing_reaches_beyond_the_screen(room, qtbot):
    small = room(SMALL)
    assert small.window.minimumSizeHint().width() > SMALL.width(), "QGIS alone is too wide"
    small.enter()
    qtbot.waitUntil(lambda: small.arrangement.is_compact, timeout=10_000)
    least = small.window.minimumSizeHint()
    assert (least.width() <= 911, least.height() <= 512) == (True, True), least
    qtbot.waitUntil(lambda: small.window.size() == SMALL, timeout=10_000)
    assert small.window.dockWidgetArea(small.dock("queue")) == LEFT
    assert small.window.dockWidgetArea(small.dock("case")) == RIGHT, "the case file is read beside the queue"
    assert {"alarms", "Layers"} <= small.tabs("queue")
    assert small.dock("settings").isHidden(), "what was closed stays so"
    small.dock("settings").show()
    small.lay_out()
    assert small.window.minimumSizeHint().height() <= SMALL.height(), "and finds its place beside the others"
    bars = [name for name in small.shown()[0] if name.endswith("ToolBar")]
    assert bars == ["mAttributesToolBar", "mMapNavToolBar"]


def test_a_larger_screen_and_the_end_of_the_room_bring_everything_back(room, qtbot):
    desk = room(LARGE)
    alone = desk.shown()
    desk.enter()
    qtbot.wait(300)
    wide = desk.shown()
    assert not desk.arrangement.is_compact
    desk.move(SMALL)
    assert desk.arrangement.is_compact
    assert desk.shown() != wide
    desk.move(LARGE)
    assert not desk.arrangement.is_compact
    assert desk.shown() == wide
    desk.move(SMALL)
    desk.leave()
    assert desk.shown() == alone
    assert desk.window.centralWidget().findChild(QStackedWidget).minimumWidth() == 0


def test_what_the_person_changed_on_the_small_screen_is_there_the_next_time_and_only_there(room, qtbot):
    desk = room(SMALL)
    desk.enter()
    qtbot.waitUntil(lambda: desk.arrangement.is_compact, timeout=10_000)
    by_name = {bar.objectName(): bar for bar in desk.window.findChildren(QWidget) if bar.objectName() in BARS}
    by_name["mDigitizeToolBar"].show()
    desk.window.addDockWidget(LEFT, desk.dock("case"))
    desk.leave()
    assert QgsSettings().value("community-brain/layout") is None, "the wide layout was never the person's"
    again = room(SMALL)
    again.enter()
    qtbot.waitUntil(lambda: again.arrangement.is_compact, timeout=10_000)
    assert again.window.dockWidgetArea(again.dock("case")) == LEFT
    assert "mDigitizeToolBar" in again.shown()[0]
    again.move(LARGE)
    assert set(BARS) - {"community_brain_toolbar"} <= set(again.shown()[0])


def test_a_qgis_that_ends_with_the_room_open_keeps_its_own_window(room, qtbot):
    desk = room(LARGE)
    before = desk.window.saveState()
    desk.enter()
    qtbot.wait(300)
    QgsSettings().setValue("UI/state", desk.window.saveState())  # as QGIS does before it unloads its plugins
    desk.leave()
    assert QgsSettings().value("UI/state") == before


def test_a_report_is_given_room_while_it_is_in_front_and_the_others_get_theirs_back(qtbot):
    window = QMainWindow()
    window.setCentralWidget(QWidget())
    qtbot.addWidget(window)
    window.resize(1366, 768)
    alarms, handover, layers = (QDockWidget(name, window) for name in ("alarms", "handover", "layers"))
    for dock in (alarms, handover, layers):
        dock.setWidget(QTextBrowser())
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    window.splitDockWidget(alarms, layers, Qt.Orientation.Vertical)
    window.tabifyDockWidget(alarms, handover)
    ReadingRoom(window, handover)
    alarms.raise_()
    window.show()
    window.resizeDocks([alarms, layers], [380, 300], Qt.Orientation.Vertical)
    window.resizeDocks([alarms], [280], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: 270 < alarms.width() < 290 and layers.height() > 250, timeout=10_000)
    before = layers.height()
    handover.raise_()
    qtbot.waitUntil(lambda: handover.height() > 480 and handover.width() > 400, timeout=10_000)
    alarms.raise_()
    qtbot.waitUntil(lambda: abs(layers.height() - before) < 8 and alarms.width() < 300, timeout=10_000)
    handover.raise_()
    qtbot.waitUntil(lambda: handover.height() > 480, timeout=10_000)
    window.resizeDocks([handover, layers], [400, 280], Qt.Orientation.Vertical)
    qtbot.waitUntil(lambda: layers.height() > 240, timeout=10_000)
    moved = layers.height()
    alarms.raise_()
    qtbot.waitUntil(lambda: not alarms.visibleRegion().isEmpty(), timeout=10_000)
    qtbot.wait(50)
    assert abs(layers.height() - moved) < 8, "borders somebody has moved stay where they are"
