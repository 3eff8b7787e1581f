"""A room founded and filled by the command line alone, and the steps of a case file on it."""

import contextlib
import io
import json
import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg2.extensions
import real_data as real
from psycopg2 import sql

from community_brain_plugin import cli
from community_brain_plugin.database import migration
from community_brain_plugin.database.cluster import PrivateCluster
from community_brain_plugin.database.connection import connect, local


class RealRoom:
    """A database of its own; `load` runs `community-brain load …` on it."""

    def __init__(self, cluster: PrivateCluster, name: str, folder: Path) -> None:
        self.cluster = cluster
        self.name = name
        self.folder = folder
        entry = "\n".join(f"{key}={value}" for key, value in self.parameters().items())
        (folder / "pg_service.conf").write_text(f"[real]\n{entry}\n")

    def parameters(self, login: str = "postgres") -> dict[str, str]:
        """Return the libpq parameters for a login."""
        return local(self.cluster.home, user=login, database=self.name)

    def load(self, *words: object, fails: bool = False) -> str:
        """Run the command and return what it wrote; its exit code is asserted."""
        told = io.StringIO()
        before = os.environ.get("PGSERVICEFILE")
        os.environ["PGSERVICEFILE"] = str(self.folder / "pg_service.conf")
        try:
            with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
                code = cli.main(["load", *map(str, words), "--service", "real"])
        finally:
            if before is None:
                del os.environ["PGSERVICEFILE"]
            else:
                os.environ["PGSERVICEFILE"] = before
        assert code == (1 if fails else 0), told.getvalue()
        return told.getvalue()

    def query(self, statement: str, *values: object, login: str = "postgres") -> list[tuple]:
        """Run one statement in a transaction of its own and return its rows."""
        connection = self.connect(login)
        try:
            with connection, connection.cursor() as cursor:
                cursor.execute(statement, values)
                return cursor.fetchall() if cursor.description else []
        finally:
            connection.close()

    def connect(self, login: str = "postgres") -> psycopg2.extensions.connection:
        """Open a connection; the caller closes it."""
        return connect(self.parameters(login), application="test")


@contextlib.contextmanager
def real_room(cluster: PrivateCluster, folder: Path, srid: int = 4549) -> Iterator[RealRoom]:
    """Make a migrated database and drop it afterwards."""
    room = RealRoom(cluster, f"real_{uuid.uuid4().hex[:12]}", folder)
    _execute(cluster, sql.SQL("CREATE DATABASE {}").format(sql.Identifier(room.name)))
    try:
        migration.migrate(room.parameters(), srid=srid)
        yield room
    finally:
        _execute(cluster, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(room.name)))


def fill_with_nanjing(room: RealRoom) -> None:
    """Found a room on Nanjing's streets and buildings, draw its unit grids, put hydrants on it."""
    divisions = real.divisions_around_nanjing(room.folder)
    room.load("divisions", divisions, "--make-parents", "--name", "3201=南京市", "--name", "320106=鼓楼区")
    found(room, real.NANJING)
    room.load("streets", real.nanjing(), "--layer", "edges", "--outside", "skip")
    room.load("buildings", real.nanjing(), "--layer", "buildings")
    room.load("unit-grids")
    cambridge = real.shared("components", "cambridge_ma_city_components.gpkg")
    hydrants = real.moved_to(cambridge, "hydrants", room.folder / "hydrants.csv", (118.7717, 32.0438))
    for_all = ("--set", "class_code=01013", "--set", "department_code=LD", "--outside", "skip")
    room.load("components", hydrants, "--xy", "x", "y", "--crs", "EPSG:4326", *for_all)


def found(room: RealRoom, subdistrict: str) -> str:
    """Found the room with a few people; returns what the command said."""
    tables = real.people(room.folder, subdistrict)
    return room.load("subdistrict", subdistrict, *(word for n, path in tables.items() for word in (f"--{n}", path)))


class Walker:
    """Takes a case file's steps, each under the login of the post that may."""

    def __init__(self, room: RealRoom, subdistrict: str) -> None:
        self.room = room
        self.subdistrict = subdistrict
        self.state: dict[str, object] = {}

    def report(self, payload: dict[str, object]) -> None:
        """File a report as the acceptor."""
        self.state = self._call("acceptor", "SELECT desk.report_case(%s::jsonb, %s)", json.dumps(payload))

    def step(self, post: str, action: str, expected: str, **payload: object) -> None:
        """Take one step and see the state it leads to."""
        values = (self.subdistrict, self.state["case_id"], action, json.dumps(payload), self.state["version"])
        self.state = self._call(post, "SELECT desk.case_step(%s, %s, %s, %s::jsonb, %s, %s)", *values)
        assert self.state["state"] == expected

    def walk(self, department: str, **why: object) -> None:
        """Take a reported case file from filing to closing; a unit that is not recommended needs a `reason`."""
        self.step("acceptor", "file", "pending_dispatch", condition_no=1)
        self.step("dispatcher", "dispatch", "pending_handle", department_code=department, **why)
        self.step("department", "assign", "handling", handler="P5")
        self.photograph("worker", "after")
        self.step("worker", "submit_handling", "handle_finish", note="已处置")
        self.step("department", "confirm_handling", "feedback")
        self.step("dispatcher", "forward_to_supervision", "pending_check")
        self.step("acceptor", "send_check", "checking", collector="P3")
        self.photograph("collector", "check")
        self.step("collector", "check_result", "pending_check", passed=True)
        self.step("acceptor", "close", "closed", closing_condition_no=1)

    def photograph(self, post: str, stage: str) -> None:
        """Keep a picture with the case file."""
        statement = "SELECT desk.attach(%s, %s, 'a.jpg', 'image/jpeg', %s)"
        picture = b"\xff\xd8\xff\xe0" + uuid.uuid4().bytes
        self.room.query(statement, self.state["case_id"], stage, picture, login=self._login(post))

    def _login(self, post: str) -> str:
        return f"real_{self.subdistrict}_{post}"

    def _call(self, post: str, statement: str, *values: object) -> dict[str, object]:
        return self.room.query(statement, *values, str(uuid.uuid4()), login=self._login(post))[0][0]


def _execute(cluster: PrivateCluster, statement: sql.Composable) -> None:
    connection = connect(local(cluster.home, database="postgres"), autocommit=True)
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement)
    finally:
        connection.close()
