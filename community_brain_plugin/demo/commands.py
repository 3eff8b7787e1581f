"""The command line's bodies for the demo district: load demo, simulate."""

import argparse
import datetime
import sys
from pathlib import Path

from ..database import migration
from ..database.background import Background, command
from ..database.cluster import PrivateCluster
from ..database.commands import refresh_posts, stop_on_signal
from ..database.connection import connect, local
from ..errors import RoomError
from ..wording import say
from . import DEFAULT_COMPONENTS, DEFAULT_SEED, load
from . import simulate as play

_DONE = 0


def configure_load_demo(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `load demo`."""
    parser.add_argument("--home", type=Path, help=say("cli.option_home"))
    parser.add_argument("--seed", type=int, default=DEFAULT_SEED, help=say("cli.option_seed"))
    parser.add_argument("--anchor", type=datetime.date.fromisoformat, help=say("cli.option_anchor"))
    parser.add_argument("--components", type=int, default=DEFAULT_COMPONENTS, help=say("cli.option_components"))
    parser.add_argument("--if-empty", action="store_true", help=say("cli.option_if_empty"))


def load_demo(arguments: argparse.Namespace) -> int:
    """Fill an empty room with the demo district, all or nothing."""
    cluster = PrivateCluster(arguments.home)
    connection = connect(local(cluster.home), application="community-brain load")
    try:
        if migration.schema_state(connection).kind != "current":
            raise RoomError("database.not_migrated", reason=str(cluster.home.path))
        with connection.cursor() as cursor:
            cursor.execute("SELECT EXISTS (SELECT FROM room.division)")
            if arguments.if_empty and cursor.fetchone() == (True,):
                return _DONE
        connection.rollback()
        done = load(connection, seed=arguments.seed, anchor=arguments.anchor, components=arguments.components)
    finally:
        connection.close()
    refresh_posts(cluster)
    code = "load.demo_done" if done.rows else "load.demo_there"
    sys.stdout.write(f"{say(code, seed=done.seed, anchor=done.anchor)}\n")
    return _DONE


def configure_simulate(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `simulate`."""
    parser.add_argument("--home", type=Path, help=say("cli.option_home"))
    parser.add_argument("--seed", type=int, default=DEFAULT_SEED, help=say("cli.option_seed"))
    parser.add_argument("--speed", type=float, default=1.0, help=say("cli.option_speed"))
    parser.add_argument("--background", action="store_true", help=say("cli.option_background"))
    parser.add_argument("--stop", action="store_true", help=say("cli.option_stop"))


def simulate(arguments: argparse.Namespace) -> int:
    """Play the district's life until told to stop; in the background on wish."""
    cluster = PrivateCluster(arguments.home)
    playing = Background(cluster.home, "simulate")
    if arguments.stop:
        stopped = playing.stop()
        sys.stdout.write(f"{say('simulate.stopped' if stopped else 'simulate.was_stopped')}\n")
        return _DONE
    if arguments.background:
        started = playing.start(command("simulate", f"--seed={arguments.seed}", f"--speed={arguments.speed}"))
        sys.stdout.write(f"{say('simulate.started' if started else 'simulate.runs', log=playing.log)}\n")
        return _DONE
    stop = stop_on_signal()
    play(lambda user: connect(local(cluster.home, user=user)), arguments.seed, arguments.speed, stop)
    return _DONE
