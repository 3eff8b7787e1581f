"""The private cluster: made, broken in every way a desk can break it, and found again with its data."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg2
import pytest

from community_brain_plugin.database import binaries
from community_brain_plugin.database.cluster import PrivateCluster
from community_brain_plugin.database.connection import connect, local
from community_brain_plugin.database.home import PORT, Account, Home
from community_brain_plugin.database.migration import SCHEMA_FOLDER
from community_brain_plugin.database.services import choose_post, known_posts, posts, service_file, write_service_files
from community_brain_plugin.errors import RoomError
from community_brain_plugin.wording import say

SOURCE_OF_A_WRITER = """
import sys
from community_brain_plugin.database.cluster import PrivateCluster
from pathlib import Path
PrivateCluster(Path(sys.argv[1])).up()
"""


@pytest.fixture
def home() -> Iterator[Path]:
    """A place for a cluster of its own, stopped and removed afterwards."""
    path = Path(tempfile.mkdtemp(prefix="community-brain-test-"))
    yield path
    for folder in (path, path / "second"):
        cluster = PrivateCluster(folder)
        if cluster.pid() is not None:
            os.kill(cluster.pid() or 0, signal.SIGQUIT)
            wait_until(lambda: cluster.pid() is None)  # noqa: B023 - called at once
    shutil.rmtree(path, ignore_errors=True)


def wait_until(true, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def execute(cluster: PrivateCluster, statement: str):
    connection = connect(local(cluster.home), autocommit=True)
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []
    finally:
        connection.close()


def processes_of(cluster: PrivateCluster) -> list[int]:
    """Return every process that runs in the data folder: the postmaster and its children."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cwd"):
        try:
            if path.readlink() == cluster.home.data.resolve():
                found.append(int(path.parent.name))
        except OSError:
            continue
    return found


def test_up_makes_a_room_that_nobody_else_can_enter(home):
    cluster = PrivateCluster(home)
    assert cluster.status().state == "absent"
    assert cluster.up()
    assert not cluster.up()
    status = cluster.status()
    assert (status.state, status.pid) == ("running", cluster.pid())
    assert execute(cluster, "SHOW listen_addresses") == [("",)]
    assert execute(cluster, "SHOW server_encoding") == [("UTF8",)]
    assert execute(cluster, "SHOW data_checksums") == [("on",)]
    assert execute(cluster, "SHOW fsync") == [("on",)]
    account = Account.current()
    for folder in (home, cluster.home.data, cluster.home.socket, cluster.home.log):
        found = folder.stat()
        assert (found.st_uid, found.st_mode & 0o777) == (account.uid, 0o700)
    assert Path(f"/proc/{cluster.pid()}").stat().st_uid == account.uid != 0
    assert cluster.down()
    assert not cluster.down()
    assert cluster.status().state == "stopped"


def test_every_process_killed_and_all_committed_rows_found_again(home):
    cluster = PrivateCluster(home)
    cluster.up()
    execute(cluster, "CREATE TABLE kept (n int)")
    open_session = connect(local(cluster.home))
    open_session.cursor().execute("INSERT INTO kept VALUES (-1)")
    for number in range(50):
        execute(cluster, f"INSERT INTO kept VALUES ({number})")
    killed = processes_of(cluster)
    assert len(killed) > 5
    for pid in killed:
        with contextlib.suppress(ProcessLookupError):  # a helper process of the server that had just ended by itself
            os.kill(pid, signal.SIGKILL)
    wait_until(lambda: cluster.pid() is None)
    assert (cluster.home.data / "postmaster.pid").exists()
    assert cluster.status().state == "stopped"
    assert cluster.up()
    assert execute(cluster, "SELECT count(*), min(n), max(n) FROM kept") == [(50, 0, 49)]


def test_the_postmaster_alone_killed_while_a_session_is_busy(home):
    cluster = PrivateCluster(home)
    cluster.up()
    execute(cluster, "CREATE TABLE kept AS SELECT 1 AS n")
    busy = connect(local(cluster.home))
    sleeper = threading.Thread(target=lambda: _quietly(busy, "SELECT pg_sleep(60)"))
    sleeper.start()
    os.kill(cluster.pid() or 0, signal.SIGKILL)
    wait_until(lambda: cluster.pid() is None)
    assert cluster.up()
    assert execute(cluster, "SELECT n FROM kept") == [(1,)]
    sleeper.join(timeout=30)


def test_a_server_that_is_frozen_is_named_and_goes_on_when_it_thaws(home, monkeypatch):
    up = PrivateCluster(home)
    up.up()
    execute(up, "CREATE TABLE kept AS SELECT 1 AS one")
    pid = up.pid() or 0
    os.kill(pid, signal.SIGSTOP)
    try:
        with monkeypatch.context() as impatient:
            impatient.setattr("community_brain_plugin.database.cluster._START_SECONDS", 0)
            with pytest.raises(RoomError) as refused:
                up.up()
    finally:
        os.kill(pid, signal.SIGCONT)
    assert refused.value.code == "cluster.silent"
    assert refused.value.params["pid"] == pid
    assert not up.up()
    assert execute(up, "SELECT one FROM kept") == [(1,)]


