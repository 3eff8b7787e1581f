"""Finding PostgreSQL's own programs."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from ..errors import RoomError

#: Views with security_invoker came with 15.
OLDEST = 15
# Debian keeps every major version in a folder of its own.
_DEBIAN = Path("/usr/lib/postgresql")


@dataclass(frozen=True)
class Binaries:
    """The programs of one major version of PostgreSQL."""

    folder: Path
    version: int

    def program(self, name: str) -> str:
        """Return the path of one program, such as `pg_ctl`."""
        return str(self.folder / name)

    @property
    def has_postgis(self) -> bool:
        """Whether this version can CREATE EXTENSION postgis; asked of the disk, before any server runs."""
        shares = (Path(f"/usr/share/postgresql/{self.version}"), self.folder.parent / "share", Path("/usr/share/pgsql"))
        known = [share / "extension" for share in shares if (share / "extension" / "plpgsql.control").exists()]
        return not known or any((folder / "postgis.control").exists() for folder in known)


def available() -> list[Binaries]:
    """Return every PostgreSQL server installed here, newest first."""
    found = [Binaries(path / "bin", int(path.name)) for path in _DEBIAN.glob("*") if path.name.isdecimal()]
    found = [binaries for binaries in found if (binaries.folder / "initdb").exists()]
    on_path = shutil.which("initdb")
    if not found and on_path:
        folder = Path(on_path).resolve().parent
        found.append(Binaries(folder, _version(folder)))
    return sorted(found, key=lambda binaries: binaries.version, reverse=True)


def _version(folder: Path) -> int:
    """Ask `postgres` its major version."""
    answer = subprocess.run([str(folder / "postgres"), "--version"], check=False, capture_output=True, text=True)
    digits = re.search(r"\d+", answer.stdout)
    return int(digits.group()) if digits else 0


def for_new() -> Binaries:
    """Return the newest usable server for a new cluster.

    RoomError `cluster.no_server` when there is none, `cluster.too_old` below version 15, `cluster.no_postgis` when none
    of them has PostGIS.
    """
    found = available()
    if not found:
        raise RoomError("cluster.no_server")
    usable = [binaries for binaries in found if binaries.version >= OLDEST]
    if not usable:
        raise RoomError("cluster.too_old", version=found[0].version, oldest=OLDEST)
    for binaries in usable:
        if binaries.has_postgis:
            return binaries
    raise RoomError("cluster.no_postgis", version=usable[0].version)


def for_version(version: int, data: Path) -> Binaries:
    """Return the server that can open a cluster of that major version; RoomError `cluster.version` without one."""
    found = available()
    for binaries in found:
        if binaries.version == version:
            return binaries
    if not found:
        raise RoomError("cluster.no_server")
    versions = ", ".join(str(binaries.version) for binaries in found)
    raise RoomError("cluster.version", data=str(data), version=version, available=versions)
