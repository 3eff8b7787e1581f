"""The room's model and its queries on the GUI thread, against a real server."""

import gc
import sys
import time
from datetime import UTC, datetime, timedelta

import pytest
from live_room import furnish, make_cases
from mute_proxy import MuteProxy

from community_brain_plugin.database.difference import STATIC, Change, Clock, Difference
from community_brain_plugin.database.feed import Connection, ConnectionState
from community_brain_plugin.errors import RoomError
from community_brain_plugin.ui.live.interpreter import undisturbed
from community_brain_plugin.ui.live.queries import Queries
from community_brain_plugin.ui.live.room_model import RoomModel

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def room(database):
    furnish(database)
    return database


@pytest.fixture
def login(room) -> str:
    return room.login("A01", "acceptor")


@pytest.fixture
def model(qgis_app):
    model = RoomModel()
    yield model
    model.close()


@pytest.fixture
def queries(qgis_app):
    queries = Queries()
    yield queries
    queries.close()


class Heard:
    """What a model said, in order."""

    def __init__(self, model: RoomModel) -> None:
        self.signals: list[tuple] = []
        model.loaded.connect(lambda: self.signals.append(("loaded",)))
        model.changed.connect(lambda *what: self.signals.append(("changed", *what)))
        model.static_changed.connect(lambda subject: self.signals.append(("static", subject)))


def difference(full: bool = False, seconds: float = 0.0, rate: float = 1.0, **options) -> Difference:
    clock = Clock(NOON + timedelta(seconds=seconds), rate, time.monotonic())
    return Difference(clock, full, **options)


def case(version: int = 1, closed_at: datetime | None = None) -> dict:
    return {"version": version, "closed_at": closed_at}


def test_a_model_is_filled_once_and_then_changed_by_difference(model):
    heard = Heard(model)
    model.apply(difference(full=True, rows={"case": {1: case(), 2: case()}}, identity={"login": "a"}))
    assert heard.signals == [("loaded",)]
    kept = model.cases[2]
    model.apply(
        difference(
            rows={"case": {1: case(2), 2: case(), 3: case()}},
            removed={"case": frozenset({4})},
            static=frozenset({"grid"}),
            changes=(Change(1, "case", "1"),),
        )
    )
    assert heard.signals[1:] == [("changed", "case", [1, 3], []), ("static", "grid")]
    assert model.cases[2] is kept
    model.apply(difference(removed={"case": frozenset({1})}))
    assert heard.signals[3:] == [("changed", "case", [], [1])]
    assert sorted(model.cases) == [2, 3]
    assert model.identity == {"login": "a"}


def test_the_most_urgent_rows_of_a_large_room_come_first_and_are_not_kept_when_the_rest_does_not_come(model):
    heard, glimpsed = Heard(model), []
    model.glimpsed.connect(lambda: glimpsed.append(dict(model.cases)))
    model.apply(difference(rows={"case": {1: case(), 2: case()}}, glimpse=True))
    assert (glimpsed, model.is_loaded, heard.signals) == ([{1: case(), 2: case()}], False, [])
    model._set_connection(Connection(ConnectionState.CATCHING_UP))
    model._set_connection(Connection(ConnectionState.OFFLINE))
    assert not model.cases
    model.apply(difference(rows={"case": {2: case(2)}}, glimpse=True))
    model.apply(difference(full=True, rows={"case": {2: case(3), 3: case()}}))
    assert heard.signals[-1] == ("loaded",)
    assert model.cases == {2: case(3), 3: case()}


def test_after_a_gap_only_what_differs_is_changed(model):
    model.apply(difference(full=True, rows={"case": {1: case(), 2: case()}}))
    heard = Heard(model)
    model.apply(difference(full=True, rows={"case": {2: case(2), 3: case()}}))
    assert heard.signals[0] == ("changed", "case", [2, 3], [1])
    assert heard.signals[1:] == [("static", subject) for subject in STATIC]


