"""Connection profiles: which room a desk opens, kept in QGIS's settings without any password."""

import configparser
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from zlib import crc32

from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsSettings

from ...database.connection import DATABASE, NETWORK, SERVICE
from ...database.home import Home, default_home
from ...database.services import service_file
from ...errors import RoomError

_ROOT = "community-brain"
#: Posts a private room can be opened as, in the order they are offered.
POSTS = (
    "acceptor", "dispatcher", "department", "worker", "collector", "shift_leader", "evaluator", "planner", "analyst",
)  # fmt: skip

# What tells one room and login from another.
_IDENTITY = ("service", "host", "port", "dbname", "user")

#: Kinds of profile: the private room of this machine, a pg_service entry, one of QGIS's own connections, a server.
PRIVATE, BY_SERVICE, STORED, SERVER = "private", "service", "stored", "server"


class _Start:
    """What this QGIS was started with; a choice made in it since counts more."""

    service_file = os.environ.get("PGSERVICEFILE", "")
    has_chosen = False


@dataclass(frozen=True)
class Profile:
    """One room and how it is reached. `authcfg` names a QGIS authentication configuration; no password is kept.

    `user` is the name of a login that needs none, or whose password libpq finds elsewhere (~/.pgpass).
    """

    name: str = ""
    kind: str = PRIVATE
    post: str = "dispatcher"
    service: str = SERVICE
    stored: str = ""
    host: str = ""
    port: str = "5432"
    database: str = DATABASE
    authcfg: str = ""
    user: str = ""


def load() -> Profile:
    """Return the profile in use: the stored one, or what the environment says, or the private room."""
    settings = QgsSettings()
    settings.beginGroup(f"{_ROOT}/profile")
    try:
        stored = {key: str(settings.value(key, "")) for key in settings.childKeys()}
    finally:
        settings.endGroup()
    known = {key: value for key, value in stored.items() if key in Profile.__dataclass_fields__}
    # A desk that was started for a post has its service file in the environment; that is what it shall open.
    if _Start.service_file and not _Start.has_chosen and known.get("kind", PRIVATE) == PRIVATE:
        return Profile(kind=BY_SERVICE)
    return replace(Profile(), **known)


def save(profile: Profile) -> None:
    """Keep a profile as the one in use."""
    _Start.has_chosen = True
    settings = QgsSettings()
    for key, value in asdict(profile).items():
        settings.setValue(f"{_ROOT}/profile/{key}", value)


def kept() -> dict[str, Profile]:
    """Return the profiles that were kept under a name, by name; what cannot be read is left out."""
    try:
        stored = json.loads(str(QgsSettings().value(f"{_ROOT}/profiles", "") or "{}"))
        return {name: Profile(**values) for name, values in sorted(stored.items())}
    except (ValueError, TypeError, AttributeError):
        return {}


def keep(profile: Profile) -> None:
    """Keep a profile under its name, in the place of one that bore it before; one without a name is not kept."""
    if profile.name:
        _store({**kept(), profile.name: profile})


def forget(name: str) -> None:
    """Forget the profile of a name; the one in use goes on."""
    _store({known: profile for known, profile in kept().items() if known != name})


def _store(known: Mapping[str, Profile]) -> None:
    written = {name: asdict(profile) for name, profile in known.items()}
    QgsSettings().setValue(f"{_ROOT}/profiles", json.dumps(written, ensure_ascii=False))


def opens_on_start() -> bool:
    """Return whether the room opens with QGIS."""
    return bool(QgsSettings().value(f"{_ROOT}/open_on_start", False, type=bool))


def set_opens_on_start(wanted: bool) -> None:
    """Open the room with QGIS, or only when asked."""
    QgsSettings().setValue(f"{_ROOT}/open_on_start", wanted)


def stored_connections() -> list[str]:
    """Return the names of QGIS's own PostgreSQL connections."""
    settings = QgsSettings()
    settings.beginGroup("PostgreSQL/connections")
    names = list(settings.childGroups())
    settings.endGroup()
    return sorted(names)


def holds_plain_password(name: str) -> bool:
    """Return whether one of QGIS's connections relies on a password kept in plain text, which is not taken along."""
    keys = ("password", "authcfg", "service")
    password, authcfg, service = (QgsSettings().value(f"PostgreSQL/connections/{name}/{key}", "") for key in keys)
    return bool(password) and not authcfg and not service


def held_posts(home: Home | None = None) -> list[str]:
    """Return the posts somebody holds in the private room of this machine; empty before it was made."""
    found = home or Home(default_home())
    return [post for post in POSTS if service_file(found, post).is_file()]


