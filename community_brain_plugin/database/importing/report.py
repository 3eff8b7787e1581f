"""What an import found: its faults in words, as a table for the terminal, as CSV, as HTML."""

import csv
import html
import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ...wording import say
from .source import PART

_COLUMNS = ("feature", "source_id", "field", "fault")


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong. `feature_no` is the feature's place in the file, None for the file as a whole."""

    feature_no: int | None
    source_id: str | None
    field: str
    code: str
    params: dict[str, object]

    @property
    def feature(self) -> str:
        """The feature's place in the file, with the part where it has several."""
        if self.feature_no is None:
            return "–"
        part, number = divmod(self.feature_no, PART)
        return f"{number}.{part + 1}" if part else str(number)

    @property
    def text(self) -> str:
        """The fault in the current language."""
        return say(self.code, **self.params)

    def cells(self) -> tuple[str, str, str, str]:
        """Return feature, source id, field name and words."""
        return self.feature, self.source_id or "–", say(f"field.{self.field}"), self.text


@dataclass
class Outcome:
    """What an import did, or why it did nothing."""

    source: str
    crs: str
    mapping: dict[str, str]
    ids: list[str]
    count: int = 0
    faults: list[Fault] = field(default_factory=list)
    #: inserted, updated, unchanged, ended, skipped; empty when there were faults.
    counts: dict[str, int] = field(default_factory=dict)
    hints: list[str] = field(default_factory=list)
    dry_run: bool = False

    @property
    def summary(self) -> str:
        """One sentence: what became of it."""
        if self.faults:
            features = {fault.feature for fault in self.faults}
            return say("import.refused", errors=len(features), count=self.count)
        return say(
            "import.dry_run" if self.dry_run else "import.done", source=self.source, count=self.count, **self.counts
        )

    @property
    def reading(self) -> str:
        """One sentence: how the file was read."""
        fields = ", ".join(f"{target} ← {name}" for target, name in self.mapping.items()) or "–"
        return say("import.reading", source=self.source, crs=self.crs, fields=fields, ids=" + ".join(self.ids))


def heading() -> list[str]:
    """Return the column titles in the current language."""
    return [say(f"import.column_{name}") for name in _COLUMNS]


def as_csv(faults: Iterable[Fault]) -> str:
    """Return the faults as CSV, the code in a last column of its own for programs."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*heading(), "code"])
    writer.writerows([*fault.cells(), fault.code] for fault in faults)
    return text.getvalue()


def write_csv(faults: Iterable[Fault], path: Path) -> None:
    """Write `as_csv` with a byte order mark, without which spreadsheets show no Chinese."""
    path.write_text(as_csv(faults), encoding="utf-8-sig")


def as_html(outcome: Outcome) -> str:
    """Return the whole report as an HTML page."""
    rows = ["".join(f"<td>{html.escape(cell)}</td>" for cell in fault.cells()) for fault in outcome.faults]
    table = ""
    if rows:
        titles = "".join(f"<th>{html.escape(title)}</th>" for title in heading())
        table = f"<table border='1' cellspacing='0' cellpadding='3'><tr>{titles}</tr>"
        table += "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    paragraphs = "".join(f"<p>{html.escape(text)}</p>" for text in (outcome.reading, *outcome.hints, outcome.summary))
    return f"<html><head><meta charset='utf-8'></head><body>{paragraphs}{table}</body></html>"


def as_lines(faults: list[Fault], most: int = 50) -> list[str]:
    """Return the first faults as lines of text, and a line that says how many more there are."""
    lines = ["  ".join(heading())]
    lines += ["  ".join(fault.cells()) for fault in faults[:most]]
    if len(faults) > most:
        lines.append(say("import.more", count=len(faults) - most))
    return lines
