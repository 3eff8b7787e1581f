"""The list of keys: whole on every screen, and gone with the next key."""

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QTextDocumentFragment
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QWidget

from community_brain_plugin.ui.desk.key_list import KeyList

KEYS = {
    "In the queue": [(chr(65 + number), f"Meaning number {number}") for number in range(45)],
    "Everywhere": [("F2", "Next <unassigned>")],
}


@pytest.fixture
def shown(qtbot):
    """Return a window, a panel of it and the list of keys."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    panel = QWidget(window)
    window.show()
    return window, panel, KeyList(KEYS, window)


def test_the_keys_are_shown_whole_however_low_the_screen_is(shown):
    _, _, keys = shown
    for most in (400, 600, 2000):
        keys.set_height(most)
        keys.resize(keys.sizeHint())
        assert keys.height() <= most
        words = QTextDocumentFragment.fromHtml(keys.text()).toPlainText()
        assert all(meaning in words for rows in KEYS.values() for _, meaning in rows)
        assert all(heading in words for heading in KEYS)


def test_the_list_stands_on_the_screen_and_goes_with_the_next_key(shown):
    _, panel, keys = shown
    keys.show_beside(panel)
    assert panel.screen().availableGeometry().contains(keys.geometry())
    assert keys.size() == keys.sizeHint()
    QTest.keyClick(keys, Qt.Key.Key_Escape)
    assert not keys.isVisible()
