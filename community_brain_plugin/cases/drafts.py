"""What somebody had begun to write, kept per case file and act until it was taken or thrown away."""

import contextlib
import fcntl
import itertools
import json
import os
import tempfile
import uuid
import weakref
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any


@dataclass
class Draft:
    """The fields of one act so far, and the request id it will be sent under, the same at every attempt."""

    values: dict[str, Any] = field(default_factory=dict)
    request_id: str = field(default_factory=lambda: str(uuid.uuid4()))


class Drafts:
    """The drafts of one window; a file that cannot be read or written costs the draft, never the step.

    Each window that is open has a file of its own: `path`, or the same name with `-2`, `-3`, … A window that opens
    takes up what those have left that ended, however they ended. It does not see what another one is writing: under
    one request id, the second of two different answers would count as sent though nobody took it.
    """

    def __init__(self, path: Path) -> None:
        self._path, lock = _take_free(path)
        self._let_go = weakref.finalize(self, lock)
        self._drafts = _read(self._path)
        self._take_up(path)

    def close(self) -> None:
        """Leave the drafts to the next window."""
        self._let_go()

    def get(self, subject: str, action: str) -> Draft:
        """Return the draft of an act on a subject (a case number, "new", …); a fresh one where there is none."""
        return self._drafts.setdefault(_key(subject, action), Draft())

    def has(self, subject: str, action: str) -> bool:
        """Return whether something was written there."""
        draft = self._drafts.get(_key(subject, action))
        return draft is not None and any(value not in (None, "") for value in draft.values.values())

    def keep(self, subject: str, action: str, values: dict[str, Any]) -> Draft:
        """Remember the fields of an act and return its draft."""
        return self.keep_all([subject], action, values)[0]

    def keep_all(self, subjects: Iterable[str], action: str, values: dict[str, Any]) -> list[Draft]:
        """Remember the same fields of an act on several subjects, each with a request id of its own."""
        drafts = [self.get(subject, action) for subject in subjects]
        for draft in drafts:
            draft.values = dict(values)
        self._write()
        return drafts

    def drop(self, subject: str, action: str) -> None:
        """Forget the draft of an act: it was taken, or thrown away."""
        if self._drafts.pop(_key(subject, action), None) is not None:
            self._write()

    def _take_up(self, path: Path) -> None:
        """Take over what windows have left that ended; of two drafts of the same act the one in the newer file."""
        with contextlib.ExitStack() as locks, contextlib.suppress(OSError):
            left = []
            for other in path.parent.glob(f"{path.stem}-*{path.suffix}"):
                let_go = _locked(other) if other != self._path else None
                if let_go is not None:
                    locks.callback(let_go)
                    left.append(other)
            if not left:
                return
            for file in sorted([*left, self._path], key=_written_at):
                self._drafts |= _read(file)
            if self._write():
                for other in left:
                    other.unlink(missing_ok=True)

    def _write(self) -> bool:
        """Replace the file as a whole; return whether that was possible."""
        written = {key: asdict(draft) for key, draft in self._drafts.items() if draft.values}
        name = ""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            number, name = tempfile.mkstemp(dir=self._path.parent, prefix=f".{self._path.name}.")
            with os.fdopen(number, "w", encoding="utf-8") as stream:
                json.dump(written, stream, ensure_ascii=False)
            Path(name).replace(self._path)
        except OSError:
            # A full disk keeps the file as it was, and the drafts in memory.
            if name:
                Path(name).unlink(missing_ok=True)
            return False
        return True


def _take_free(path: Path) -> tuple[Path, Callable[[], object]]:
    """Return the first file that no other window writes, and what lets it go."""
    names = (path if number == 1 else path.with_stem(f"{path.stem}-{number}") for number in itertools.count(1))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return next((name, let_go) for name in names if (let_go := _locked(name)) is not None)
    except OSError:
        # Nothing can be written there at all.
        return path, lambda: None


def _locked(path: Path) -> Callable[[], object] | None:
    """Keep other windows from a file of drafts; return what lets it go, None when one of them has it."""
    number = os.open(path.with_suffix(".lock"), os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(number)
        return None
    except OSError:
        # A file system without locks: as if there were one window only.
        pass
    return partial(os.close, number)


def _read(path: Path) -> dict[str, Draft]:
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        return {key: Draft(dict(item["values"]), str(item["request_id"])) for key, item in stored.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _written_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _key(subject: str, action: str) -> str:
    return f"{subject}/{action}"
