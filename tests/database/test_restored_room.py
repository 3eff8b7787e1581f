"""A room from a real dump, beside the original or in another cluster, and a desk that finds it behind its name."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg2.extensions
import pytest
from handling_unit import endpoint, open_to
from little_room import ORIGIN, SUBDISTRICT, UTILITY, LittleRoom
from live_room import Listener
from psycopg2 import sql

from community_brain_plugin.cases import verification
from community_brain_plugin.database import migration
from community_brain_plugin.database.binaries import for_new
from community_brain_plugin.database.cluster import PrivateCluster
from community_brain_plugin.database.connection import connect, local
from community_brain_plugin.database.deliveries import deliver_one


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[PrivateCluster]:
    """Another cluster, which counts its transactions anew and knows no login of the room."""
    home = Path(tempfile.mkdtemp(prefix="community-brain-test-"))
    private = PrivateCluster(home)
    private.up()
    yield private
    private.down()
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(params=["another cluster", "the same cluster"])
def target(request, cluster, elsewhere) -> PrivateCluster:
    return elsewhere if request.param == "another cluster" else cluster


def run(program: str, cluster: PrivateCluster, *words: str, read: bytes = b"") -> bytes:
    """Run one of PostgreSQL's programs as the administrator of a cluster."""
    place = ["-h", str(cluster.home.socket), "-U", "postgres"]
    return subprocess.run(
        [for_new().program(program), *place, *words], input=read, capture_output=True, check=True
    ).stdout


def in_cluster(cluster: PrivateCluster, statement: str, *names: str) -> None:
    connection = connect(local(cluster.home, database="postgres"), autocommit=True)
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
    connection.close()


def restored(room: LittleRoom, cluster: PrivateCluster, name: str) -> LittleRoom:
    """Dump a room and restore it under another name, as the guide says."""
    roles = run("pg_dumpall", room.cluster, "--roles-only")
    dump = run("pg_dump", room.cluster, "-Fc", room.name)
    # The administrator himself is there already.
    run("psql", cluster, "-X", "-q", "-d", "postgres", read=roles)
    in_cluster(cluster, "CREATE DATABASE {} TEMPLATE template0", name)
    run("pg_restore", cluster, "--exit-on-error", "-d", name, read=dump)
    migration.migrate(local(cluster.home, database=name), force=True)
    return LittleRoom(cluster, name)


@pytest.fixture
def copies(target) -> Iterator[list[LittleRoom]]:
    """Rooms that a test has restored: closed and dropped when it ends."""
    made: list[LittleRoom] = []
    yield made
    for room in made:
        room.close()
        in_cluster(room.cluster, "DROP DATABASE IF EXISTS {} WITH (FORCE)", room.name)


def schema(room: LittleRoom) -> list[str]:
    """Return what a room is made of, rights included; the order of a dump goes by internal numbers."""
    text = run("pg_dump", room.cluster, "--schema-only", room.name).decode()
    told = (
        line for line in text.splitlines() if "restrict " not in line and "COMMENT ON SCHEMA room_migration" not in line
    )
    return sorted(told)


def handled(room: LittleRoom) -> int:
    """Lead a case file to its unit by real logins; return its number."""
    case = room.case_in("pending_dispatch")
    room.step("dispatcher", case, "dispatch", department_code=UTILITY, reason="test")
    return case


def test_a_restored_room_is_whole_its_log_holds_and_its_people_go_on_where_they_were(own_room, target, copies):
    before = handled(own_room)
    own_room.query("SELECT desk.seal_log(%s, 'test')", (SUBDISTRICT,), "service")
    copy = restored(own_room, target, f"{own_room.name}_restored")
    copies.append(copy)
    assert schema(copy) == schema(own_room)
    assert copy.one("SELECT proleakproof FROM pg_proc WHERE oid = 'geometry_overlaps(geometry,geometry)'::regprocedure")
    for post in ("dispatcher", "officer", "collector"):
        same = "SELECT ARRAY[room.my_subdistrict(), room.my_department()] || room.my_roles()"
        assert copy.one(same, post=post) == own_room.one(same, post=post)
    handled(copy)
    copy.query("SELECT desk.keep_logins()", post="service")
    copy.query("SELECT desk.seal_log(%s, 'test')", (SUBDISTRICT,), "service")
    found = verification.verify(copy.session("postgres"), SUBDISTRICT)
    assert (found.fault, found.seal_no) == (None, 2)
    assert copy.one("SELECT state FROM room.case_file WHERE case_id = %s", (before,)) == "pending_handle"


def test_a_desk_that_finds_a_restored_room_behind_its_name_reads_it_anew_and_misses_nothing(
    own_room, target, copies, tmp_path
):
    known = own_room.report()["case_id"]
    where = tmp_path / "server"
    where.symlink_to(own_room.cluster.home.socket)
    with Listener({**own_room.parameters("acceptor"), "host": str(where)}) as listener:
        assert listener.wait_until_live()
        copy = restored(own_room, target, f"{own_room.name}_restored")
        copies.append(copy)
        lost = own_room.report()["case_id"]
        assert listener.wait_for(lambda: lost in listener.rows["case"])
        put_in_its_place(own_room, copy, where)
        assert listener.wait_for(lambda: len([found for found in listener.differences if found.full]) == 2, 15)
        assert known in listener.rows["case"]
        assert lost not in listener.rows["case"], "what came after the dump is not there"
        assert listener.wait_until_live()
        for _ in range(3):
            new = copy.report(x=ORIGIN[0] + 60)["case_id"]
            assert listener.wait_for(lambda: new in listener.rows["case"])  # noqa: B023
    states = [connection.state.value for _, connection in listener.states]
    assert states == ["connecting", "catching_up", "live", "offline", "catching_up", "live", "offline"]


def put_in_its_place(room: LittleRoom, copy: LittleRoom, where: Path) -> None:
    """Let a restored room take the place of the original: its name, and the server a desk is led to."""
    room.close()
    in_cluster(room.cluster, "ALTER DATABASE {} ALLOW_CONNECTIONS false", room.name)
    with connect(local(room.cluster.home, database="postgres"), autocommit=True) as connection:
        end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
        connection.cursor().execute(end, (room.name,))
    copy.close()
    in_cluster(room.cluster, "ALTER DATABASE {} RENAME TO {}", room.name, f"{room.name}_before")
    in_cluster(copy.cluster, "ALTER DATABASE {} RENAME TO {}", copy.name, room.name)
    room.name, copy.name = f"{room.name}_before", room.name
    where.unlink()
    where.symlink_to(copy.cluster.home.socket)


def waiting(room: LittleRoom) -> psycopg2.extensions.connection:
    """Let the order that was not delivered be due now; return a connection of the service."""
    room.query("UPDATE room.outbox SET next_attempt_at = now() WHERE state = 'pending'")
    return room.connect("service")


def test_a_copy_for_trial_sends_no_order_that_is_the_originals(own_room, target, copies):
    with endpoint() as unit:
        open_to(own_room, unit)
        unit.answers = [503]
        handled(own_room)
        assert deliver_one(waiting(own_room))
        copy = restored(own_room, target, f"{own_room.name}_restored")
        copies.append(copy)
        # What the guide says of a copy, before its service starts.
        copy.query("DELETE FROM room.setting WHERE key = 'webhook_hosts'")
        deliver_one(waiting(copy))
        handled(copy)
        deliver_one(waiting(copy))
        assert len(unit.orders) == 1, "nothing left the copy"
        assert deliver_one(waiting(own_room))
        assert len(unit.orders) == 2