@dataclass(frozen=True)
class Way:
    """How a profile is reached: libpq parameters for our connections, service name and file for map layers.

    Where the login is in QGIS's authentication, map layers take it from there too, by `authcfg`.
    """

    # They may hold a password, which no message or traceback shall show.
    parameters: Mapping[str, str] = field(repr=False)
    service: str
    service_file: Path | None = None
    authcfg: str = ""


def way(profile: Profile) -> Way:
    """Return how to reach a profile's room. Runs on the GUI thread: may ask for QGIS's master password.

    RoomError: `desk.no_post` (no private room, or nobody holds the post), `desk.no_stored`, `desk.no_service`.
    """
    if profile.kind == PRIVATE:
        file = service_file(Home(default_home()), profile.post)
        if not file.is_file():
            raise RoomError("desk.no_post", role=profile.post)
        return Way({"service": SERVICE}, SERVICE, file)
    if profile.kind == BY_SERVICE:
        if not profile.service:
            raise RoomError("desk.no_service")
        return Way({"service": profile.service}, profile.service)
    if profile.kind == STORED:
        profile = _stored_profile(profile.stored)
        if profile.kind == BY_SERVICE:
            return way(profile)
    return _server_way(profile)


def _stored_profile(name: str) -> Profile:
    """Return one of QGIS's own connections as a profile; a password kept there is not taken along."""
    settings = QgsSettings()
    base = f"PostgreSQL/connections/{name}"
    if not settings.contains(f"{base}/database") and not settings.contains(f"{base}/service"):
        raise RoomError("desk.no_stored", name=name)

    def value(key: str) -> str:
        return str(settings.value(f"{base}/{key}", "") or "")

    service = value("service")
    if service:
        return Profile(name=name, kind=BY_SERVICE, service=service)
    where = {"host": value("host"), "port": value("port"), "database": value("database")}
    return Profile(name=name, kind=SERVER, authcfg=value("authcfg"), user=value("username"), **where)


def _server_way(profile: Profile) -> Way:
    """Write a service file for a server, without user or password, and take those from QGIS's authentication."""
    parameters = {"host": profile.host, "port": profile.port or "5432", "dbname": profile.database}
    parameters = {key: value for key, value in parameters.items() if value}
    login = _login(profile.authcfg) if profile.authcfg else {"user": profile.user} if profile.user else {}
    # QGIS pools connections by the service's name: one name for two servers, or for two logins, would mix their rows.
    mark = f"{crc32(repr([*sorted(parameters.items()), login.get('user')]).encode()):08x}"
    service = f"{SERVICE}-{mark}"
    # A file for each: a room that is open goes on reading its own while another one is tried.
    file = Path(QgsApplication.qgisSettingsDirPath()) / "community_brain" / f"pg_service-{mark}.conf"
    file.parent.mkdir(parents=True, exist_ok=True)
    # Map layers have no other way to be told how soon a dead network is noticed.
    lines = [f"{key}={value}" for key, value in (parameters | NETWORK).items()]
    if "user" in login:
        lines.append(f"user={login['user']}")
    # By its usual name, too, under which an algorithm of the toolbox asks for the room that is open.
    file.write_text("\n".join([f"[{service}]", *lines, "", f"[{SERVICE}]", *lines, ""]), encoding="utf-8")
    file.chmod(0o600)
    return Way({**parameters, **login}, service, file, profile.authcfg)


def _login(authcfg: str) -> dict[str, str]:
    """Return user and password of an authentication configuration, for this process's memory only."""
    manager = QgsApplication.authManager()
    is_read, config = manager.loadAuthenticationConfig(authcfg, QgsAuthMethodConfig(), True)
    if not is_read:
        known = manager.availableAuthMethodConfigs().get(authcfg)
        if known is not None:
            raise RoomError("desk.locked_authcfg", name=known.name())
        raise RoomError("desk.no_authcfg", name=authcfg)
    found = {"user": config.config("username"), "password": config.config("password")}
    return {key: value for key, value in found.items() if value}


def parameters(way: Way) -> dict[str, str]:
    """Return libpq parameters that do not depend on the environment: a service file is read here."""
    if way.service_file is None or way.parameters.get("service") != way.service:
        return dict(way.parameters)
    reader = configparser.ConfigParser(interpolation=None)
    reader.read(way.service_file, encoding="utf-8")
    return dict(reader[way.service]) if reader.has_section(way.service) else dict(way.parameters)


def fingerprint(way: Way) -> str:
    """Return eight characters that tell this room and login from others; a new password does not change them."""
    found = parameters(way)
    return f"{crc32(repr([found.get(key) for key in _IDENTITY]).encode()):08x}"
