"""The command line's bodies for a new room: load subdistrict and what it reads, written; load unit-grids."""

import argparse
import sys
from pathlib import Path

from ...wording import say
from ..cluster import PrivateCluster
from ..commands import refresh_posts
from .commands import declare_file, declare_room, load_file, open_room, show_progress, tell
from .founding import Founding, found, read_table, write
from .subjects import UNIT_GRID

_DONE = 0


def configure_load_subdistrict(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `load subdistrict`."""
    parser.add_argument("code", help=say("cli.option_subdistrict"))
    parser.add_argument("--departments", type=Path, help=say("cli.option_departments"))
    parser.add_argument("--staff", type=Path, help=say("cli.option_staff"))
    parser.add_argument("--responsibilities", type=Path, help=say("cli.option_responsibilities"))
    parser.add_argument("--roster", type=Path, help=say("cli.option_roster"))
    declare_room(parser, subdistrict=False)


def load_subdistrict(arguments: argparse.Namespace) -> int:
    """Found a room for a subdistrict, or bring its people up to date."""
    tables = (arguments.departments, arguments.staff, arguments.responsibilities, arguments.roster)
    founding = Founding(arguments.code, *(None if path is None else read_table(path) for path in tables))
    connection = open_room(arguments)
    try:
        counts = found(connection, founding)
    finally:
        connection.close()
    if not arguments.service:
        refresh_posts(PrivateCluster(arguments.home))
    sys.stdout.write(f"{say('import.founded', code=arguments.code, **counts)}\n")
    if "roster" in counts:
        sys.stdout.write(f"{say('import.roster', count=counts['roster'])}\n")
    return _DONE


def configure_subdistrict(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `subdistrict`."""
    parser.add_argument("code", help=say("cli.option_subdistrict"))
    parser.add_argument("folder", type=Path, help=say("cli.option_tables_to"))
    declare_room(parser, subdistrict=False)


def subdistrict(arguments: argparse.Namespace) -> int:
    """Write the tables of a subdistrict's people into a folder, as `load subdistrict` reads them."""
    connection = open_room(arguments)
    try:
        written = write(connection, arguments.code, arguments.folder)
    finally:
        connection.close()
    for table, (path, count) in written.items():
        sys.stdout.write(f"{say('import.written', table=table, count=count, path=path)}\n")
    return _DONE


def configure_load_unit_grids(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `load unit-grids`."""
    declare_file(parser, UNIT_GRID, required=False)
    parser.add_argument("--community", action="append", default=[], metavar="CODE", help=say("cli.option_community"))
    parser.add_argument("--area", type=float, default=10_000.0, metavar="M2", help=say("cli.option_area"))
    parser.add_argument("--reason", default="redrawn", help=say("cli.option_reason"))


def load_unit_grids(arguments: argparse.Namespace) -> int:
    """Draw the unit grids from the room's streets and buildings; with a file, import drawn ones."""
    if arguments.file:
        return load_file(arguments, "unit_grid", reason=arguments.reason)
    from ...grids.drawing import DrawingRules
    from .unit_grids import Plan, draw

    share = arguments.area / DrawingRules().target_area
    rules = DrawingRules(
        target_area=arguments.area,
        smallest_area=DrawingRules().smallest_area * share,
        largest_area=DrawingRules().largest_area * share,
    )
    plan = Plan(arguments.subdistrict, arguments.community, rules, dry_run=arguments.dry_run, reason=arguments.reason)
    connection = open_room(arguments)
    try:
        return tell(draw(connection, plan, show_progress), arguments.report)
    finally:
        connection.close()
