"""Photos of a case file: shown small, opened in place, added at their stage; other files are turned away."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from desk_rows import NOON, case, hand_fed_desk
from little_room import LittleRoom
from qgis.PyQt.QtCore import QBuffer, QMimeData, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QColor, QDropEvent, QImage
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from community_brain_plugin.cases import attachments
from community_brain_plugin.database.feed import ConnectionState
from community_brain_plugin.errors import RoomError
from community_brain_plugin.ui.desk import photos
from community_brain_plugin.ui.desk.case_panel import CasePanel

pytestmark = pytest.mark.usefixtures("english")


def picture(kind: str = "PNG", width: int = 40, height: int = 30) -> bytes:
    """Return a red picture."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#cc2222"))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)
    return bytes(buffer.data())


def row(number: int = 1, **more) -> dict:
    return {
        "attachment_id": str(number), "case_id": 1, "stage": "before", "file_name": "现场.jpg",
        "media_type": "image/jpeg", "bytes": 2048, "added_at": datetime(2026, 11, 21, tzinfo=UTC), "added_by": "P1",
        "added_by_name": "崔静霞", **more,
    }  # fmt: skip


@pytest.fixture
def opened(qtbot, tmp_path):
    """Return a desk and the panel of a case file that is being handled."""
    fed = hand_fed_desk(tmp_path, "dispatcher")
    panel = CasePanel(fed.desk)
    qtbot.addWidget(panel)
    panel.resize(400, 700)
    panel.show()
    fed.feed(case(1, "pending_handle"))
    panel.show_case(1)
    return fed, panel


def answer(fed, kind: str, result) -> None:
    """Answer the newest question whose work mentions a function."""
    asked = next(asked for asked in reversed(fed.queries.asked) if kind in asked.work.__code__.co_names)
    asked.done(result)


def test_photos_are_shown_small_and_one_opens_in_place(opened, qtbot):
    fed, panel = opened
    strip = panel.photos
    answer(fed, "listed", [row(), row(2, media_type="application/pdf", file_name="报告.pdf")])
    assert strip.view.count() == 2
    answer(fed, "decode", photos.decode(picture(), 72))
    assert strip.view.item(0).icon().availableSizes()
    strip.view.setCurrentRow(0)
    QTest.keyClick(strip.view, Qt.Key.Key_Return)
    view = panel.findChild(photos.PhotoView)
    answer(fed, "_read", (picture(), photos.decode(picture())))
    assert view._picture.pixmap().width() == 40
    qtbot.waitUntil(lambda: view.visibleRegion().boundingRect().height() == view.height(), timeout=10_000)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.isVisible()


def test_a_dropped_photo_is_sent_at_the_stage_that_fits_the_state(opened, tmp_path):
    fed, panel = opened
    assert panel.photos.stage.currentData() == "after"
    path = tmp_path / "after.png"
    path.write_bytes(picture())
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)), QUrl("https://example.org/x.png")])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    before = len(fed.queries.asked)
    panel.photos.dropEvent(drop)
    assert len(fed.queries.asked) == before + 1
    fed.queries.asked[-1].failed(RoomError("room.too_large", file_name="after.png", megabytes=20))
    assert "larger than 20 MB" in panel.photos._message.text()


@pytest.fixture
def checked(qtbot, tmp_path):
    """Return a collector's desk with the form of the check's result open."""
    fed = hand_fed_desk(tmp_path, "collector")
    panel = CasePanel(fed.desk)
    qtbot.addWidget(panel)
    panel.resize(400, 700)
    panel.show()
    fed.feed(case(1, "checking", handled_at=NOON))
    panel.show_case(1)
    panel.open_form(next(act.transition for act in panel.acts() if act.transition.action == "check_result"))
    return fed, panel


def copy_picture() -> None:
    mime = QMimeData()
    mime.setImageData(QImage.fromData(picture()))
    QApplication.clipboard().setMimeData(mime)


