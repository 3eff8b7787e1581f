"""The command line's bodies for imports: load streets, buildings, divisions, components."""

import argparse
import sys
from pathlib import Path

import psycopg2.extensions

from ...errors import RoomError
from ...wording import say
from .. import migration
from ..cluster import PrivateCluster
from ..connection import by_service, connect, local
from .job import Order, run
from .report import Outcome, as_lines, write_csv
from .subjects import BUILDING, COMPONENT, DIVISION, STREET, Subject

_DONE, _REFUSED = 0, 1


def configure_load_streets(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `load streets`."""
    declare_file(parser, STREET)


def load_streets(arguments: argparse.Namespace) -> int:
    """Import streets."""
    return load_file(arguments, "street")


def configure_load_buildings(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `load buildings`."""
    declare_file(parser, BUILDING)


def load_buildings(arguments: argparse.Namespace) -> int:
    """Import buildings."""
    return load_file(arguments, "building")


def configure_load_components(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `load components`."""
    declare_file(parser, COMPONENT)


def load_components(arguments: argparse.Namespace) -> int:
    """Import components."""
    return load_file(arguments, "component")


def configure_load_divisions(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `load divisions`."""
    declare_file(parser, DIVISION)
    parser.add_argument("--make-parents", action="store_true", help=say("cli.option_make_parents"))
    parser.add_argument("--name", action="append", default=[], metavar="CODE=NAME", help=say("cli.option_name"))


def load_divisions(arguments: argparse.Namespace) -> int:
    """Import divisions."""
    more = {"make_parents": arguments.make_parents, "names": pairs(arguments.name)}
    return load_file(arguments, "division", **more)


def declare_room(parser: argparse.ArgumentParser, *, subdistrict: bool = True) -> None:
    """Declare the options that say which room is meant."""
    parser.add_argument("--home", type=Path, help=say("cli.option_home"))
    parser.add_argument("--service", help=say("cli.option_service"))
    if subdistrict:
        parser.add_argument("--subdistrict", metavar="CODE", help=say("cli.option_subdistrict"))


def open_room(arguments: argparse.Namespace) -> psycopg2.extensions.connection:
    """Connect to the room meant; RoomError `database.not_migrated` when its schema is not this program's."""
    parameters = by_service(arguments.service) if arguments.service else local(PrivateCluster(arguments.home).home)
    connection = connect(parameters, application="community-brain load")
    if migration.schema_state(connection).kind != "current":
        connection.close()
        raise RoomError("database.not_migrated", reason=arguments.service or str(parameters["host"]))
    connection.rollback()
    return connection


def show_progress(share: float, step: str) -> bool:
    """Write where an import stands to a terminal's error stream; the other hand cancels with Ctrl-C."""
    if sys.stderr.isatty():
        end = "\n" if share >= 1.0 else ""
        sys.stderr.write(f"\r{share:4.0%} {say(step)}\x1b[K{end}")
        sys.stderr.flush()
    return True


def tell(outcome: Outcome, report: Path | None) -> int:
    """Write what an import did or found; returns the exit code."""
    sys.stdout.write(f"{outcome.reading}\n")
    if outcome.faults:
        sys.stdout.write("\n".join(as_lines(outcome.faults)) + "\n")
    if report is not None:
        write_csv(outcome.faults, report)
    for hint in outcome.hints:
        sys.stdout.write(f"{hint}\n")
    sys.stdout.write(f"{outcome.summary}\n")
    return _REFUSED if outcome.faults else _DONE


def pairs(texts: list[str]) -> dict[str, str]:
    """Return `left=right` texts as a dictionary; RoomError `cli.bad_pair`."""
    answer = {}
    for text in texts:
        left, sign, right = text.partition("=")
        if not (left and sign and right):
            raise RoomError("cli.bad_pair", text=text)
        answer[left] = right
    return answer


def declare_file(parser: argparse.ArgumentParser, subject: Subject, *, required: bool = True) -> None:
    """Declare the options of an import from a file."""
    targets = say("cli.targets", names=", ".join(subject.field_names()))
    parser.add_argument("file", nargs=None if required else "?", help=say("cli.option_file"))
    parser.add_argument("--layer", help=say("cli.option_layer"))
    parser.add_argument("--crs", help=say("cli.option_crs"))
    parser.add_argument("--xy", nargs=2, metavar=("X", "Y"), help=say("cli.option_xy"))
    parser.add_argument(
        "--map", action="append", default=[], metavar="FIELD=TARGET", help=f"{say('cli.option_map')} {targets}"
    )
    parser.add_argument("--set", action="append", default=[], metavar="TARGET=VALUE", help=say("cli.option_set"))
    parser.add_argument("--id", default="", metavar="FIELD,FIELD", help=say("cli.option_id"))
    parser.add_argument("--source", help=say("cli.option_source"))
    parser.add_argument("--outside", choices=("refuse", "skip"), default="refuse", help=say("cli.option_outside"))
    parser.add_argument("--end-missing", action="store_true", help=say("cli.option_end_missing"))
    parser.add_argument("--dry-run", action="store_true", help=say("cli.option_dry_run"))
    parser.add_argument("--report", type=Path, help=say("cli.option_report"))
    declare_room(parser)


def load_file(arguments: argparse.Namespace, subject: str, **more: object) -> int:
    """Import one file as the options say; returns the exit code."""
    options = {"subdistrict": arguments.subdistrict, "outside": arguments.outside, "end_missing": arguments.end_missing}
    order = Order(
        subject=subject,
        path=arguments.file,
        layer=arguments.layer,
        crs=arguments.crs,
        mapping={target: name for name, target in pairs(arguments.map).items()},
        constants=pairs(arguments.set),
        id_fields=[name for name in arguments.id.split(",") if name],
        xy=tuple(arguments.xy) if arguments.xy else None,
        source=arguments.source,
        dry_run=arguments.dry_run,
        options={**options, **more},
    )
    connection = open_room(arguments)
    try:
        return tell(run(connection, order, show_progress), arguments.report)
    finally:
        connection.close()
