"""The command line's bodies for the shift report and for verifying the logs: report, verify."""

import argparse
import sys
from pathlib import Path

import psycopg2

from ..database.connection import LOGIN_CONNECTIONS, by_service, connect, local
from ..database.home import Home, default_home
from ..database.importing.commands import declare_room, open_room
from ..database.rules import unknown_year
from ..errors import RoomError, from_database
from ..wording import say
from . import handover, verification
from .shift_report import as_html, as_text, clock, grouped, shift_report

_DONE, _REFUSED = 0, 1


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


def configure_verify(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `verify`."""
    parser.add_argument("--seal", type=int, help=say("cli.option_seal"))
    declare_room(parser)


def verify(arguments: argparse.Namespace) -> int:
    """Verify the logs of one room, or of all, and name the first broken link of each; exit code 1 when there is one.

    It also says where the server's log does not keep refused attempts, or not whose they were, what every login may
    still do past the room's functions, and which coming year the calendar does not know.
    """
    connection = open_room(arguments)
    try:
        wanted = [arguments.subdistrict] if arguments.subdistrict else verification.subdistricts(connection)
        answers = [verification.verify(connection, code, arguments.seal) for code in wanted]
        unlogged = verification.unlogged(connection)
        left_open = verification.left_open(connection)
        unlimited = verification.unlimited(connection)
        year = unknown_year(connection)
    except psycopg2.Error as error:
        raise from_database(error) from error
    finally:
        connection.close()
    for answer in answers:
        sys.stdout.write("\n".join([*_in_words(answer), ""]))
    for name, value in unlogged:
        sys.stdout.write(f"{say(f'verify.{name}', value=value)}\n")
    for kind, names in left_open:
        sys.stdout.write(f"{say(f'verify.left_{kind}', names=', '.join(names))}\n")
    if unlimited:
        sys.stdout.write(f"{say('verify.unlimited', names=', '.join(unlimited), limit=LOGIN_CONNECTIONS)}\n")
    if year is not None:
        sys.stdout.write(f"{say('rules.unknown_year', year=year)}\n")
    return _REFUSED if any(answer.fault for answer in answers) else _DONE


def _in_words(answer: verification.Verified) -> list[str]:
    numbers = {"subdistrict": answer.subdistrict, "cases": answer.case_files, "entries": answer.entries}
    if answer.fault:
        fault = say(f"verify.{answer.fault}", place=answer.place, entry=answer.entry)
        return [say("verify.broken", fault=fault, **numbers)]
    lines = [say("verify.whole", **numbers)]
    if answer.seal_no is not None and answer.sealed_at is not None and answer.seal_hash is not None:
        seal = say(
            "verify.chain_head", number=answer.seal_no, time=clock(answer.sealed_at), hash=grouped(answer.seal_hash)
        )
        lines.append(f"  {seal}")
    return lines