def test_after_a_gap_thousands_are_compared_in_parts_and_nothing_is_live_before_all_are(model, qtbot):
    model.apply(difference(full=True, rows={"case": {n: case() for n in range(9000)}}))
    model._set_connection(Connection(ConnectionState.CATCHING_UP))
    heard = Heard(model)
    fresh = {n: case(2 if n % 2 else 1) for n in range(100, 9100)}
    model.apply(difference(full=True, rows={"case": dict(fresh)}))
    model._set_connection(Connection(ConnectionState.LIVE))
    assert model.state == ConnectionState.CATCHING_UP
    qtbot.waitUntil(lambda: model.state == ConnectionState.LIVE, timeout=10_000)
    parts = [signal for signal in heard.signals if signal[0] == "changed"]
    assert len(parts) > 3
    assert model.cases == fresh
    changed = sorted(key for _, _, upserted, _ in parts for key in upserted)
    assert changed == sorted({*range(101, 9000, 2), *range(9000, 9100)})
    assert sorted(key for _, _, _, removed in parts for key in removed) == list(range(100))


def test_thousands_that_change_at_once_are_taken_over_in_parts(model, qtbot):
    model.apply(difference(full=True, rows={"case": {n: case() for n in range(1000)}}))
    heard = Heard(model)
    added = {n: case() for n in range(1000, 4000)}
    gone = frozenset(range(10))
    model.apply(difference(rows={"case": added}, removed={"case": gone}, static=frozenset({"grid"})))
    assert len(model.cases) < 4000
    qtbot.waitUntil(lambda: model.slices.is_idle, timeout=10_000)
    assert sorted(model.cases) == list(range(10, 4000))
    parts = [signal for signal in heard.signals if signal[0] == "changed"]
    assert len(parts) > 3
    assert [key for _, _, upserted, _ in parts for key in upserted] == list(range(1000, 4000))
    assert {key for _, _, _, removed in parts for key in removed} == gone
    assert heard.signals[-1] == ("static", "grid")


def test_a_room_of_thousands_that_is_lost_while_it_comes_has_come_and_is_live_only_when_it_is_live_again(model, qtbot):
    heard = Heard(model)
    model.apply(difference(full=True, rows={"case": {key: case() for key in range(3_000)}}))
    model._set_connection(Connection(ConnectionState.LIVE))
    assert (heard.signals, model.state) == ([], ConnectionState.OFFLINE)
    model._set_connection(Connection(ConnectionState.OFFLINE))
    qtbot.waitUntil(lambda: heard.signals == [("loaded",)] and model.slices.is_idle, timeout=10_000)
    assert (len(model.cases), model.state) == (3_000, ConnectionState.OFFLINE)
    model._set_connection(Connection(ConnectionState.LIVE))
    assert model.state == ConnectionState.LIVE


def test_a_room_of_thousands_is_left_in_parts_and_the_next_one_keeps_its_own(model, qtbot):
    model.apply(difference(full=True, rows={"case": {n: case() for n in range(9000)}}))
    heard = Heard(model)
    with qtbot.waitSignal(model.emptied, timeout=10_000):
        model._forget()
    assert len(model.cases) == 0
    model.apply(difference(full=True, rows={"case": {8999: case(7)}}))
    qtbot.waitUntil(lambda: model.slices.is_idle, timeout=10_000)
    gone = [key for name, *more in heard.signals if name == "changed" for key in more[2]]
    assert sorted(gone) == list(range(8999))
    assert model.cases == {8999: case(7)}


def test_what_ended_twelve_hours_ago_leaves_by_itself_unless_an_answer_is_owed(model):
    heard = Heard(model)
    kept, over = NOON - timedelta(hours=11), NOON - timedelta(hours=12)
    appealed = {**case(closed_at=over), "pending": "appeal"}
    rows = {1: case(), 2: case(closed_at=kept), 3: case(closed_at=over), 4: appealed}
    model.apply(difference(full=True, rows={"case": rows}))
    model.lapse()
    assert heard.signals[1:] == [("changed", "case", [], [3])]


def test_the_clock_follows_the_room_without_a_query(model):
    assert abs((model.room_now() - datetime.now(UTC)).total_seconds()) < 1
    model.apply(difference(full=True, rate=60.0))
    began = time.monotonic()
    first = model.room_now()
    time.sleep(0.05)
    passed = (model.room_now() - first).total_seconds()
    assert 3.0 <= passed <= 60.0 * (time.monotonic() - began), "sixty seconds of the room to one of ours"
    before = model.room_now()
    model.apply(difference(seconds=(before - NOON).total_seconds() + 1.0, rate=60.0))
    assert (model.room_now() - before).total_seconds() < 3.0, "a jitter of the network does not move the clock"
    model.apply(difference(seconds=100_000, rate=1.0))
    assert (model.room_now() - NOON).total_seconds() >= 100_000


