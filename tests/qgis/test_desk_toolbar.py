"""The room's toolbar names who sits here as fully as leaves every button in sight."""

import pytest
from desk_rows import hand_fed_desk
from qgis.PyQt.QtWidgets import QMainWindow, QToolButton

from community_brain_plugin.ui.desk.toolbar import RoomToolBar

pytestmark = pytest.mark.usefixtures("english")
ROLES = ("acceptor", "analyst", "collector", "dispatcher", "evaluator", "shift_leader")


@pytest.fixture
def bar(tmp_path, qtbot):
    """The toolbar of a person with six posts, in a window of its own."""
    window = QMainWindow()
    qtbot.addWidget(window)
    made = RoomToolBar(hand_fed_desk(tmp_path, *ROLES).desk, window)
    window.addToolBar(made)
    for text in ("New case file", "Print map", "Mute"):
        made.add_command(text, text, lambda: None)
    made.list_kinds(["unit_grid"])
    window.show()
    yield made
    made.let_go()


def test_a_narrow_window_names_fewer_posts_before_it_hides_a_button(bar, qtbot):
    more = bar.findChild(QToolButton, "qt_toolbar_ext_button")
    bar.window().resize(2400, 400)
    qtbot.waitUntil(lambda: "Collector" in bar._post.text(), timeout=10_000)
    assert "Acceptor, Analyst, Collector, Dispatcher, Evaluator, Shift leader" in bar._post.text()
    bar.window().resize(bar.sizeHint().width() - 60, 400)
    qtbot.waitUntil(lambda: "Acceptor +5" in bar._post.text() and not more.isVisible(), timeout=10_000)
    assert "Shift leader" in bar._post.toolTip()
