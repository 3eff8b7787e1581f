"""The one exception the core raises on purpose: a code and parameters, worded where it is shown."""

import json
import re

from .wording import say

#: SQLSTATE of every refusal the database raises itself (`room.refuse`).
REFUSED = "CB001"

# What PostgreSQL says on its own account, as the catalogue's codes: by whole SQLSTATE first, then by class.
_STATES = {
    "25006": "database.read_only",
    "28P01": "database.password",
    "3D000": "database.no_database",
    "40001": "database.try_again",
    "40P01": "database.try_again",
    "42501": "database.no_right",
    "42883": "database.not_migrated",
    "42P01": "database.not_migrated",
    "53100": "database.disk_full",
    "53300": "database.too_many_connections",
    "55P03": "database.busy",
    "57014": "database.cancelled",
    "57P03": "database.starting",
}
_CLASSES = {
    "08": "database.connection_lost",
    "28": "database.login",
    "3F": "database.not_migrated",
    "57": "database.connection_lost",
}
# A request id that served for something else: the key of the log that it breaks, and the id in what is said of it.
_REQUESTS = ("23505", "case_log_request")
_REQUEST = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# What libpq and the server say of an attempt to connect, for which psycopg2 has no SQLSTATE.
_WORDS = {
    "fe_sendauth": "database.no_password",
    "password authentication failed": "database.password",
    "too many clients": "database.too_many_connections",
    "too many connections": "database.too_many_connections",
    "remaining connection slots": "database.too_many_connections",
    r'role "[^"]*" (does not exist|is not permitted)': "database.login",
    r"no pg_hba\.conf entry": "database.login",
    r'database "[^"]*" does not exist': "database.no_database",
}


class RoomError(Exception):
    """Something was refused or failed in a way that has words in the catalogue.

    `code` names the row of resources/code_tables/messages.csv, `params` fills its placeholders. `str()` words it in
    the current language.
    """

    def __init__(self, code: str, /, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        return say(self.code, **self.params)


def from_database(error: Exception) -> RoomError:
    """Return the RoomError of a `psycopg2.Error` (or psycopg 3's): the database's own code, or one by its SQLSTATE."""
    diagnosis = getattr(error, "diag", None)
    state = getattr(error, "pgcode", None) or getattr(diagnosis, "sqlstate", None)
    if state == REFUSED and diagnosis is not None:
        return RoomError(diagnosis.message_primary or "database.failed", **_parameters(diagnosis.message_detail))
    if (state, getattr(diagnosis, "constraint_name", None)) == _REQUESTS:
        found = _REQUEST.search(getattr(diagnosis, "message_detail", None) or "")
        return RoomError("room.request_reused", request_id=found.group() if found else "–")
    text = (getattr(diagnosis, "message_primary", None) or str(error)).strip()
    if state is None:
        # No connection came about: words are all there is. libpq's name for the first is not translated; a server that
        # speaks another language says the second in it, and is then quoted.
        code = next((code for word, code in _WORDS.items() if re.search(word, text)), "database.connection_lost")
        return RoomError(code, reason=text)
    code = _STATES.get(state) or _CLASSES.get(state[:2]) or "database.failed"
    return RoomError(code, reason=text, state=state)


def at_once(error: RoomError) -> RoomError:
    """Return an error as somebody is told it who asked once and is not being reconnected; others stay as they are."""
    if error.code != "database.connection_lost":
        return error
    return RoomError("database.unreachable", reason=" ".join(str(error.params.get("reason", "–")).split()))


def _parameters(detail: str | None) -> dict[str, object]:
    """Return the parameters that `room.refuse` put into DETAIL; anything else there is no parameter."""
    try:
        found = json.loads(detail or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
