"""The private PostgreSQL cluster of one room: made on first use, a socket in a closed folder, no network port."""

import contextlib
import fcntl
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from psycopg2 import sql

from ..errors import RoomError
from . import binaries
from .connection import DATABASE, SUPERUSER, connect, local
from .home import PORT, Account, Home, default_home
from .services import write_service_files

_START_SECONDS = 300
_STOP_SECONDS = 60
_LOCK_SECONDS = 300
# Backends of a killed postmaster need a moment to notice that it is gone.
_ORPHAN_SECONDS = 15
_SPACE_FOR_NEW = 300 * 2**20
_UNFINISHED = "data.new-"

# What the server says when it will not start → our code. First match counts.
_DIAGNOSES = (
    (r"No space left on device|Disk quota exceeded", "cluster.disk_full"),
    (r"pre-existing shared memory block|lock file .* already exists", "cluster.orphans"),
    (r"database files are incompatible|not compatible with this version", "cluster.version_files"),
    (r"could not bind|could not create any Unix-domain sockets|socket lock file", "cluster.socket_in_use"),
    (r"could not locate a valid checkpoint|invalid primary checkpoint|invalid checkpoint|PANIC:", "cluster.damaged"),
    (
        r"incorrect checksum in control file|could not open file \"global/|could not open file \"base/",
        "cluster.damaged",
    ),
    (r"Permission denied|has wrong ownership|has invalid permissions", "cluster.no_rights"),
)


@dataclass(frozen=True)
class Status:
    """What `community-brain status` says about the server.

    `state` is one of running, starting, stopped, absent, unfinished, damaged.
    """

    state: str
    home: Path
    detail: str = ""
    pid: int | None = None


