"""`community-brain`: the room's command line. Each command's body lives in the module of its subject."""

import argparse
import importlib
import logging
import signal
import sys
from collections.abc import Sequence

from .errors import RoomError, at_once
from .wording import say, set_language

#: Exit codes.
DONE, REFUSED, USAGE, ACTION_NEEDED = 0, 1, 2, 3

# Command → module. The module has `configure_<command>(parser)` and `<command>(arguments) -> int`.
COMMANDS = {
    "up": "database.commands",
    "down": "database.commands",
    "status": "database.commands",
    "migrate": "database.commands",
    "serve": "database.commands",
    "subdistrict": "database.importing.room_commands",
    "simulate": "demo.commands",
    "report": "cases.commands",
    "verify": "cases.commands",
    "rules": "database.rules_commands",
}
# What `load` can load → module. The module has `configure_load_<what>(parser)` and `load_<what>(arguments) -> int`.
LOADS = {
    "demo": "demo.commands",
    "divisions": "database.importing.commands",
    "streets": "database.importing.commands",
    "buildings": "database.importing.commands",
    "components": "database.importing.commands",
    "subdistrict": "database.importing.room_commands",
    "rules": "database.rules_commands",
    "unit-grids": "database.importing.room_commands",
}


class _Parser(argparse.ArgumentParser):
    """An argument parser that words its help in the room's language."""

    def __init__(self, name: str, help_code: str) -> None:
        super().__init__(prog=name, description=say(help_code), add_help=False)
        self.add_argument("-h", "--help", action="help", help=say("cli.help_option"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (the constants above)."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    words = _take_language(words)
    try:
        return _dispatch(words)
    except RoomError as error:
        sys.stderr.write(f"community-brain: {at_once(error)}\n")
        return ACTION_NEEDED if error.code == "database.not_migrated" else REFUSED
    except KeyboardInterrupt:
        sys.stderr.write(f"\ncommunity-brain: {say('cli.interrupted')}\n")
        return REFUSED


def _take_language(words: list[str]) -> list[str]:
    """Act on `--language zh|en` before any help is worded, and return the other words."""
    if "--language" in words[:-1]:
        at = words.index("--language")
        set_language(words[at + 1])
        return words[:at] + words[at + 2 :]
    return words


def _dispatch(words: list[str]) -> int:
    """Find the command's module, let it declare its options, and run it."""
    if not words or words[0] in {"-h", "--help"}:
        sys.stdout.write(_overview("cli.overview", "community-brain", [*COMMANDS, "load"]))
        return DONE if words else USAGE
    table, name, words = COMMANDS, words[0], words[1:]
    prefix = ""
    if name == "load":
        if not words or words[0] in {"-h", "--help"}:
            sys.stdout.write(_overview("cli.load_overview", "community-brain load", LOADS, "load_"))
            return DONE if words else USAGE
        table, name, words, prefix = LOADS, words[0], words[1:], "load_"
    if name not in table:
        sys.stderr.write(f"community-brain: {say('cli.unknown', name=name, known=', '.join(table))}\n")
        return USAGE
    module = importlib.import_module(f".{table[name]}", __package__)
    parser = _Parser(f"community-brain {prefix.replace('_', ' ')}{name}", f"cli.{prefix}{name}")
    body = f"{prefix}{name}".replace("-", "_")
    getattr(module, f"configure_{body}")(parser)
    return int(getattr(module, body)(parser.parse_args(words)))


def _overview(code: str, program: str, names: Sequence[str] | dict[str, str], prefix: str = "") -> str:
    """Return the list of commands, a line each."""
    lines = [say(code), "", f"  {program} <{'|'.join(names)}> [--help]", ""]
    lines += [f"  {name:<12} {say(f'cli.{prefix}{name}')}" for name in names]
    return "\n".join([*lines, "", say("cli.exit_codes"), ""])


if __name__ == "__main__":
    sys.exit(main())
