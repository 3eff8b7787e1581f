"""A room small enough to know by heart: one subdistrict, two communities, four unit grids, a login for every post.

y 200 ┌───────┬───────┬───────┬───────┐      x, y are metres from ORIGIN in the room's own system; grid n covers
      │ grid1 │ grid2 │ grid3 │ grid4 │      x from (n - 1) * 100 to n * 100. Communities are grids 1-2 and 3-4.
    0 └───────┴───────┴───────┴───────┘      Beside it lies a neighbour with one acceptor, to look over the fence.
      0      100     200     300     400
"""

import datetime as dt
import itertools
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import psycopg2
import psycopg2.extensions
from psycopg2 import sql
from psycopg2.extras import Json, execute_values

from community_brain_plugin.database.cluster import PrivateCluster
from community_brain_plugin.database.connection import SERVICE_LOGIN, connect, local
from community_brain_plugin.errors import RoomError, from_database

SRID = 4549
ORIGIN = (500000.0, 3450000.0)
SUBDISTRICT, NEIGHBOUR = "320106001", "320106002"
COMMUNITIES = (f"{SUBDISTRICT}001", f"{SUBDISTRICT}002")
GRIDS = tuple(f"{COMMUNITIES[number // 2]}{number % 2 + 1:03d}" for number in range(4))
PROFILE = "GB/T 47678.5-2026"
MANHOLE, FIRE_LANE, BICYCLES = "01002", "09012", "09010"
PROPERTY, SANITATION, UTILITY = "D01", "D02", "D03"
#: How a photo begins: enough for the room to take it.
JPEG = b"\xff\xd8\xff\xe0"

#: A step as somebody takes it: post, action, payload.
Step = tuple[str, str, dict[str, object]]
#: Steps that ask for a picture, and what it shows.
PICTURE = {"submit_handling": "after", "check_result": "check"}

#: post → (staff number, subdistrict, department, roles). The login is `little_<post>`.
POSTS: dict[str, tuple[str, str, str | None, tuple[str, ...]]] = {
    "acceptor": ("1001", SUBDISTRICT, None, ("acceptor",)),
    "shift_leader": ("1002", SUBDISTRICT, None, ("shift_leader",)),
    "collector": ("1003", SUBDISTRICT, None, ("collector",)),
    "dispatcher": ("1004", SUBDISTRICT, None, ("dispatcher",)),
    "second_dispatcher": ("1005", SUBDISTRICT, None, ("dispatcher",)),
    "analyst": ("1006", SUBDISTRICT, None, ("analyst",)),
    "planner": ("1007", SUBDISTRICT, None, ("planner",)),
    "evaluator": ("1008", SUBDISTRICT, None, ("evaluator",)),
    "admin": ("1009", SUBDISTRICT, None, ("admin",)),
    "night": (
        "1010",
        SUBDISTRICT,
        PROPERTY,
        ("acceptor", "shift_leader", "collector", "dispatcher", "department", "worker"),
    ),
    "officer": ("2001", SUBDISTRICT, PROPERTY, ("department",)),
    "worker": ("2002", SUBDISTRICT, PROPERTY, ("worker",)),
    "other_officer": ("3001", SUBDISTRICT, SANITATION, ("department",)),
    "other_worker": ("3002", SUBDISTRICT, SANITATION, ("worker",)),
    "neighbour": ("1001", NEIGHBOUR, None, ("acceptor",)),
    "neighbour_officer": ("2001", NEIGHBOUR, PROPERTY, ("department",)),
}


def login(post: str) -> str:
    """Return the database login of a post."""
    return {"postgres": "postgres", "service": SERVICE_LOGIN}.get(post, f"little_{post}")


def point(x: float, y: float) -> str:
    """Return a point of the room as EWKT, metres from the origin."""
    return f"SRID={SRID};POINT({ORIGIN[0] + x} {ORIGIN[1] + y})"


def rectangle(x0: float, y0: float, x1: float, y1: float) -> str:
    """Return a rectangle as EWKT, metres from the origin."""
    corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]
    ring = ", ".join(f"{ORIGIN[0] + x} {ORIGIN[1] + y}" for x, y in corners)
    return f"SRID={SRID};MULTIPOLYGON((({ring})))"