@pytest.mark.parametrize("place", ["finding", "passed", "attach"])
def test_a_check_says_that_it_asks_for_a_picture_and_takes_the_copied_one(checked, place):
    fed, panel = checked
    assert "Check 0 / 1" in panel.form.pictures.text()
    copy_picture()
    target = panel.photos.add if place == "attach" else panel.form.field(place)
    if place == "passed":
        target = target.passed
    QTest.keyClick(target, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "20261121-120000.jpg" in panel.photos._message.text()
    answer(fed, "_keep", "id")
    before, since = NOON - timedelta(hours=1), NOON + timedelta(hours=1)
    answer(fed, "listed", [row(stage="check", added_at=before), row(2, stage="check", added_at=since)])
    assert "Check 1 / 1" in panel.form.pictures.text()


def test_copied_words_are_written_where_a_picture_would_be_taken(checked):
    fed, panel = checked
    QApplication.clipboard().setText("lane is free")
    before = len(fed.queries.asked)
    QTest.keyClick(panel.form.field("finding"), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert panel.form.payload()["finding"] == "lane is free"
    assert len(fed.queries.asked) == before


def test_a_check_names_what_it_found_as_such(checked):
    _, panel = checked
    assert panel.form._form.labelForField(panel.form.field("finding")).text() == "Found at the check"


def test_nobody_adds_while_the_room_is_away_or_without_a_post_for_it(opened, tmp_path, qtbot):
    fed, panel = opened
    fed.connect(ConnectionState.OFFLINE)
    assert not panel.photos.add.isEnabled()
    evaluator = hand_fed_desk(tmp_path, "evaluator")
    other = CasePanel(evaluator.desk)
    qtbot.addWidget(other)
    evaluator.feed(case(1))
    other.show_case(1)
    assert not other.photos.add.isEnabled()


@pytest.mark.parametrize(("content", "code"), [(b"<html>", "room.file_type"), (b"", "room.file_type")])
def test_what_only_bears_the_name_of_a_photo_is_turned_away(tmp_path, content, code):
    path = tmp_path / "photo.jpg"
    path.write_bytes(content)
    with pytest.raises(RoomError) as caught:
        attachments.read_file(path)
    assert caught.value.code == code


def test_a_file_that_is_too_large_is_not_even_read(tmp_path):
    path = tmp_path / "huge.jpg"
    with path.open("wb") as stream:
        stream.truncate(attachments.LARGEST + 1)
    with pytest.raises(RoomError) as caught:
        attachments.read_file(path)
    assert caught.value.code == "room.too_large"
    with pytest.raises(RoomError):
        attachments.read_file(Path(tmp_path / "gone.jpg"))


def test_a_picture_that_would_fill_the_memory_is_not_decoded(monkeypatch):
    monkeypatch.setattr(photos, "_MOST_PIXELS", 100)
    assert photos.decode(picture()).isNull()
    assert photos.decode(b"no picture").isNull()


def test_the_room_keeps_a_photo_once_and_refuses_other_files(map_room: LittleRoom, tmp_path):
    case_id = map_room.report()["case_id"]
    path = tmp_path / "before.png"
    path.write_bytes(picture())
    with map_room.connect("acceptor", autocommit=False) as session:
        first = attachments.attach(session, case_id, "before", path)
        assert attachments.attach(session, case_id, "before", path) == first
        (kept,) = attachments.listed(session, case_id)
        assert (kept["media_type"], kept["stage"], kept["added_by"]) == ("image/png", "before", "1001")
        assert attachments.content(session, first) == picture()
        photos._keep(session, case_id, "after", "pasted.jpg", QImage.fromData(picture()))
        assert [row["media_type"] for row in attachments.listed(session, case_id)] == ["image/png", "image/jpeg"]
    with pytest.raises(RoomError) as caught:
        map_room.query("SELECT desk.attach(%s, 'other', 'x.html', 'text/html', 'x')", (case_id,), "acceptor")
    assert caught.value.code == "room.file_type"
