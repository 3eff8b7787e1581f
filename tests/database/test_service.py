"""The resident service: desks hear of news at once, a second service takes over."""

import select
import threading
import time
from collections.abc import Callable, Iterator

import psycopg2.extensions
import pytest

from community_brain_plugin.database import service
from community_brain_plugin.database.connection import SERVICE_LOGIN, connect

SUBDISTRICT = "320199001"


@pytest.fixture
def serve(database) -> Iterator[Callable[[], threading.Event]]:
    """Start a resident service under its own login; every one started ends with the test."""
    started = []

    def start() -> threading.Event:
        stop = threading.Event()
        thread = threading.Thread(
            target=service.serve,
            args=(lambda: connect(database.parameters(SERVICE_LOGIN), autocommit=True), stop),
        )
        thread.start()
        started.append((stop, thread))
        return stop

    yield start
    for stop, thread in started:
        stop.set()
        thread.join(timeout=5)
        assert not thread.is_alive(), "the service must end when it is told to"


def wait_for(condition: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait until `condition` holds; fail when it does not within `seconds`."""
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "waited too long"
        time.sleep(0.05)


def leaders(database) -> int:
    """Count the services that hold the lead."""
    rows = database.query(
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND objid = %s"
        " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
        (service.LEADER_LOCK,),
    )
    return rows[0][0]


def change_something(connection: psycopg2.extensions.connection) -> None:
    """Make news the way every table does, through the change rows."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO room.change (subdistrict, subject, key) VALUES (%s, 'case', '1')", (SUBDISTRICT,))


def heard(connection: psycopg2.extensions.connection, seconds: float) -> bool:
    """Wait for a tick."""
    connection.notifies.clear()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        select.select([connection], [], [], until - time.monotonic())
        connection.poll()
        if connection.notifies:
            return True
    return False


def test_a_desk_hears_of_a_change_even_while_an_import_is_open(database, serve) -> None:
    serve()
    wait_for(lambda: leaders(database) == 1)
    importing = database.connect_as(autocommit=False)
    change_something(importing)
    desk = database.connect_as()
    with desk.cursor() as cursor:
        cursor.execute("LISTEN room_tick")
    assert not heard(desk, 0.5), "nothing was committed yet"
    change_something(database.connect_as())
    assert heard(desk, 2.0)
    assert not heard(desk, 0.5), "one change is told once, although a transaction is still open"
    importing.commit()
    assert heard(desk, 2.0), "the import's own rows are news when it commits"


def test_a_second_service_takes_over_when_the_first_is_cut_off(database, serve) -> None:
    serve()
    serve()
    wait_for(lambda: leaders(database) == 1)
    database.query(
        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted AND objid = %s",
        (service.LEADER_LOCK,),
    )
    wait_for(lambda: leaders(database) == 1)
    desk = database.connect_as()
    with desk.cursor() as cursor:
        cursor.execute("LISTEN room_tick")
    time.sleep(0.2)
    change_something(database.connect_as())
    assert heard(desk, 3.0)


def test_desks_can_see_that_the_service_is_alive(database, serve) -> None:
    serve()
    wait_for(
        lambda: (
            database.query("SELECT count(*) FROM room.service_heartbeat WHERE leads AND at > now() - interval '3 s'")[
                0
            ][0]
            == 1
        )
    )
    wait_for(lambda: database.query("SELECT count(*) FROM pg_class WHERE relname LIKE 'reading_2%%'")[0][0] >= 4)