class PrivateCluster:
    """One room's own PostgreSQL server.

    All methods raise RoomError with a code of the prefix `cluster.`; none deletes anything that was ever served.
    """

    def __init__(self, home: Path | None = None) -> None:
        self.home = Home(home or default_home())

    def up(self) -> bool:
        """Make the cluster if there is none, start it, make the database; return whether it had to be started."""
        if self.status().state == "absent":
            binaries.for_new()
        account = Account.current(create=True)
        self.home.prepare(account)
        with self.locked():
            self._make_if_absent(account)
            started = self._start(account)
            self._make_database()
            write_service_files(self.home, account)
        return started

    def down(self) -> bool:
        """Stop the server, open sessions included; return whether it was running."""
        if not self.home.path.is_dir():
            return False
        account = Account.current()
        with self.locked():
            if self.pid() is None:
                return False
            programs = binaries.for_version(self._version(), self.home.data)
            arguments = ["stop", "-D", str(self.home.data), "-m", "fast", "-w", "-s", "-t", str(_STOP_SECONDS)]
            stopped = account.run([programs.program("pg_ctl"), *arguments])
        if self.pid() is not None:
            raise RoomError("cluster.not_stopped", log=str(self.home.log), reason=_last_line(stopped.stderr))
        return True

    def status(self) -> Status:
        """Look without touching anything; damage is reported, not raised."""
        home = self.home
        with contextlib.suppress(PermissionError):
            if not home.data.exists() or not any(home.data.iterdir()):
                return Status("absent", home.path)
            missing = self._missing()
            if missing:
                state = "damaged" if self._was_served() else "unfinished"
                return Status(state, home.path, detail=str(missing))
            pid = self.pid()
            if pid is None:
                return Status("stopped", home.path)
            return Status("running" if self._answers() else "starting", home.path, pid=pid)
        raise RoomError("cluster.no_rights", path=str(home.path), user=str(os.geteuid()))

    def pid(self) -> int | None:
        """Return the process id of our postmaster; a number left behind by a crash, or since given away, is none."""
        try:
            pid = int((self.home.data / "postmaster.pid").read_text().split("\n", 1)[0])
            runs_in = Path(f"/proc/{pid}/cwd").readlink()
        except (OSError, ValueError):
            return None
        return pid if runs_in == self.home.data.resolve() else None

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the home's lock: whoever comes second waits, up to five minutes."""
        with self._lock_file() as lock:
            deadline = time.monotonic() + _LOCK_SECONDS
            while True:
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    if time.monotonic() > deadline:
                        raise RoomError("cluster.locked", lock=str(self.home.lock)) from None
                    time.sleep(0.1)
            yield

    def _lock_file(self) -> IO[str]:
        try:
            return self.home.lock.open("a")
        except PermissionError as error:
            raise RoomError("cluster.no_rights", path=str(self.home.lock), user=str(os.geteuid())) from error
        except OSError as error:
            raise RoomError("cluster.disk_full", path=str(self.home.lock), reason=error.strerror) from error

    # Making

    def _make_if_absent(self, account: Account) -> None:
        """Run initdb beside the data folder and rename: what bears the name `data` is always whole."""
        for leftover in self.home.path.glob(f"{_UNFINISHED}*"):
            shutil.rmtree(leftover, ignore_errors=True)
        state = self.status()
        if state.state == "damaged":
            raise RoomError("cluster.damaged", data=str(self.home.data), missing=state.detail, reason=state.detail)
        if state.state == "unfinished":
            aside = self.home.path / f"data.aside-{datetime.now():%Y%m%d-%H%M%S}"
            self.home.data.rename(aside)
        elif state.state != "absent":
            return
        if shutil.disk_usage(self.home.path).free < _SPACE_FOR_NEW:
            raise RoomError("cluster.disk_full", path=str(self.home.path), reason=f"< {_SPACE_FOR_NEW // 2**20} MiB")
        fresh = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=self.home.path))
        os.chown(fresh, account.uid, account.gid)
        self._initdb(fresh, account)
        if self.home.data.exists():
            self.home.data.rmdir()
        fresh.rename(self.home.data)

    def _initdb(self, folder: Path, account: Account) -> None:
        """Make a cluster in UTF-8 whatever the locale, with page checksums; trust holds inside the 0700 home."""
        programs = binaries.for_new()
        options = ["--encoding=UTF8", "--locale=C.UTF-8", "--auth=trust", "--data-checksums", f"--username={SUPERUSER}"]
        made = account.run([programs.program("initdb"), "-D", str(folder), *options])
        if made.returncode == 0:
            with (folder / "postgresql.conf").open("a", encoding="utf-8") as settings:
                settings.write("\ninclude_if_exists = 'community-brain.conf'\n")
            return
        shutil.rmtree(folder, ignore_errors=True)
        code = _diagnose(made.stderr) or "cluster.initdb_failed"
        raise RoomError(code, path=str(self.home.path), data=str(self.home.data), reason=_last_line(made.stderr))

    def _make_database(self) -> None:
        """Make the room's database once; says so when the running server cannot have PostGIS."""
        connection = connect(local(self.home, database="postgres"), autocommit=True)
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1 FROM pg_available_extensions WHERE name = 'postgis'")
                if cursor.fetchone() is None:
                    raise RoomError("cluster.no_postgis", version=connection.server_version // 10000)
                cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", (DATABASE,))
                if cursor.fetchone() is None:
                    cursor.execute(
                        sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(
                            sql.Identifier(DATABASE)
                        )
                    )
                # Nobody's login has anything to do there, where no migration takes back what PostgreSQL gives to all.
                cursor.execute("REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC")
        finally:
            connection.close()

    # Starting

    def _start(self, account: Account) -> bool:
        """Start the server unless it runs, and wait until it answers, through crash recovery too."""
        if self.pid() is not None and self._comes_up():
            return False
        self._check_socket_is_free()
        self._drop_stale_pid_file()
        self._write_settings(account)
        programs = binaries.for_version(self._version(), self.home.data)
        deadline = time.monotonic() + _ORPHAN_SECONDS
        while True:
            words = self._try_start(programs, account)
            if words is None:
                return True
            code = _diagnose(words) or "cluster.start_failed"
            if code != "cluster.orphans" or time.monotonic() > deadline:
                break
            time.sleep(0.5)
        raise RoomError(
            code,
            data=str(self.home.data),
            path=str(self.home.data),
            socket=str(self.home.socket),
            user=account.name,
            log=str(self.home.log),
            reason=_last_line(words),
        )

    def _try_start(self, programs: binaries.Binaries, account: Account) -> str | None:
        """Start once; return None, or what the server wrote about its failure."""
        sizes = {path: path.stat().st_size for path in self.home.log.glob("*.log")}
        arguments = ["start", "-D", str(self.home.data), "-w", "-s", "-t", str(_START_SECONDS)]
        log = self.home.log / "start.log"
        try:
            done = account.run([programs.program("pg_ctl"), *arguments, "-l", str(log)], stdin=subprocess.DEVNULL)
        except OSError as error:
            raise RoomError("cluster.no_rights", path=str(programs.folder), user=account.name) from error
        if done.returncode == 0:
            return None
        words = [done.stderr]
        for path in sorted(self.home.log.glob("*.log")):
            with path.open(errors="replace") as text:
                text.seek(sizes.get(path, 0))
                words.append(text.read())
        return "\n".join(words)

    def _comes_up(self) -> bool:
        """Wait until a running server answers, through crash recovery too; False when it has ended meanwhile."""
        deadline = time.monotonic() + _START_SECONDS
        while not self._answers():
            pid = self.pid()
            if pid is None:
                return False
            if time.monotonic() > deadline:
                raise RoomError("cluster.silent", pid=pid, log=str(self.home.log), minutes=_START_SECONDS // 60)
            time.sleep(0.2)
        return True

    def _answers(self) -> bool:
        try:
            connect(local(self.home, database="postgres")).close()
        except RoomError:
            return False
        return True

    def _check_socket_is_free(self) -> None:
        """Refuse when somebody else's server listens where ours should; a dead socket file is no hindrance."""
        path = self.home.socket / f".s.PGSQL.{PORT}"
        with socket.socket(socket.AF_UNIX) as probe, contextlib.suppress(OSError):
            probe.connect(str(path))
            raise RoomError("cluster.socket_in_use", socket=str(path), reason=self._socket_owner())

    def _socket_owner(self) -> str:
        """Return the data folder and process id in the socket's lock file, as far as there is one."""
        try:
            lines = (self.home.socket / f".s.PGSQL.{PORT}.lock").read_text().splitlines()
        except OSError:
            return ""
        return f"{lines[1]} ({lines[0]})" if len(lines) > 1 else ""

    def _drop_stale_pid_file(self) -> None:
        """Remove postmaster.pid when its process is another program now, which PostgreSQL alone cannot tell."""
        path = self.home.data / "postmaster.pid"
        try:
            pid = int(path.read_text().split("\n", 1)[0])
            program = Path(f"/proc/{pid}/comm").read_text().strip()
        except (OSError, ValueError):
            return
        if program not in {"postgres", "postmaster"}:
            path.unlink()

    def _write_settings(self, account: Account) -> None:
        """Write our settings anew at each start, so that a new version's are taken up; ALTER SYSTEM still wins."""
        settings = self.home.data / "community-brain.conf"
        settings.write_text(_settings(self.home), encoding="utf-8")
        os.chown(settings, account.uid, account.gid)

    # Looking

    def _version(self) -> int:
        return int((self.home.data / "PG_VERSION").read_text().strip())

    def _missing(self) -> Path | None:
        """Return the first file without which no cluster is whole."""
        for name in ("PG_VERSION", "global/pg_control", "postgresql.conf", "pg_hba.conf"):
            path = self.home.data / name
            if not path.is_file() or path.stat().st_size == 0:
                return path
        return None

    def _was_served(self) -> bool:
        """Whether the folder ever held databases: then it is damaged, and not ours to move."""
        marks = [self.home.data / "PG_VERSION", self.home.data / "global" / "pg_control"]
        return any(path.exists() for path in marks) or any((self.home.data / "base").glob("*/*"))


def _settings(home: Home) -> str:
    """Return the server's settings for a desk: short queries, tens of sessions, no network port."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
    folder = str(home.socket).replace("'", "''")
    log = str(home.log).replace("'", "''")
    values = {
        "listen_addresses": "''",
        "port": PORT,
        "unix_socket_directories": "'" + folder.replace('"', '""').join('""') + "'",
        "unix_socket_permissions": "0700",
        "max_connections": 120,
        "max_locks_per_transaction": 256,
        "shared_buffers": f"{min(max(memory // 16, 64), 1024)}MB",
        "effective_cache_size": f"{max(memory // 2, 256)}MB",
        "work_mem": "16MB",
        "maintenance_work_mem": f"{min(max(memory // 32, 64), 256)}MB",
        # No query of a desk needs as much; without a bound one of a hostile login would fill the disk.
        "temp_file_limit": "4GB",
        "max_wal_size": "2GB",
        "checkpoint_timeout": "15min",
        "random_page_cost": 1.1,
        "jit": "off",
        "logging_collector": "on",
        "log_directory": f"'{log}'",
        "log_filename": "'server-%a.log'",
        "log_truncate_on_rotation": "on",
        "log_rotation_age": "1d",
        "log_rotation_size": 0,
        "log_min_error_statement": "panic",
        # Whose step was refused stands in the server's log, what he sent does not.
        "log_line_prefix": "'%m [%p] %q%u '",
    }
    lines = [f"{name} = {value}" for name, value in values.items()]
    return "\n".join(["# Written by community-brain at every start; change settings with ALTER SYSTEM.", *lines, ""])


def _diagnose(words: str) -> str | None:
    """Return the code of the first known cause in what a PostgreSQL program wrote."""
    return next((code for pattern, code in _DIAGNOSES if re.search(pattern, words)), None)


def _last_line(words: str) -> str:
    """Return the line that says most: the last FATAL, PANIC or error, else the last of all."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    telling = [line for line in lines if re.search(r"FATAL|PANIC|error:", line)]
    return (telling or lines or [""])[-1]
