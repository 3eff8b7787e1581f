"""A room on a server that somebody else has set up: what its settings must not change."""

import threading
import time

import pytest
from live_room import SUBDISTRICT, Listener, furnish, make_cases
from psycopg2 import sql

from community_brain_plugin.cases import settings, steps
from community_brain_plugin.database import feed


@pytest.fixture
def room(database):
    furnish(database)
    return database


def set_up(room, **defaults: str) -> None:
    """Let new sessions of the room's database begin with these settings."""
    for name, value in defaults.items():
        room.query(
            sql.SQL("ALTER DATABASE {} SET {} = {}").format(
                sql.Identifier(room.name), sql.Identifier(name), sql.Literal(value)
            )
        )


def waits(room) -> bool:
    """Whether a session of the room waits for another's lock."""
    found = room.query(
        "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')"
    )
    return found[0][0]


@pytest.mark.parametrize("isolation", ["repeatable read", "serializable"])
def test_who_waited_for_a_colleague_goes_on_from_what_the_colleague_did(room, isolation):
    leaders = [room.login(number, "shift_leader") for number in ("L01", "L02")]
    set_up(room, default_transaction_isolation=isolation)
    first, second = (room.connect_as(login, autocommit=False) for login in leaders)
    settings.write(first, {"contact_days": 30})
    waiting = threading.Thread(target=lambda: [settings.write(second, {"contact_days": 60}), second.commit()])
    waiting.start()
    while not waits(room):
        time.sleep(0.02)
    first.commit()
    waiting.join(10)
    assert settings.read(room.connect_as(leaders[0])).contact_days == 60


def test_a_step_outlasts_a_server_that_lets_nobody_wait_long_for_a_lock(room):
    acceptor = room.login("A01", "acceptor")
    set_up(room, lock_timeout="300ms")
    desk, other = room.connect_as(acceptor, autocommit=False), room.connect_as(autocommit=False)
    report = {"kind": "component", "class_code": "01001", "x": 500.0, "y": 500.0}
    case = steps.report(desk, steps.Report(report)).case_id
    desk.commit()
    other.cursor().execute("SELECT FROM room.case_file WHERE case_id = %s FOR UPDATE", (case,))
    threading.Timer(0.7, other.commit).start()
    done = steps.take(desk, steps.Step(SUBDISTRICT, case, "file", {"condition_no": 1}, 1))
    assert (done.version, done.state) == (2, "pending_dispatch")


def test_a_large_room_opens_on_a_server_that_ends_who_is_idle_in_a_transaction(room, monkeypatch):
    monkeypatch.setattr(feed, "MANY_CASES", 10)
    acceptor = room.login("A01", "acceptor")
    make_cases(room, 20)
    set_up(room, idle_in_transaction_session_timeout="200ms")
    listener = Listener(room.parameters(acceptor))
    # As long as rows of a hundred thousand case files take to be made.
    taken = listener._reader._deliver
    monkeypatch.setattr(listener._reader, "_deliver", lambda found: (time.sleep(0.6), taken(found)))
    with listener:
        assert listener.wait_until_live()
    assert [connection.state for _, connection in listener.states] == ["connecting", "catching_up", "live", "offline"]
