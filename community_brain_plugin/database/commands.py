"""The command line's bodies for the private room: up, down, status, migrate, serve."""

import argparse
import contextlib
import signal
import sys
import threading
from datetime import datetime
from pathlib import Path

from ..errors import RoomError
from ..wording import say
from . import migration
from .background import Background, command
from .cluster import PrivateCluster
from .connection import DATABASE, SERVICE_LOGIN, by_service, connect, local
from .home import Account
from .rules import unknown_year
from .services import choose_post, known_posts, posts, write_service_files

_DONE, _ACTION_NEEDED = 0, 3
#: Background programs of a private room, in the order they are ended.
_BACKGROUND = ("simulate", "serve")


def configure_up(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `up`."""
    parser.add_argument("--home", type=Path, help=say("cli.option_home"))
    parser.add_argument("--post", help=say("cli.option_post"))
    parser.add_argument("--no-serve", action="store_true", help=say("cli.option_no_serve"))


def up(arguments: argparse.Namespace) -> int:
    """Start the private room: the server, then the resident service in the background."""
    cluster = PrivateCluster(arguments.home)
    started = cluster.up()
    _tell("cluster.started" if started else "cluster.runs", home=cluster.home.path, socket=cluster.home.socket)
    state = refresh_posts(cluster)
    if not arguments.no_serve:
        serving = Background(cluster.home, "serve")
        _tell("cluster.serve_started" if serving.start(command("serve")) else "cluster.serve_runs", log=serving.log)
    if arguments.post:
        choose_post(cluster.home, arguments.post)
    if state.kind in {"missing", "older"}:
        _tell(f"migration.{state.kind}", installed=state.installed, newest=state.newest)
        return _ACTION_NEEDED
    return _DONE


def refresh_posts(cluster: PrivateCluster) -> migration.SchemaState:
    """Write a pg_service file for every post that somebody holds; return the state of the schema."""
    connection = connect(local(cluster.home))
    try:
        state = migration.schema_state(connection)
        if state.kind == "current":
            found = posts(connection, known_posts(cluster.home))
            if found:
                write_service_files(cluster.home, Account.current(), found)
        return state
    finally:
        connection.close()


def configure_down(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `down`."""
    parser.add_argument("--home", type=Path, help=say("cli.option_home"))


def down(arguments: argparse.Namespace) -> int:
    """End the simulator, the resident service and the server; all data stay."""
    cluster = PrivateCluster(arguments.home)
    for name in _BACKGROUND:
        if Background(cluster.home, name).stop():
            _tell("cluster.ended", name=name)
    _tell("cluster.stopped" if cluster.down() else "cluster.was_down", home=cluster.home.path)
    return _DONE


def configure_status(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `status`."""
    parser.add_argument("--home", type=Path, help=say("cli.option_home"))


def status(arguments: argparse.Namespace) -> int:
    """Say what runs, what version the room has, and what is to be done; exit code 3 when something is."""
    cluster = PrivateCluster(arguments.home)
    found = cluster.status()
    _tell(f"cluster.is_{found.state}", home=found.home, missing=found.detail, data=cluster.home.data, pid=found.pid)
    for name in reversed(_BACKGROUND):
        pid = Background(cluster.home, name).pid()
        _tell("cluster.background_runs" if pid else "cluster.background_down", name=name, pid=pid)
    if found.state != "running":
        return _ACTION_NEEDED
    connection = connect(local(cluster.home))
    try:
        state = migration.schema_state(connection)
        year = unknown_year(connection) if state.kind == "current" else None
    finally:
        connection.close()
    _tell(f"migration.{state.kind}", installed=state.installed, newest=state.newest, known=state.newest)
    if year is not None:
        _tell("rules.unknown_year", year=year)
    return _DONE if state.kind == "current" else _ACTION_NEEDED


def configure_migrate(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `migrate`."""
    parser.add_argument("--home", type=Path, help=say("cli.option_home"))
    parser.add_argument("--service", help=say("cli.option_service"))
    parser.add_argument("--srid", type=int, help=say("cli.option_srid"))
    parser.add_argument("--force", action="store_true", help=say("cli.option_force"))


def migrate(arguments: argparse.Namespace) -> int:
    """Bring a room's schema to this version: the private room's, or that of a pg_service entry."""
    cluster = None if arguments.service else PrivateCluster(arguments.home)
    parameters = local(cluster.home) if cluster else by_service(arguments.service)
    if cluster and cluster.pid() is None:
        raise RoomError("cluster.not_running", home=cluster.home.path)
    done = migration.migrate(parameters, srid=arguments.srid, force=arguments.force)
    outcome = "nothing" if not done.changed else "installed" if done.before is None else "done"
    _tell(f"migration.{outcome}", before=done.before, after=done.after)
    if done.skipped:
        _tell("migration.skipped", tables=", ".join(done.skipped))
    if done.kept:
        _tell("migration.kept", tables=", ".join(f"{table} {count}" for table, count in done.kept.items()))
    if cluster:
        refresh_posts(cluster)
    return _DONE


def configure_serve(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `serve`."""
    parser.add_argument("--home", type=Path, help=say("cli.option_home"))
    parser.add_argument("--service", help=say("cli.option_service"))


def serve(arguments: argparse.Namespace) -> int:
    """Run the resident service until told to stop (SIGTERM, SIGINT)."""
    from .service import serve as serve_until

    if arguments.service:
        parameters = by_service(arguments.service)
    else:
        parameters = local(PrivateCluster(arguments.home).home, user=SERVICE_LOGIN, database=DATABASE)
    stop = stop_on_signal()
    _wait_for_schema(parameters, stop)
    serve_until(lambda: connect(parameters, application="community-brain serve", autocommit=True), stop, _log)
    return _DONE


def _wait_for_schema(parameters: dict[str, str], stop: threading.Event) -> None:
    """Wait for the first migration: the service may be started before it, and then has no login to come in by."""
    waiting = False
    while not stop.is_set():
        with contextlib.suppress(RoomError):
            connection = connect(parameters)
            try:
                if migration.schema_state(connection).kind != "missing":
                    return
            finally:
                connection.close()
        if not waiting:
            _log(say("cluster.serve_waits"))
        waiting = True
        stop.wait(1.0)


def stop_on_signal() -> threading.Event:
    """Return an event that SIGTERM and SIGINT set."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    return stop


def _log(line: str) -> None:
    sys.stdout.write(f"{datetime.now():%Y-%m-%d %H:%M:%S} {line}\n")
    sys.stdout.flush()


def _tell(code: str, **params: object) -> None:
    sys.stdout.write(f"{say(code, **params)}\n")
    sys.stdout.flush()
