"""The resident service: desks hear of news at once, a second service takes over, orders reach handling units."""

import http.server
import json
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


class _Unit(http.server.BaseHTTPRequestHandler):
    """A handling unit's endpoint that is out of order once and then takes the order."""

    orders: list[dict] = []  # noqa: RUF012 - one server per test, cleared by the fixture
    refuse = 1

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        type(self).orders.append(body)
        self.send_response(503 if len(type(self).orders) <= type(self).refuse else 200)
        self.end_headers()
        self.wfile.write("收到".encode())

    def log_message(self, *arguments: object) -> None:
        """Keep the test's output quiet."""


@pytest.fixture
def unit() -> Iterator[str]:
    _Unit.orders = []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Unit)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/orders"
    server.shutdown()
    server.server_close()


def test_an_order_that_was_not_taken_is_sent_again_and_the_answer_is_kept(database, serve, unit) -> None:
    order_a_webhook(database, unit)
    serve()

    def state() -> tuple:
        return database.query("SELECT state, attempts FROM room.outbox")[0]

    wait_for(lambda: state()[1] == 1)
    assert state()[0] == "pending"
    database.query("UPDATE room.outbox SET next_attempt_at = now()")
    wait_for(lambda: state() == ("delivered", 2))
    assert database.query("SELECT answer FROM room.outbox")[0][0] == "200 收到"
    assert [order["case_number"] for order in _Unit.orders] == ["20261121-000001"] * 2


def test_an_order_to_something_that_is_no_address_fails_in_words(database) -> None:
    order_a_webhook(database, "file:///etc/passwd")
    connection = connect(database.parameters(SERVICE_LOGIN), autocommit=True)
    service.deliver_webhooks(connection)
    connection.close()
    assert "file:///etc/passwd" in database.query("SELECT answer FROM room.outbox")[0][0]


def order_a_webhook(database, url: str) -> None:
    """Put one case file and its order for a handling unit into the database."""
    database.query(
        "INSERT INTO room.division (code, level, subdistrict, name_zh, valid_from)"
        " VALUES (%s, 'subdistrict', %s, '某街道', '2020-01-01')",
        (SUBDISTRICT, SUBDISTRICT),
    )
    database.query(
        "INSERT INTO room.department (subdistrict, department_code, name_zh, kind, channel, webhook_url, valid_from)"
        " VALUES (%s, 'D1', '某物业', (SELECT min(kind) FROM room.department_kind), 'webhook', %s, '2020-01-01')",
        (SUBDISTRICT, url),
    )
    database.query(
        "INSERT INTO room.case_file (subdistrict, case_id, case_number, version, state, profile, kind, class_code,"
        " source, department_code, description, geom, first_found_at)"
        " SELECT %s, 1, '20261121-000001', 1, 'pending_handle', profile, kind, code, 'desk', 'D1', '占道',"
        " ST_SetSRID(ST_MakePoint(0, 0), 4549), now() FROM room.class WHERE kind = 'event' LIMIT 1",
        (SUBDISTRICT,),
    )
    database.query(
        "INSERT INTO room.outbox (subdistrict, case_id, case_version, channel, department_code, body, created_at,"
        " next_attempt_at) VALUES (%s, 1, 1, 'webhook', 'D1', %s, now(), now())",
        (SUBDISTRICT, json.dumps({"case_number": "20261121-000001"})),
    )