@dataclass
class LittleRoom:
    """A database with the little room in it, and the ways people use it."""

    cluster: PrivateCluster
    name: str
    _sessions: dict[str, psycopg2.extensions.connection] = field(default_factory=dict)
    _opened: list[psycopg2.extensions.connection] = field(default_factory=list)

    def parameters(self, post: str = "postgres") -> dict[str, str]:
        """Return the libpq parameters of a post's login."""
        return local(self.cluster.home, user=login(post), database=self.name)

    def connect(self, post: str = "postgres", autocommit: bool = True) -> psycopg2.extensions.connection:
        """Open a session of its own; closed with the room."""
        connection = connect(self.parameters(post), application="little room", autocommit=autocommit)
        self._opened.append(connection)
        return connection

    def session(self, post: str = "postgres") -> psycopg2.extensions.connection:
        """Return the one session a post keeps open."""
        if post not in self._sessions:
            self._sessions[post] = self.connect(post)
        return self._sessions[post]

    def query(self, statement: str, values: Sequence[object] = (), post: str = "postgres") -> list[tuple[Any, ...]]:
        """Run a statement in a post's session; a refusal of the room becomes a RoomError."""
        with self.session(post).cursor() as cursor:
            try:
                cursor.execute(statement, values)
            except psycopg2.Error as error:
                if error.pgcode == "CB001":
                    raise from_database(error) from error
                raise
            return cursor.fetchall() if cursor.description else []

    def one(self, statement: str, values: Sequence[object] = (), post: str = "postgres") -> Any:
        """Return the first column of the first row."""
        return self.query(statement, values, post)[0][0]

    def report(self, post: str = "acceptor", request: str | None = None, **payload: object) -> dict[str, Any]:
        """Report a blocked fire lane in grid 1, or what the payload says."""
        wanted = {"class_code": FIRE_LANE, "x": ORIGIN[0] + 50, "y": ORIGIN[1] + 50, **payload}
        statement = "SELECT desk.report_case(%s, %s)"
        return self.one(statement, (Json(wanted), request or str(uuid.uuid4())), post)

    def step(
        self,
        post: str,
        case: int,
        action: str,
        version: int | None = None,
        request: str | None = None,
        **payload: object,
    ) -> dict[str, Any]:
        """Take a step as a post, by default on the version the case file has now."""
        expected = self.case(case)["version"] if version is None else version
        values = (SUBDISTRICT, case, action, Json(payload), expected, request or str(uuid.uuid4()))
        return self.one("SELECT desk.case_step(%s, %s, %s, %s, %s, %s)", values, post)

    def photograph(self, post: str, case: int, stage: str) -> None:
        """Keep a picture nobody else took with a case file."""
        picture = JPEG + uuid.uuid4().bytes
        self.query("SELECT desk.attach(%s, %s, 'a.jpg', 'image/jpeg', %s)", (case, stage, picture), post)

    def pictured(self, post: str, case: int, action: str, **payload: object) -> dict[str, Any]:
        """Take a step with the picture it asks for, if it asks for one."""
        if action in PICTURE:
            self.photograph(post, case, PICTURE[action])
        return self.step(post, case, action, **payload)

    def walk(self, case: int, steps: Sequence[Step]) -> None:
        """Take steps one after the other, with the pictures they ask for."""
        for post, action, payload in steps:
            self.pictured(post, case, action, **payload)

    def case(self, case: int) -> dict[str, Any]:
        """Return a case file as it is stored."""
        return self.one("SELECT to_jsonb(c) - 'geom' FROM room.case_file c WHERE case_id = %s", (case,))

    def case_in(self, state: str, **payload: object) -> int:
        """Report a case file and lead it to a state by the usual way; returns its number."""
        case = self.report(**payload)["case_id"]
        self.walk(case, USUAL_WAY[state])
        return case

    def refusal(self, *arguments: Any, **options: Any) -> RoomError:
        """Return the refusal of a step that must be refused."""
        try:
            answer = self.step(*arguments, **options)
        except RoomError as error:
            return error
        raise AssertionError(f"taken, though it should have been refused: {arguments} -> {answer}")

    def close(self) -> None:
        """Close every session."""
        for connection in self._opened:
            connection.close()
        self._opened.clear()
        self._sessions.clear()


def _in_a_month() -> str:
    return (dt.datetime.now(dt.UTC) + dt.timedelta(days=30)).isoformat()


_FILE: Step = ("acceptor", "file", {"condition_no": 1})
# With a reason, since the case file may lie where the responsibility table names another unit.
_DISPATCH: Step = ("dispatcher", "dispatch", {"department_code": PROPERTY, "reason": "the usual way"})
_ASSIGN: Step = ("officer", "assign", {"handler": "2002"})
_SUBMIT: Step = ("worker", "submit_handling", {})
_CONFIRM: Step = ("officer", "confirm_handling", {})
_FORWARD: Step = ("dispatcher", "forward_to_supervision", {})
_SEND_CHECK: Step = ("acceptor", "send_check", {"collector": "1003"})
_CHECK: Step = ("collector", "check_result", {"passed": True})
_CLOSE: Step = ("acceptor", "close", {"closing_condition_no": 1})
_ASK_SUSPEND: Step = ("dispatcher", "ask_suspend", {"reason": "road works", "until": _in_a_month()})
_TO_CHECK = [_FILE, _DISPATCH, _ASSIGN, _SUBMIT, _CONFIRM, _FORWARD]

