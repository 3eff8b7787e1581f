"""Where a private room lives on disk, and the account that owns it."""

import hashlib
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import RoomError

if TYPE_CHECKING:
    import pwd

#: Environment variable that moves the room's home.
HOME_VARIABLE = "COMMUNITY_BRAIN_HOME"
#: PostgreSQL refuses to run as root, so under root the server runs as this system user.
SYSTEM_USER = "community-brain"
PORT = 5432
# sockaddr_un holds 107 bytes and a closing zero.
_LONGEST_SOCKET_PATH = 107


@dataclass(frozen=True)
class Account:
    """The user that owns the files and runs the server."""

    name: str
    uid: int
    gid: int

    @classmethod
    def current(cls, create: bool = False) -> "Account":
        """Return the account for this process: its own, or the system user under root.

        Under root the system user is made when `create` is set; RoomError `cluster.no_system_user` when it is missing.
        """
        import pwd  # not on Windows, where desks have no private room but import this module

        if os.geteuid() != 0:
            entry = pwd.getpwuid(os.geteuid())
            return cls(entry.pw_name, entry.pw_uid, entry.pw_gid)
        try:
            entry = pwd.getpwnam(SYSTEM_USER)
        except KeyError:
            if not create:
                raise RoomError("cluster.no_system_user", user=SYSTEM_USER) from None
            entry = _make_system_user()
        return cls(entry.pw_name, entry.pw_uid, entry.pw_gid)

    @property
    def is_other(self) -> bool:
        """Whether programs have to be started as somebody else."""
        return self.uid != os.geteuid()

    def identity(self) -> dict[str, object]:
        """Return the keyword arguments that make `subprocess` run a program as this account."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if self.is_other else {}

    def run(self, arguments: list[str], **options: object) -> "subprocess.CompletedProcess[str]":
        """Run a program as this account, in a folder it may enter, with its messages in English."""
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "HOME": "/" if self.is_other else str(Path.home())}
        for name in [name for name in environment if name.startswith("PG")]:
            del environment[name]
        keywords: dict[str, object] = {"capture_output": True, "text": True, "errors": "replace", **options}
        return subprocess.run(arguments, env=environment, cwd="/", check=False, **self.identity(), **keywords)  # type: ignore[call-overload]


def _make_system_user() -> "pwd.struct_passwd":
    """Make the system user; two desks opening at once both find it."""
    import pwd

    useradd = shutil.which("useradd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if useradd is None:
        raise RoomError("cluster.no_system_user", user=SYSTEM_USER)
    made = subprocess.run(
        [useradd, "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_USER],
        check=False,
        capture_output=True,
        text=True,
    )
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        raise RoomError("cluster.no_system_user", user=SYSTEM_USER, reason=made.stderr.strip()) from None


def default_home() -> Path:
    """Return the room's home: `COMMUNITY_BRAIN_HOME`, or the place that suits the user."""
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return Path(chosen).expanduser().absolute()
    if os.geteuid() == 0:
        return Path("/var/lib/community-brain")
    return Path(os.environ.get("XDG_DATA_HOME") or "~/.local/share").expanduser().absolute() / "community-brain"


@dataclass(frozen=True)
class Home:
    """The folders and files of one private room."""

    path: Path

    @property
    def data(self) -> Path:
        """PGDATA."""
        return self.path / "data"

    @property
    def log(self) -> Path:
        """Logs of the server, the resident service and the simulator."""
        return self.path / "log"

    @property
    def services(self) -> Path:
        """One pg_service file per post."""
        return self.path / "services"

    @property
    def lock(self) -> Path:
        """Held while the cluster is being made, started or stopped."""
        return self.path / "lock"

    @property
    def socket(self) -> Path:
        """The folder of the server's socket: in the home, or a short one under /tmp when that path is too long."""
        folder = self.path / "socket"
        if len(os.fsencode(folder / f".s.PGSQL.{PORT}")) <= _LONGEST_SOCKET_PATH:
            return folder
        digest = hashlib.sha256(os.fsencode(self.path)).hexdigest()[:16]
        return Path("/tmp") / f"community-brain-{digest}"  # nosec B108: 0700, and its owner is checked

    def prepare(self, account: Account) -> None:
        """Make the folders, 0700 and owned by `account`.

        RoomError `cluster.no_rights` when that is not allowed, `cluster.disk_full` when there is no room for them,
        `cluster.not_ours` when a folder belongs to somebody else.
        """
        for folder in (self.path, self.log, self.services, self.socket):
            self._make(folder, account)
        reach = account.run(["test", "-w", str(self.path)])
        if reach.returncode != 0:
            raise RoomError("cluster.home_unreachable", home=str(self.path), user=account.name)

    def _make(self, folder: Path, account: Account) -> None:
        """Make one folder; one that is there already must be the account's own, since we would trust it."""
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            try:
                folder.mkdir(mode=0o700)
            except FileExistsError:
                self._check_owner(folder, account)
            else:
                os.chown(folder, account.uid, account.gid)
            folder.chmod(0o700)
        except PermissionError as error:
            raise RoomError("cluster.no_rights", path=str(folder), user=account.name) from error
        except OSError as error:
            raise RoomError("cluster.disk_full", path=str(folder), reason=error.strerror) from error

    def _check_owner(self, folder: Path, account: Account) -> None:
        """Refuse a folder that is a link, no folder, or somebody else's; root may hand over an empty one of its own."""
        found = folder.lstat()
        if folder.is_symlink() or not folder.is_dir():
            raise RoomError("cluster.not_ours", path=str(folder), user=account.name)
        if found.st_uid == account.uid:
            return
        if account.is_other and found.st_uid == os.geteuid() and not any(folder.iterdir()):
            os.chown(folder, account.uid, account.gid)
            return
        raise RoomError("cluster.not_ours", path=str(folder), user=account.name)
