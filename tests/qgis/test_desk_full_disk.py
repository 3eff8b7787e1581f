"""A server whose disk is full, for real: what the desk says, what it keeps, and that it goes on once there is room."""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from little_room import PROPERTY, LittleRoom, shut
from psycopg2 import sql
from qgis.PyQt.QtTest import QTest

from community_brain_plugin.cases.drafts import Drafts
from community_brain_plugin.cases.queue import Viewer
from community_brain_plugin.database.connection import connect, local
from community_brain_plugin.ui.desk.case_panel import CasePanel
from community_brain_plugin.ui.desk.context import DeskContext
from community_brain_plugin.ui.desk.lock_line import LockLine
from community_brain_plugin.ui.desk.queue_model import QueueModel
from community_brain_plugin.ui.desk.status import StatusLine
from community_brain_plugin.ui.live.queries import Queries
from community_brain_plugin.ui.live.room_model import RoomModel

pytestmark = [
    pytest.mark.usefixtures("english"),
    pytest.mark.skipif(os.geteuid() != 0, reason="needs root, which can mount a small file system"),
]
NAME = "on_a_small_disk"


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A file system of 200 MB in memory."""
    folder = Path(tempfile.mkdtemp(prefix="community-brain-small-"))
    folder.chmod(0o755)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200m", "tmpfs", str(folder)], check=False).returncode:
        folder.rmdir()
        pytest.skip("this machine lets nobody mount")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)
    folder.rmdir()


@pytest.fixture
def room(cluster, map_template, small_disk) -> Iterator[LittleRoom]:
    """A little room whose tables lie on the small disk."""
    owner = cluster.home.data.stat()
    space = small_disk / "space"
    space.mkdir()
    os.chown(space, owner.st_uid, owner.st_gid)
    maintenance = connect(local(cluster.home, database="postgres"), autocommit=True)
    names = {"name": sql.Identifier(NAME), "template": sql.Identifier(map_template), "place": sql.Literal(str(space))}

    def run(statement: str) -> None:
        with maintenance.cursor() as cursor:
            cursor.execute(sql.SQL(statement).format(**names))

    run("CREATE TABLESPACE {name} LOCATION {place}")
    run("CREATE DATABASE {name} TEMPLATE {template} TABLESPACE {name}")
    shut(maintenance.cursor(), NAME)
    made = LittleRoom(cluster, NAME)
    yield made
    made.close()
    run("DROP DATABASE {name} WITH (FORCE)")
    run("DROP TABLESPACE {name}")
    maintenance.close()


@pytest.fixture
def desk(room, qtbot, tmp_path) -> Iterator[DeskContext]:
    """The dispatcher's desk on that room."""
    model, queries = RoomModel(), Queries(workers=1)
    desk = DeskContext(model, queries, Drafts(tmp_path / "drafts.json"))
    model.connection_changed.connect(lambda: queries.follow(model.connection))
    for part in (queries, model):
        part.open(room.parameters("dispatcher"))
    qtbot.waitUntil(desk.can_send, timeout=20_000)
    yield desk
    model.close()
    queries.close()


def fill_up(disk: Path) -> Path:
    """Leave no byte free; return what takes the room."""
    fill = disk / "fill"
    with fill.open("wb", buffering=0) as file:
        for size in (2**20, 2**12):
            with contextlib.suppress(OSError):
                while file.write(bytes(size)):
                    continue
    assert shutil.disk_usage(disk).free == 0
    return fill


def test_on_a_full_disk_the_desk_is_read_only_loses_nothing_and_opens_by_itself_once_there_is_room(
    room, small_disk, desk, qtbot
):
    case, other = room.case_in("pending_dispatch"), room.case_in("pending_dispatch")
    qtbot.waitUntil(lambda: {case, other} <= set(desk.room.cases), timeout=20_000)
    panel, status, line = CasePanel(desk), StatusLine(desk, QueueModel(desk.room, Viewer())), LockLine(desk)
    for widget in (panel, status, line):
        qtbot.addWidget(widget)
        widget.show()
    panel.show_case(case)
    before, number = room.case(case), desk.room.cases[case]["case_number"]
    left = "SELECT (SELECT count(*) FROM room.case_log WHERE case_id = %s), (SELECT count(*) FROM room.outbox)"
    assert room.query(left, (case,)) == [(2, 0)]
    room.query("CHECKPOINT")
    fill = fill_up(small_disk)
    assert panel.start("D")
    panel.form.fill({"department_code": PROPERTY, "reason": "ours"})
    panel.form.submit()
    qtbot.waitUntil(lambda: "disk is full" in panel.form.message.text(), timeout=20_000)
    request = desk.drafts.get(number, "dispatch").request_id
    assert not desk.can_write()
    assert not panel.form.do_it.isEnabled()
    assert not panel.start("R"), "no other act is begun either"
    assert desk.drafts.get(number, "dispatch").values["reason"] == "ours"
    status.tick()
    for said in (status.toolTip(), line.text()):
        assert "disk is full" in said
    assert "Read only since" in line.text()
    QTest.keyClicks(panel.form.field("reason"), ", and urgent")
    panel.form.submit()
    assert room.case(case) == before
    assert room.query(left, (case,)) == [(2, 0)], "nothing was done by half"
    assert desk.is_live(), "what is on the screen is true all the while"
    panel.show_case(other)
    assert panel.case_id == other, "the queue can be read"
    panel.show_case(case)
    fill.unlink()
    qtbot.waitUntil(desk.can_write, timeout=30_000)
    assert not line.isVisible()
    status.tick()
    assert "keeps nothing" not in status.toolTip()
    assert panel.start("D")
    panel.form.submit()
    qtbot.waitUntil(lambda: panel.form is None, timeout=20_000)
    assert room.query(left, (case,)) == [(3, 1)]
    taken = "SELECT request_id::text, reason FROM room.case_log WHERE case_id = %s AND version = 3"
    assert room.query(taken, (case,)) == [(request, "ours, and urgent")]
    assert not desk.drafts.has(number, "dispatch")


def test_a_server_that_takes_no_changes_is_only_read_from_the_start_until_it_takes_them(room, desk, qtbot, tmp_path):
    """A standby, or one whose administrator has it read only: the desk says so before anybody has tried anything."""
    login = sql.Identifier(room.parameters("dispatcher")["user"])
    room.query(sql.SQL("ALTER ROLE {} SET default_transaction_read_only = on").format(login))
    let_go = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = %s AND datname = %s"
    for application in ("community-brain desk", "community-brain feed"):
        room.query(let_go, (application, NAME))
    line = LockLine(desk)
    qtbot.addWidget(line)
    qtbot.waitUntil(lambda: "takes no changes" in line.text(), timeout=30_000)
    qtbot.waitUntil(desk.is_live, timeout=30_000)
    assert not desk.can_write()
    room.query(sql.SQL("ALTER ROLE {} RESET default_transaction_read_only").format(login))
    room.query(let_go, ("community-brain desk", NAME))
    qtbot.waitUntil(desk.can_send, timeout=30_000)
    assert line.text() == ""
