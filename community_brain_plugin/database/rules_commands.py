"""The command line's bodies for a city's own rules: rules, load rules."""

import argparse
import sys
from pathlib import Path

from ..wording import say
from . import rules as tables
from .importing.commands import declare_room, open_room

_DONE = 0


def configure_rules(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `rules`."""
    parser.add_argument("folder", type=Path, help=say("cli.option_rules_to"))
    parser.add_argument("--profile", help=say("cli.option_rules_profile"))
    declare_room(parser, subdistrict=False)


def rules(arguments: argparse.Namespace) -> int:
    """Write the rules in force into a folder, a CSV file a table."""
    connection = open_room(arguments)
    try:
        written = tables.write(connection, arguments.folder, arguments.profile)
        year = tables.unknown_year(connection)
    finally:
        connection.close()
    for table, (path, count) in written.items():
        sys.stdout.write(f"{say('rules.written', table=table, count=count, path=path)}\n")
    if year is not None:
        sys.stdout.write(f"{say('rules.unknown_year', year=year)}\n")
    return _DONE


def configure_load_rules(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `load rules`."""
    parser.add_argument("folder", type=Path, help=say("cli.option_rules_from"))
    parser.add_argument("--dry-run", action="store_true", help=say("cli.option_dry_run"))
    declare_room(parser, subdistrict=False)


def load_rules(arguments: argparse.Namespace) -> int:
    """Put in a city's own rules from a folder, all or nothing."""
    connection = open_room(arguments)
    try:
        answers = tables.load(connection, arguments.folder, check_only=arguments.dry_run)
    finally:
        connection.close()
    for table, counts in answers.items():
        sys.stdout.write(f"{say('rules.loaded', table=table, **counts)}\n")
    if arguments.dry_run:
        sys.stdout.write(f"{say('rules.nothing_kept')}\n")
    return _DONE