#: The steps that lead from a report to each state.
USUAL_WAY: dict[str, list[Step]] = {
    "reported": [],
    "verifying": [("acceptor", "send_verify", {})],
    "pending_dispatch": [_FILE],
    "returned_acceptor": [_FILE, ("dispatcher", "return_to_acceptor", {"reason": "wrong class"})],
    "pending_handle": [_FILE, _DISPATCH],
    "suspended": [_FILE, _DISPATCH, _ASK_SUSPEND, ("shift_leader", "suspend", {})],
    "returned_dispatcher": [_FILE, _DISPATCH, ("officer", "return_to_dispatcher", {"reason": "not ours"})],
    "handling": [_FILE, _DISPATCH, _ASSIGN],
    "handle_finish": [_FILE, _DISPATCH, _ASSIGN, _SUBMIT],
    "feedback": [_FILE, _DISPATCH, _ASSIGN, _SUBMIT, _CONFIRM],
    "pending_check": _TO_CHECK,
    "checking": [*_TO_CHECK, _SEND_CHECK],
    "closed": [*_TO_CHECK, _SEND_CHECK, _CHECK, _CLOSE],
    "void": [("acceptor", "void", {"reason": "not fileable"})],
}


def furnish(connection: psycopg2.extensions.connection) -> None:
    """Fill a migrated database with the little room; one transaction, well under a second."""
    with connection, connection.cursor() as cursor:
        _places(cursor)
        _people(cursor)
        _things(cursor)
        _rules(cursor)


def _insert(cursor: psycopg2.extensions.cursor, table: str, columns: str, rows: Sequence[Sequence[object]]) -> None:
    names = sql.SQL(", ").join(map(sql.Identifier, columns.split()))
    statement = sql.SQL("INSERT INTO room.{} ({}) VALUES %s").format(sql.Identifier(table), names)
    execute_values(cursor, statement.as_string(cursor), rows)


def _places(cursor: psycopg2.extensions.cursor) -> None:
    whole, beside = rectangle(0, 0, 400, 200), rectangle(400, 0, 500, 200)
    divisions = [
        ("3201", "city", None, None, "江城市", None),
        ("320106", "district", "3201", None, "鼓楼区", None),
        (SUBDISTRICT, "subdistrict", "320106", SUBDISTRICT, "小街街道", whole),
        (NEIGHBOUR, "subdistrict", "320106", NEIGHBOUR, "邻街街道", beside),
        (COMMUNITIES[0], "community", SUBDISTRICT, SUBDISTRICT, "东社区", rectangle(0, 0, 200, 200)),
        (COMMUNITIES[1], "community", SUBDISTRICT, SUBDISTRICT, "西社区", rectangle(200, 0, 400, 200)),
    ]
    columns = "code level parent_code subdistrict name_zh geom valid_from"
    _insert(cursor, "division", columns, [(*row, "2020-01-01") for row in divisions])
    grids = [("unit_grid", code, f"{code[:12]}") for code in GRIDS]
    _insert(
        cursor,
        "grid",
        "subdistrict kind code community_code started_on",
        [(SUBDISTRICT, *row, "2020-01-01") for row in [*grids, ("block", "B1", None)]],
    )
    shapes = [("unit_grid", code, rectangle(n * 100, 0, n * 100 + 100, 200)) for n, code in enumerate(GRIDS)]
    _insert(
        cursor,
        "grid_version",
        "subdistrict kind code name_zh geom version valid",
        [
            (SUBDISTRICT, kind, code, f"网格{code[-3:]}", shape, 1, "[2020-01-01,)")
            for kind, code, shape in [*shapes, ("block", "B1", whole)]
        ],
    )
    _insert(
        cursor,
        "grid_parent",
        "subdistrict kind code parent_kind parent_code valid",
        [(SUBDISTRICT, "unit_grid", code, "block", "B1", "[2020-01-01,)") for code in GRIDS],
    )