def _quietly(connection, statement: str) -> None:
    """Run a statement under which the server is killed."""
    with contextlib.suppress(psycopg2.Error):
        connection.cursor().execute(statement)


def test_a_pid_file_whose_number_is_another_programs_now(home):
    cluster = PrivateCluster(home)
    cluster.up()
    cluster.down()
    (cluster.home.data / "postmaster.pid").write_text(
        f"{os.getpid()}\n{cluster.home.data}\n1\n5432\n\n\n  1 1\nready\n"
    )
    assert cluster.pid() is None
    assert cluster.up()


def test_two_at_once_make_one_room(home):
    writers = [
        subprocess.Popen([sys.executable, "-c", SOURCE_OF_A_WRITER, str(home)], stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    assert [(writer.communicate()[1], writer.returncode) for writer in writers] == [("", 0)] * 3
    assert PrivateCluster(home).status().state == "running"


def test_initdb_interrupted_leaves_nothing_in_the_way(home):
    maker = subprocess.Popen([sys.executable, "-c", SOURCE_OF_A_WRITER, str(home)], start_new_session=True)
    wait_until(lambda: any(home.glob("data.new-*/global")))
    os.killpg(maker.pid, signal.SIGKILL)
    maker.wait()
    cluster = PrivateCluster(home)
    assert cluster.status().state == "absent"
    assert cluster.up()
    assert not list(home.glob("data.new-*"))


def test_a_folder_that_never_was_a_cluster_is_moved_aside(home):
    (home / "data").mkdir()
    (home / "data" / "letter.txt").write_text("mine")
    account = Account.current(create=True)
    os.chown(home, account.uid, account.gid)
    cluster = PrivateCluster(home)
    assert cluster.status().state == "unfinished"
    cluster.up()
    (aside,) = home.glob("data.aside-*")
    assert (aside / "letter.txt").read_text() == "mine"


@pytest.mark.parametrize("name", ["PG_VERSION", "global/pg_control", "postgresql.conf"])
def test_a_damaged_cluster_is_named_and_left_alone(home, name):
    cluster = PrivateCluster(home)
    cluster.up()
    cluster.down()
    (cluster.home.data / name).unlink()
    before = sorted(path for path in cluster.home.data.rglob("*"))
    status = cluster.status()
    assert (status.state, status.detail) == ("damaged", str(cluster.home.data / name))
    with pytest.raises(RoomError) as caught:
        cluster.up()
    assert caught.value.code == "cluster.damaged"
    assert name in str(caught.value)
    assert sorted(path for path in cluster.home.data.rglob("*")) == before


def test_a_torn_control_file_is_named_and_left_alone(home):
    cluster = PrivateCluster(home)
    cluster.up()
    cluster.down()
    control = cluster.home.data / "global" / "pg_control"
    control.write_bytes(bytes(control.stat().st_size))
    with pytest.raises(RoomError) as caught:
        cluster.up()
    assert caught.value.code in {"cluster.damaged", "cluster.version_files"}
    assert control.read_bytes() == bytes(control.stat().st_size)


def test_files_of_another_major_version(home):
    cluster = PrivateCluster(home)
    cluster.up()
    cluster.down()
    (cluster.home.data / "PG_VERSION").write_text("12\n")
    with pytest.raises(RoomError) as caught:
        cluster.up()
    assert caught.value.code == "cluster.version"
    assert "12" in str(caught.value)


def test_a_socket_that_another_server_uses(home):
    first = PrivateCluster(home)
    first.up()
    first.down()
    with socket.socket(socket.AF_UNIX) as other:
        other.bind(str(first.home.socket / f".s.PGSQL.{PORT}"))
        other.listen()
        with pytest.raises(RoomError) as caught:
            first.up()
    assert caught.value.code == "cluster.socket_in_use"
    assert str(first.home.socket) in str(caught.value)
    (first.home.socket / f".s.PGSQL.{PORT}").unlink()
    assert first.up()


def test_a_dead_socket_file_is_no_hindrance(home):
    cluster = PrivateCluster(home)
    cluster.up()
    cluster.down()
    with socket.socket(socket.AF_UNIX) as other:
        other.bind(str(cluster.home.socket / f".s.PGSQL.{PORT}"))
    assert cluster.up()


def test_a_home_with_a_long_path_gets_a_short_socket(home):
    deep = home / ("long-" * 25)
    cluster = PrivateCluster(deep)
    home.chmod(0o755)
    try:
        cluster.up()
        assert cluster.home.socket.parent == Path("/tmp")
        assert cluster.home.socket.stat().st_mode & 0o777 == 0o700
        assert execute(cluster, "SELECT 1") == [(1,)]
        cluster.down()
    finally:
        shutil.rmtree(cluster.home.socket, ignore_errors=True)


def test_somebody_elses_socket_folder_is_not_trusted(home):
    long_home = Home(home / ("long-" * 25))
    home.chmod(0o755)
    long_home.socket.symlink_to(home)
    try:
        with pytest.raises(RoomError) as caught:
            PrivateCluster(long_home.path).up()
    finally:
        long_home.socket.unlink()
    assert caught.value.code == "cluster.not_ours"


def test_a_server_without_postgis(home, monkeypatch):
    monkeypatch.setattr(binaries.Binaries, "has_postgis", property(lambda self: False))
    with pytest.raises(RoomError) as caught:
        PrivateCluster(home).up()
    assert caught.value.code == "cluster.no_postgis"
    assert "postgresql-15-postgis-3" in str(caught.value) or binaries.available()[0].version != 15
    assert not (home / "data").exists()


def test_no_server_at_all(home, monkeypatch):
    monkeypatch.setattr(binaries, "available", list)
    with pytest.raises(RoomError) as caught:
        PrivateCluster(home).up()
    assert caught.value.code == "cluster.no_server"


def test_a_full_disk(home, monkeypatch):
    usage = shutil.disk_usage(home)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage._replace(free=1))
    with pytest.raises(RoomError) as caught:
        PrivateCluster(home).up()
    assert caught.value.code == "cluster.disk_full"
    assert not (home / "data").exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root, which can mount a small file system")
def test_a_disk_that_fills_up_while_the_room_stands(home):
    home.chmod(0o755)
    small = home / "small"
    small.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400m", "tmpfs", str(small)], check=False).returncode:
        pytest.skip("this machine lets nobody mount")
    cluster = PrivateCluster(small / "room")
    try:
        cluster.up()
        execute(cluster, "CREATE TABLE kept AS SELECT 1 AS n")
        cluster.down()
        fill = small / "fill"
        with contextlib.suppress(OSError), fill.open("wb", buffering=0) as file:
            while file.write(bytes(2**20)):
                continue
        with pytest.raises(RoomError) as caught:
            cluster.up()
        assert caught.value.code == "cluster.disk_full"
        fill.unlink()
        assert cluster.up()
        assert execute(cluster, "SELECT n FROM kept") == [(1,)]
        cluster.down()
    finally:
        subprocess.run(["umount", "--lazy", str(small)], check=False)


@pytest.mark.skipif(os.geteuid() != 0, reason="an ordinary user's home is always within his reach")
def test_a_home_below_a_closed_folder(home):
    with pytest.raises(RoomError) as caught:
        PrivateCluster(home / "room").up()
    assert caught.value.code == "cluster.home_unreachable"


def test_service_files_name_a_login_and_no_password(home):
    cluster = PrivateCluster(home)
    cluster.up()
    write_service_files(cluster.home, Account.current(), {"dispatcher": "wang"})
    assert "user=wang" in service_file(cluster.home, "dispatcher").read_text()
    choose_post(cluster.home, "admin")
    text = (home / "pg_service.conf").read_text()
    assert text.startswith("[community-brain]\n")
    assert "user=postgres" in text
    assert "password" not in text
    with pytest.raises(RoomError) as caught:
        choose_post(cluster.home, "mayor")
    assert caught.value.code == "cluster.no_post"


def test_a_post_keeps_its_login_and_the_chosen_post_stays(database, home):
    cluster = PrivateCluster(home)
    cluster.up()
    first = database.login("1", "dispatcher", "admin")
    second = database.login("2", "dispatcher")
    assert posts(database.connect_as(), {}) == {"dispatcher": first}
    assert posts(database.connect_as(), {"dispatcher": second}) == {"dispatcher": second}
    assert posts(database.connect_as(), {"dispatcher": "gone"}) == {"dispatcher": first}
    both = database.login("0", "dispatcher", "worker")
    assert posts(database.connect_as(), {}) == {"dispatcher": first, "worker": both}, "a post's desk shows its own work"
    account = Account.current()
    write_service_files(cluster.home, account, {"dispatcher": second})
    assert known_posts(cluster.home) == {"dispatcher": second}
    assert f"user={second}" in (home / "pg_service.conf").read_text()
    choose_post(cluster.home, "service")
    write_service_files(cluster.home, account, {"dispatcher": second})
    assert "user=community_brain_service" in (home / "pg_service.conf").read_text()
    assert "user=postgres" in service_file(cluster.home, "admin").read_text()


def test_a_server_on_which_a_step_may_be_left_open_for_good_is_named(home):
    """A prepared transaction outlives its session, so the resident service cannot end it."""
    cluster = PrivateCluster(home)
    cluster.up()
    execute(cluster, "CREATE ROLE room_owner; CREATE SCHEMA desk")
    execute(cluster, (SCHEMA_FOLDER / "app" / "left_open.sql").read_text(encoding="utf-8"))
    kinds = "SELECT kind, name FROM desk.left_open() WHERE kind = 'prepared'"
    assert execute(cluster, kinds) == []
    execute(cluster, "ALTER SYSTEM SET max_prepared_transactions = 3")
    cluster.down()
    cluster.up()
    assert execute(cluster, kinds) == [("prepared", "max_prepared_transactions = 3")]
    assert "max_prepared_transactions = 3" in say("verify.left_prepared", names=execute(cluster, kinds)[0][1])
