"""Run the tests on newer versions: QGIS 3.40, PostgreSQL 17 and Python 3.13, in a Debian trixie root of their own.

The root is made once, by debootstrap from the mirror this machine itself uses, and reused. Every run has mounts,
processes and a network of its own, so nothing is left mounted or running however it ends. Needs root, or sudo.
"""

import argparse
import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
SUITE = "trixie"
#: The checkout's place in the root; shared data lie beside it, as they do outside.
INSIDE = Path("srv/community-brain/main")
MARK = Path("etc/community-brain-matrix")
#: What the Makefile cannot install by itself, and what only the benchmarks compare with.
PACKAGES = ("ca-certificates", "make", "postgresql-pgrouting")
SHOWN = ("qgis", "postgresql-17", "postgresql-17-postgis-3", "postgresql-17-pgrouting", "python3", "python3-numpy")
SEARCH_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
CERTIFICATES = Path("usr/local/share/ca-certificates")

#: Begins a command whose mounts are seen by nobody else and end with it, as all its processes do when we end.
APART = ("unshare", "--mount", "--pid", "--ipc", "--fork", "--kill-child", "--mount-proc")

#: First process of a run, with the root and the folder of shared data as arguments: it mounts what programs expect,
#: runs the command and reaps what that leaves.
FIRST_PROCESS = """
root="$1" shared="$2"; shift 2
{
    mount -t proc proc "$root/proc" &&
    mount --rbind /dev "$root/dev" &&
    mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm" &&
    { [ -z "$shared" ] || mount --bind -o ro "$shared" "$root/srv/community-brain/shared"; } &&
    ip link set lo up
} || exit 125
code=0
chroot "$root" "$@" || code=$?
exit $code
"""


class StepError(Exception):
    """A step failed; its own words have been shown."""