def _people(cursor: psycopg2.extensions.cursor) -> None:
    departments = [
        (SUBDISTRICT, PROPERTY, "安居物业", "Anju Property", "property_manager", "slip", None, point(20, 20)),
        (SUBDISTRICT, SANITATION, "环卫所", "Sanitation", "contractor", "text", None, point(380, 180)),
        (SUBDISTRICT, UTILITY, "排水公司", "Drainage", "utility", "webhook", "http://localhost:9/hook?key=k", None),
        (NEIGHBOUR, PROPERTY, "邻街物业", "Neighbour", "property_manager", "slip", None, None),
    ]
    columns = "subdistrict department_code name_zh name_en kind channel webhook_url geom valid_from"
    _insert(cursor, "department", columns, [(*row, "2020-01-01") for row in departments])
    people = [
        (place, number, post, unit, login(post), "2020-01-01") for post, (number, place, unit, _) in POSTS.items()
    ]
    _insert(cursor, "staff", "subdistrict staff_number name department_code login valid_from", people)
    held = [(place, number, role, "2020-01-01") for number, place, _, roles in POSTS.values() for role in roles]
    _insert(cursor, "staff_role", "subdistrict staff_number role valid_from", held)
    # Logins belong to the cluster: another little room may have made them already.
    cursor.execute("SELECT rolname FROM pg_roles WHERE rolname LIKE 'little%%'")
    known = {row[0] for row in cursor.fetchall()}
    for post, (_, _, _, roles) in POSTS.items():
        if login(post) not in known:
            groups = sql.SQL(", ").join(sql.Identifier(f"room_{role}") for role in roles)
            cursor.execute(sql.SQL("CREATE ROLE {} LOGIN IN ROLE {}").format(sql.Identifier(login(post)), groups))


def _things(cursor: psycopg2.extensions.cursor) -> None:
    components = [
        (
            SUBDISTRICT,
            f"320106{MANHOLE}{number + 1:06d}",
            PROFILE,
            MANHOLE,
            "污水井盖",
            UTILITY,
            GRIDS[number // 5],
            "intact",
            "2020-01-01",
            "test",
            str(number),
            point(number * 20 + 10, 100),
        )
        for number in range(20)
    ]
    columns = "subdistrict identity_code profile class_code name department_code unit_grid_code state"
    _insert(cursor, "component", f"{columns} initial_on source source_id geom", components)
    sensors = [
        ("LANE", "fire_lane_magnetometer", "消防通道地磁", point(50, 60)),
        ("WATER", "water_level", "下穿通道液位", point(150, 60)),
        ("LID", "manhole_tilt", "井盖倾角", point(10, 100)),
    ]
    _insert(
        cursor,
        "sensor",
        "subdistrict sensor_code kind name geom installed_on",
        [(SUBDISTRICT, *row, "2020-01-01") for row in sensors],
    )


def _rules(cursor: psycopg2.extensions.cursor) -> None:
    rules = [
        ("lane_blocked", "fire_lane_magnetometer", "占用消防通道", "Fire lane blocked", 1, 0.5, 0, "3 min", "2 min"),
        ("water_high", "water_level", "液位偏高", "Water high", 2, 0.3, 0.05, "0", "0"),
    ]
    columns = "rule_code sensor_kind name_zh name_en priority raise_above deadband on_delay off_delay"
    _insert(
        cursor,
        "alarm_rule",
        f"{columns} subdistrict version valid",
        [(*row, SUBDISTRICT, 1, "[2020-01-01,)") for row in rules],
    )
    responsible = [
        ("event", FIRE_LANE, None, None, PROPERTY),
        ("event", FIRE_LANE, "unit_grid", GRIDS[3], SANITATION),
        ("component", None, None, None, UTILITY),
    ]
    columns = "kind class_code grid_kind grid_code department_code subdistrict profile valid_from"
    _insert(cursor, "responsibility", columns, [(*row, SUBDISTRICT, PROFILE, "2020-01-01") for row in responsible])
    for months in range(3):
        cursor.execute("SELECT desk.make_partitions(now() - make_interval(months => %s))", (months,))


_numbers = itertools.count(1)


def shut(cursor: psycopg2.extensions.cursor, database: str) -> None:
    """Take back what the migration takes back from every login: a copy of a database does not copy its own rights."""
    for statement in ("REVOKE TEMPORARY ON DATABASE {} FROM PUBLIC", "GRANT TEMPORARY ON DATABASE {} TO room_owner"):
        cursor.execute(sql.SQL(statement).format(sql.Identifier(database)))


def furnished_copy(cluster: PrivateCluster, template: str) -> Iterator[LittleRoom]:
    """Yield a little room in a copy of a furnished database, which is dropped afterwards."""
    room = LittleRoom(cluster, f"little_room_{next(_numbers)}")
    maintenance = connect(local(cluster.home, database="postgres"), autocommit=True)
    name = sql.Identifier(room.name)
    with maintenance.cursor() as cursor:
        cursor.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(name, sql.Identifier(template)))
        shut(cursor, room.name)
    yield room
    room.close()
    with maintenance.cursor() as cursor:
        cursor.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
    maintenance.close()
