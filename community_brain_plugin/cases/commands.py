"""The command line's body for the shift report."""

import argparse
import sys
from pathlib import Path

from ..database.connection import by_service, connect, local
from ..database.home import Home, default_home
from ..errors import RoomError
from ..wording import say
from . import handover
from .shift_report import as_html, as_text, shift_report

_DONE = 0


def configure_report(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `report`."""
    parser.add_argument("--home", type=Path, help=say("cli.option_home"))
    parser.add_argument("--service", help=say("cli.option_service"))
    parser.add_argument("--handover", type=int, help=say("cli.option_handover"))
    parser.add_argument("--output", type=Path, help=say("cli.option_report_output"))


def report(arguments: argparse.Namespace) -> int:
    """Print the shift report of a handover, by default the latest; into a file as a page (HTML)."""
    home = Home(arguments.home or default_home())
    connection = connect(by_service(arguments.service) if arguments.service else local(home))
    try:
        wanted = arguments.handover
        row = handover.latest(connection) if wanted is None else handover.one(connection, wanted)
    finally:
        connection.close()
    if row is None:
        raise RoomError("report.none")
    made = shift_report(row)
    if arguments.output:
        arguments.output.write_text(as_html(made), encoding="utf-8")
        sys.stdout.write(f"{say('report.written', path=arguments.output)}\n")
    else:
        sys.stdout.write(as_text(made))
    return _DONE