def test_a_room_is_followed_left_and_forgotten(qtbot, model, room, login):
    first, second = make_cases(room, 2)
    with qtbot.waitSignal(model.loaded, timeout=15000):
        model.open(room.parameters(login))
    qtbot.waitUntil(lambda: model.state == ConnectionState.LIVE, timeout=15000)
    assert sorted(model.cases) == [first, second]
    assert model.identity["login"] == login
    with qtbot.waitSignal(model.changed, timeout=15000) as signal:
        room.query("UPDATE room.case_file SET version = 2, address = address WHERE case_id = %s", (second,))
        room.query("NOTIFY room_tick")
    assert signal.args == ["case", [second], []]
    with qtbot.waitSignal(model.static_changed, timeout=15000) as signal:
        room.query("UPDATE room.division SET name_zh = '新名'")
    assert signal.args == ["division"]
    model.close()
    assert (model.state, model.is_open, sorted(model.cases)) == (ConnectionState.OFFLINE, False, [first, second])
    with qtbot.waitSignal(model.changed, timeout=15000) as signal:
        model.open({**room.parameters(login), "dbname": "nowhere"})
        assert not model.cases
    assert signal.args == ["case", [], [first, second]]


def test_an_open_room_lets_no_thread_keep_the_window_waiting_and_a_closed_one_leaves_python_as_it_was(
    model, room, login
):
    usual, kept = sys.getswitchinterval(), gc.get_freeze_count()
    model.open(room.parameters(login))
    assert sys.getswitchinterval() <= 0.001
    assert gc.get_freeze_count() > kept
    model.close()
    assert sys.getswitchinterval() == usual
    assert gc.get_freeze_count() == 0


def test_a_room_that_is_closed_amid_work_in_parts_leaves_python_as_it_was_too(model, room, login):
    usual = sys.getswitchinterval()
    model.open(room.parameters(login))
    with undisturbed():
        model.close()
    assert sys.getswitchinterval() == usual
    with undisturbed():
        model.open(room.parameters(login))
    assert sys.getswitchinterval() <= 0.001


def test_a_gui_that_is_behind_finds_one_difference(qtbot, model, room, login):
    cases = make_cases(room, 3)
    with qtbot.waitSignal(model.loaded, timeout=15000):
        model.open(room.parameters(login))
    qtbot.waitUntil(lambda: model.state == ConnectionState.LIVE, timeout=15000)
    heard = Heard(model)
    for case_id in cases:  # without the event loop: the GUI is busy
        room.query("UPDATE room.case_file SET version = 2, address = address WHERE case_id = %s", (case_id,))
        room.query("NOTIFY room_tick")
        time.sleep(0.2)
    qtbot.waitUntil(lambda: bool(heard.signals), timeout=15000)
    assert [(name, subject, sorted(keys)) for name, subject, keys, _ in heard.signals] == [("changed", "case", cases)]


class Answers:
    """What a query's callbacks got."""

    def __init__(self) -> None:
        self.done: list = []
        self.failed: list[RoomError] = []

    def ask(self, queries: Queries, statement: str, **options):
        def work(connection):
            with connection.cursor() as cursor:
                cursor.execute(statement)
                return cursor.fetchall() if cursor.description else None

        return queries.run(work, self.done.append, self.failed.append, **options)


def test_an_answer_comes_later_on_the_gui_thread_and_is_committed(qtbot, queries, room, login):
    queries.open(room.parameters(login))
    answers = Answers()
    answers.ask(queries, "SELECT 1")
    assert answers.done == []
    qtbot.waitUntil(lambda: answers.done == [[(1,)]], timeout=15000)
    answers.ask(queries, "SELECT 1 / 0")
    qtbot.waitUntil(lambda: len(answers.failed) == 1, timeout=15000)
    assert answers.failed[0].code == "database.failed"
    queries.open(room.parameters())
    answers.ask(queries, "UPDATE room.division SET name_zh = '提交'")
    qtbot.waitUntil(lambda: len(answers.done) == 2, timeout=15000)
    assert room.query("SELECT DISTINCT name_zh FROM room.division") == [("提交",)]


