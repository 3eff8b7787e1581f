"""What somebody had begun to write, kept per case file and act until it was taken or thrown away."""

import contextlib
import json
import os
import tempfile
import uuid
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass
class Draft:
    """The fields of one act so far, and the request id it will be sent under, the same at every attempt."""

    values: dict[str, Any] = field(default_factory=dict)
    request_id: str = field(default_factory=lambda: str(uuid.uuid4()))


class Drafts:
    """The drafts of one login in one file; a file that cannot be read or written costs the draft, never the step."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._drafts = self._read()

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

    def _read(self) -> dict[str, Draft]:
        try:
            stored = json.loads(self._path.read_text(encoding="utf-8"))
            return {key: Draft(dict(item["values"]), str(item["request_id"])) for key, item in stored.items()}
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return {}

    def _write(self) -> None:
        written = {key: asdict(draft) for key, draft in self._drafts.items() if draft.values}
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            number, name = tempfile.mkstemp(dir=self._path.parent, prefix=f".{self._path.name}.")
            with os.fdopen(number, "w", encoding="utf-8") as stream:
                json.dump(written, stream, ensure_ascii=False)
            Path(name).replace(self._path)


def _key(subject: str, action: str) -> str:
    return f"{subject}/{action}"
