"""The words people read: messages and code names in Chinese and English, from the code tables.

Nothing here raises: an unknown message or name is shown as its code, so that a missing word never hides a fault.
"""

import csv
import os
from functools import lru_cache

from . import resources

LANGUAGES = ("zh", "en")

# Parameters that hold a code: the table whose names they are shown by, else the catalogue's block of that name.
_TABLE_OF = {
    "action": "case_action",
    "axis": "axis",
    "from_state": "operating_state",
    "grid_kind": "grid_kind",
    "operating_action": "operating_action",
    "operating_state": "operating_state",
    "pending": "case_pending",
    "role": "role",
    "state": "case_state",
}
_BLOCKS = {*_TABLE_OF, "field", "handover_state", "operation", "patrol_state", "picture", "side"}
_KEY_OF = {"case_action": "action", "case_pending": "pending", "case_state": "state", "department_kind": "kind"}
_KEY_OF |= {"grid_kind": "kind"}
_KEY_OF |= {"component_state": "state", "operating_state": "state", "sensor_kind": "kind", "class_profile": "profile"}
_KEY_OF |= {"operating_action": "action", "operating_outcome": "outcome"}

_chosen: str | None = None


def language() -> str:
    """Return the language in use, "zh" or "en"."""
    return _chosen or _language_of_environment()


def set_language(wanted: str | None) -> None:
    """Use "zh" or "en" (a locale such as zh_CN does too); None returns to the environment's."""
    global _chosen  # noqa: PLW0603 - one process speaks one language
    _chosen = None if wanted is None else _language_of_locale(wanted)


def say(code: str, /, **params: object) -> str:
    """Return the message of a code in the current language, its placeholders filled.

    A code without a block is one of the database's own and is found in the block `room`. Parameters that hold a code
    (role, state, axis, action, ...) are shown by their names. Never raises: a missing parameter leaves a dash, an
    unknown code is shown as itself with the parameters behind it.
    """
    catalogue = _messages()
    row = catalogue.get(code) or catalogue.get(f"room.{code}")
    if row is not None:
        return row[language()].format_map(_Shown({key: _word(key, value) for key, value in params.items()}))
    shown = ", ".join(f"{key}={value}" for key, value in params.items())
    return f"{code} ({shown})" if shown else code


def name(table: str, code: str) -> str:
    """Return the name of a code in a code table (such as name("case_state", "closed")), or the code if it has none."""
    row = _names(table).get(code)
    return row[language()] if row else code


class _Shown(dict[str, object]):
    """Parameters as a message shows them; what was not given is a dash."""

    def __missing__(self, key: str) -> str:
        return "–"


def _word(key: str, value: object) -> object:
    if not isinstance(value, str) or key not in _BLOCKS:
        return "–" if value is None else value
    word = name(_TABLE_OF[key], value) if key in _TABLE_OF else value
    row = _messages().get(f"{key}.{value}")
    return row[language()] if word == value and row else word


def _language_of_locale(locale: str) -> str:
    return "zh" if locale.lower().startswith("zh") else "en"


def prepare() -> None:
    """Read the messages now, on any thread, so that the first one is worded without reading a file."""
    _messages()


def _language_of_environment() -> str:
    """Return the language the environment asks for, in gettext's order."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        wanted = os.environ.get(variable, "")
        if wanted:
            return _language_of_locale(wanted)
    return "en"


def _rows(table: str) -> list[dict[str, str]]:
    file = resources.path("code_tables", f"{table}.csv")
    try:
        with file.open(encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))
    except OSError:
        return []


@lru_cache(maxsize=1)
def _messages() -> dict[str, dict[str, str]]:
    return {row["code"]: {"zh": row["zh"], "en": row["en"]} for row in _rows("messages")}


@lru_cache(maxsize=32)
def _names(table: str) -> dict[str, dict[str, str]]:
    key = _KEY_OF.get(table, table)
    return {row[key]: {"zh": row["name_zh"], "en": row["name_en"]} for row in _rows(table) if key in row}