def test_a_fault_in_a_question_reaches_its_asker(qtbot, queries, room, login):
    queries.open(room.parameters(login))
    failed: list[RoomError] = []
    queries.run(lambda connection: {}["missing"], lambda result: None, failed.append)
    qtbot.waitUntil(lambda: bool(failed), timeout=15000)
    assert failed[0].code == "database.failed"


def test_nothing_is_asked_before_a_room_was_chosen(qtbot, queries):
    answers = Answers()
    answers.ask(queries, "SELECT 1")
    assert answers.failed == []
    qtbot.waitUntil(lambda: len(answers.failed) == 1, timeout=15000)
    assert answers.failed[0].code == "database.connection_lost"


def test_a_question_can_be_given_up_and_takes_no_longer_than_it_may(qtbot, queries, room, login):
    queries.open(room.parameters(login))
    answers = Answers()
    handle = answers.ask(queries, "SELECT pg_sleep(30)")
    answers.ask(queries, "SELECT pg_sleep(30)", seconds=0.5)
    qtbot.wait(200)
    handle.cancel()
    qtbot.waitUntil(lambda: len(answers.failed) == 1, timeout=15000)
    assert answers.failed[0].code == "database.cancelled"
    answers.ask(queries, "SELECT 1")
    qtbot.waitUntil(lambda: len(answers.done) == 1, timeout=15000)
    running = (
        "SELECT count(*) FROM pg_stat_activity WHERE strpos(query, 'pg_sleep') > 0 AND state = 'active'"
        " AND pid <> pg_backend_pid()"
    )
    assert room.query(running) == [(0,)]


def test_a_server_that_closed_the_pooled_connection_costs_no_question(qtbot, queries, room, login):
    queries.open(room.parameters(login))
    answers = Answers()
    answers.ask(queries, "SELECT 1")
    qtbot.waitUntil(lambda: len(answers.done) == 1, timeout=15000)
    room.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'community-brain desk'")
    qtbot.wait(200)
    answers.ask(queries, "SELECT 2")
    qtbot.waitUntil(lambda: len(answers.done) == 2, timeout=15000)
    assert answers.failed == []


@pytest.fixture
def proxy(room, tmp_path):
    proxy = MuteProxy(tmp_path / "net", room.cluster.home.socket)
    yield proxy
    proxy.close()


def test_when_the_network_falls_silent_questions_fail_at_once(qtbot, queries, room, login, proxy):
    model = RoomModel()
    parameters = {**room.parameters(login), "host": proxy.host}
    model.connection_changed.connect(lambda: queries.follow(model.connection))
    model.open(parameters)
    queries.open(parameters)
    qtbot.waitUntil(lambda: model.state == ConnectionState.LIVE, timeout=15000)
    answers = Answers()
    for _ in range(2):
        answers.ask(queries, "SELECT 1")
    qtbot.waitUntil(lambda: len(answers.done) == 2, timeout=15000)
    proxy.cut()
    began = time.monotonic()
    for _ in range(5):  # more than there are workers: some are queued
        answers.ask(queries, "SELECT 1")
    assert time.monotonic() - began < 1.0
    qtbot.waitUntil(lambda: len(answers.failed) == 5, timeout=15000)
    assert {error.code for error in answers.failed} == {"database.connection_lost"}
    assert model.state == ConnectionState.OFFLINE
    asked = time.monotonic()
    answers.ask(queries, "SELECT 1")
    qtbot.waitUntil(lambda: len(answers.failed) == 6, timeout=15000)
    assert time.monotonic() - asked < 3.0
    proxy.restore()
    qtbot.waitUntil(lambda: model.state == ConnectionState.LIVE, timeout=15000)
    answers.ask(queries, "SELECT 3")
    qtbot.waitUntil(lambda: answers.done[-1] == [(3,)], timeout=15000)
    proxy.cut()
    answers.ask(queries, "SELECT 1")
    began = time.monotonic()
    model.close()
    queries.close()
    assert time.monotonic() - began < 3.0


def test_only_silence_stops_questions(qtbot, queries, room, login):
    queries.open(room.parameters(login))
    queries.follow(Connection(ConnectionState.OFFLINE, error=RoomError("database.connection_lost", reason="restart")))
    answers = Answers()
    answers.ask(queries, "SELECT 1")
    qtbot.waitUntil(lambda: len(answers.done) == 1, timeout=15000)