class Matrix:
    """A root of other versions, and what is done in it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.log = root.with_name(f"{root.name}.log")
        self.checkout = root / INSIDE

    def make(self) -> None:
        """Make the root unless it is there, under another name at first: what bears the name is whole."""
        if (self.root / MARK).exists():
            return
        if self.root.exists() and any(self.root.iterdir()):
            raise StepError(f"{self.root} is in use and was not made here; name another folder")
        say(f"Debian {SUITE} in {self.root} (once, some minutes)")
        if shutil.which("debootstrap") is None:
            self._quietly(["apt-get", "-qq", "install", "--yes", "debootstrap"])
        half = self.root.with_name(f"{self.root.name}.new")
        shutil.rmtree(half, ignore_errors=True)
        self._quietly([*APART, "debootstrap", "--variant=minbase", SUITE, str(half), mirror()])
        # The servers that packages bring do not start: the tests have clusters of their own.
        policy = half / "usr/sbin/policy-rc.d"
        policy.write_text("#!/bin/sh\nexit 101\n")
        policy.chmod(0o755)
        (half / INSIDE.parent / "shared").mkdir(parents=True)
        (half / MARK).touch()
        if self.root.exists():
            self.root.rmdir()
        half.rename(self.root)

    def copy_checkout(self) -> None:
        """Copy what git has or would add, as it stands; remove what an earlier copy brought and is gone."""
        listing = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        known = subprocess.run(listing, cwd=CHECKOUT, check=True, capture_output=True, text=True).stdout.split("\0")
        wanted = {name for name in known if (CHECKOUT / name).is_file()}
        copied = self.checkout.parent / "copied"
        for name in set(copied.read_text().split("\0")) - wanted if copied.exists() else ():
            (self.checkout / name).unlink(missing_ok=True)
        copied.parent.mkdir(parents=True, exist_ok=True)
        copied.write_text("\0".join(sorted(wanted)))
        for name in wanted:
            source, target = CHECKOUT / name, self.checkout / name
            if not target.exists() or source.stat().st_mtime_ns != target.stat().st_mtime_ns:
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(source, target)

    def furnish(self) -> None:
        """Install what is missing, the most of it by the checkout's own Makefile, and build the plugin."""
        for folder, pattern in (
            (Path("/") / CERTIFICATES, "*.crt"),
            (Path("/etc"), "pip.conf"),
            (Path("/etc"), "resolv.conf"),
        ):
            for file in folder.glob(pattern):
                target = self.root / file.relative_to("/")
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(file, target)
        if not all((self.root / "usr/share/doc" / name).exists() for name in PACKAGES):
            say("packages")
            self._quietly(self._within(["apt-get", "-qq", "update"], network=True))
            install = ["apt-get", "-qq", "install", "--yes", "--no-install-recommends", *PACKAGES]
            self._quietly(self._within(install, network=True))
            self._quietly(self._within(["update-ca-certificates"]))
        say("the Makefile's packages, environment, plugin")
        self._quietly(self._within(["make", "-C", f"/{INSIDE}", "package"], network=True))

    def versions(self) -> str:
        """Return what the tests run on."""
        asked = ["chroot", str(self.root), "dpkg-query", "-W", "-f", "${Package} ${Version}\n", *SHOWN]
        return ", ".join(subprocess.run(asked, check=False, capture_output=True, text=True).stdout.splitlines())

    def test(self, choice: str) -> int:
        """Run `make test`, cut off from every network, and return its exit code."""
        for leftover in (self.root / "tmp").iterdir():
            if leftover.is_dir() and not leftover.is_symlink():
                shutil.rmtree(leftover, ignore_errors=True)
            else:
                leftover.unlink()
        return subprocess.run(
            self._within(["make", "-C", f"/{INSIDE}", "test", f"PYTEST={choice}"]), check=False
        ).returncode

    def _within(self, words: Iterable[str], network: bool = False) -> list[str]:
        """Return the command that runs `words` in the root; it ends, and all it started, when we do."""
        shared = CHECKOUT.parent / "shared"
        own = [str(self.root), str(shared) if shared.is_dir() else ""]
        environment = {"HOME": "/root", "PATH": SEARCH_PATH, "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}
        # Debian's bundle of certificates, which this machine's own have been added to.
        environment["PIP_CERT"] = "/etc/ssl/certs/ca-certificates.crt"
        environment |= {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
        settings = [f"{name}={value}" for name, value in environment.items()]
        alone = [] if network else ["--net"]
        return [*APART, *alone, "bash", "-c", FIRST_PROCESS, "matrix", *own, "env", "-i", *settings, *words]

    def _quietly(self, words: list[str]) -> None:
        """Run a command whose words are shown only when it fails."""
        with self.log.open("wb") as log:
            code = subprocess.run(words, check=False, stdin=subprocess.DEVNULL, stdout=log, stderr=log).returncode
        if code:
            sys.stderr.write("\n".join(self.log.read_text(errors="replace").splitlines()[-20:]) + "\n")
            raise StepError(f"the lines above say why, {self.log} has all of them")


def say(text: str) -> None:
    sys.stdout.write(f"matrix: {text}\n")
    sys.stdout.flush()


def mirror() -> str:
    """Return the address this machine takes Debian from. StepError when apt knows of none."""
    asked = ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages", "Label: Debian"]
    addresses = subprocess.run(asked, check=False, capture_output=True, text=True).stdout.split()
    if not addresses:
        raise StepError("apt knows no Debian archive here; `apt-get update` first")
    return addresses[0]


def as_root() -> None:
    """Start again as root by sudo, unless we are root."""
    if os.geteuid() == 0:
        return
    if shutil.which("sudo") is None:
        raise StepError("only root can make a root and mount in it, and there is no sudo")
    kept = ",".join(name for name in os.environ if name.lower().endswith("_proxy"))
    os.execvp("sudo", ["sudo", *([f"--preserve-env={kept}"] if kept else []), sys.executable, *sys.argv])


def main() -> int:
    """Return what `make test` in the root returned, or 1 when it could not be run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, required=True, help="folder of the root")
    parser.add_argument("--tests", default="", help="arguments of pytest; all tests without")
    arguments = parser.parse_args()
    try:
        matrix = Matrix(arguments.root.absolute())
        # The user's own folder, before we are root.
        matrix.root.parent.mkdir(parents=True, exist_ok=True)
        as_root()
        with matrix.root.with_name(f"{matrix.root.name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            matrix.make()
            matrix.copy_checkout()
            matrix.furnish()
            say(matrix.versions())
            return matrix.test(arguments.tests)
    except StepError as error:
        sys.stderr.write(f"matrix: {error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("matrix: interrupted; the next one goes on from here\n")
        return 130


if __name__ == "__main__":
    sys.exit(main())
