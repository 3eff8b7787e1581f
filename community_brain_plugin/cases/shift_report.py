"""The shift report: what a handover says, in the current language, as sections, as a page (HTML) and as plain text.

A report is made from a row of `desk.handover`. Times are shown in the room's zone.
"""

import itertools
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from html import escape
from typing import Any

from ..wording import language, say

# China has one zone and no summer time since 1991.
ZONE = timezone(timedelta(hours=8))
_HASH_GROUP = 8
_BETWEEN = {"zh": "，", "en": ", "}
_COLOUR, _PALE = "#455a64", "#eceff1"
_NEW_PAGE = "; page-break-before:always"

Facts = Mapping[str, Any]
Column = tuple[str, Callable[[Facts], str]]


@dataclass(frozen=True)
class Table:
    """Rows under a title, each with as many cells as `header` has."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Section:
    """One part of the report: its title with a count, sentences, tables, and the note of the leaving shift."""

    key: str
    title: str
    lines: tuple[str, ...]
    tables: tuple[Table, ...]
    note: str


@dataclass(frozen=True)
class Report:
    """A whole report; `signatures` and `seals` are (label, value)."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    signatures: tuple[tuple[str, str], ...]
    seals: tuple[tuple[str, str], ...]


def shift_report(row: Facts, notes: Mapping[str, str] | None = None) -> Report:
    """Return the report of a handover, with `notes` instead of its own where they are still being written."""
    facts, notes = row["facts"], row["notes"] or {} if notes is None else notes
    sections = (_came_in(facts), _done(facts), _open(facts), _overdue(facts), _owed(facts))
    general = Section("general", say("report.general"), (), (), "")
    with_notes = [Section(s.key, s.title, s.lines, s.tables, str(notes.get(s.key, ""))) for s in (*sections, general)]
    span = f"{clock(row['starts_at'])} – {clock(row['ends_at'])}"
    shift = _named(row, "shift")
    return Report(
        say("report.title", place=_named(row, "subdistrict")),
        " · ".join(part for part in (shift, span, say(f"handover_state.{row['state']}")) if part),
        tuple(section for section in with_notes if section.key != "general" or section.note),
        _signatures(row),
        _seals(row),
    )


def clock(moment: str | datetime | None) -> str:
    """Return date and time to the minute in the room's zone, or a dash."""
    if moment is None:
        return "–"
    when = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    return when.astimezone(ZONE).strftime("%Y-%m-%d %H:%M")


def span_of(minutes: float) -> str:
    """Return a span of time in its two largest units."""
    whole = int(minutes)
    days, hours, rest = whole // 1440, whole // 60 % 24, whole % 60
    if days:
        return say("report.days_hours", days=days, hours=hours)
    return say("report.hours_minutes", hours=hours, minutes=rest) if hours else say("report.minutes", minutes=rest)


def as_html(report: Report, new_pages: Collection[tuple[int, int]] = ()) -> str:
    """Return the report as a page that Qt's rich text and a browser show alike.

    `new_pages` are the rows that begin a new page on paper, under their table's header: (number of the table, of the
    row), both from 0. A table is written in as many parts.
    """
    counted = itertools.count()
    parts = [f"<h1>{escape(report.title)}</h1>", f"<p><b>{escape(report.subtitle)}</b></p>"]
    for section in report.sections:
        parts.append(f"<h2 style='color:{_COLOUR}'>{escape(section.title)}</h2>")
        parts += [f"<p style='margin:2px 0'>{escape(line)}</p>" for line in section.lines]
        for table in section.tables:
            number = next(counted)
            parts.append(_table_html(table, {row for place, row in new_pages if place == number}))
        if section.note:
            parts.append(
                f"<table width='100%' cellpadding='6' bgcolor='{_PALE}'><tr><td>"
                f"<b>{escape(say('report.note'))}</b> {escape(section.note).replace(chr(10), '<br>')}</td></tr></table>"
            )
    parts += ["<hr>", _pairs_html(report.signatures), _pairs_html(report.seals)]
    return (
        f"<html><head><meta charset='utf-8'><title>{escape(report.title)}</title></head><body>{''.join(parts)}"
        "</body></html>"
    )


def as_text(report: Report) -> str:
    """Return the report as plain text, for a terminal or a message."""
    lines = [report.title, report.subtitle]
    for section in report.sections:
        lines += ["", f"== {section.title} ==", *section.lines]
        for table in section.tables:
            lines += ["", table.title, *_table_text(table)]
        if section.note:
            lines += ["", f"{say('report.note')} {section.note}"]
    lines += ["", *(f"{label}: {value}" for label, value in (*report.signatures, *report.seals)), ""]
    return "\n".join(lines)


def _came_in(facts: Facts) -> Section:
    sources = _counted(facts.get("by_source", ()), lambda item: say(f"source.{item['source']}"))
    classes = _counted(facts.get("by_class", ()), _name)
    lines = [sources, say("report.by_class", classes=classes)] if classes else []
    lines.append(say("report.alarms", count=facts.get("alarms", 0), unseen=facts.get("unseen_alarms", 0)))
    urgent = _table("report.urgent", facts.get("urgent", ()), [*_CASE, ("report.state", _state)])
    return _section("came_in", facts.get("came_in", 0), lines, (urgent,))


def _done(facts: Facts) -> Section:
    lines = [_counted(facts.get("done", ()), _name)] if facts.get("done") else []
    if facts.get("both_axes"):
        lines.append(say("report.both_axes", count=facts["both_axes"]))
    if facts.get("area_actions"):
        lines.append(say("report.area_actions", actions=_counted(facts["area_actions"], _name)))
    return _section("done", facts.get("ended", 0), lines, ())


def _open(facts: Facts) -> Section:
    states = _counted(facts.get("by_state", ()), _name)
    waiting = _table("report.unassigned", facts.get("unassigned", ()), [*_CASE, ("report.due", _due)])
    return _section("open", facts.get("open", 0), [states] if states else [], (waiting,))


def _overdue(facts: Facts) -> Section:
    columns = [*_CASE, ("report.holder", _holder), ("report.over", _over)]
    table = _table("report.overdue_list", facts.get("overdue_cases", ()), columns)
    hidden = facts.get("overdue", 0) - len(facts.get("overdue_cases", ()))
    return _section(
        "overdue", facts.get("overdue", 0), [say("report.more", count=hidden)] if hidden > 0 else [], (table,)
    )


def _owed(facts: Facts) -> Section:
    unit: Column = ("report.unit", lambda item: " ".join(filter(None, (_named(item, "department"), item.get("phone")))))
    tables = (
        _table(
            "report.requests",
            facts.get("requests", ()),
            [*_CASE, ("report.requested", _requested), ("report.due", _due)],
        ),
        _table(
            "report.rulings",
            facts.get("rulings", ()),
            [*_CASE, ("report.returned", lambda item: str(item["times"])), ("report.due", _due)],
        ),
        _table("report.callbacks", facts.get("callbacks", ()), [*_CASE, ("report.expires", _until)]),
        _table(
            "report.deliveries",
            facts.get("deliveries", ()),
            [
                ("report.case", lambda item: item["case_number"]),
                unit,
                ("report.channel", _channel),
                ("report.delivery", _delivery),
            ],
        ),
        _table("report.suspended", facts.get("suspended", ()), [*_CASE, ("report.until", _until)]),
        _table(
            "report.shelved",
            facts.get("shelved", ()),
            [
                ("report.sensor", lambda item: " ".join(filter(None, (item.get("sensor"), item.get("address"))))),
                ("report.rule", lambda item: _named(item, "rule")),
                ("report.until", _until),
                ("report.reason", lambda item: item.get("reason") or "–"),
            ],
        ),
        _table(
            "report.areas",
            facts.get("areas", ()),
            [
                ("report.area", _area),
                ("report.state", _state),
                ("report.since", lambda item: clock(item["since"])),
                ("report.until", _until),
                ("report.reason", lambda item: item["reason"]),
                ("report.set_by", lambda item: item.get("set_by") or "–"),
            ],
        ),
        _table(
            "report.area_tasks",
            facts.get("area_tasks", ()),
            [
                ("report.area", _area),
                ("report.task", lambda item: f"{_named(item, 'action')}: {_named(item, 'task')}"),
                ("report.task_last", _last_recorded),
            ],
        ),
    )
    owed = ("requests", "rulings", "callbacks", "deliveries", "suspended", "shelved", "areas", "area_tasks")
    count = sum(len(facts.get(key, ())) for key in owed)
    return _section("owed", count, [], tables)


def _section(key: str, count: int, lines: list[str], tables: Iterable[Table]) -> Section:
    filled = tuple(table for table in tables if table.rows)
    if not lines and not filled:
        lines = [say("report.nothing")]
    return Section(key, say(f"report.{key}", count=count), tuple(lines), filled, "")


def _table(title: str, items: Iterable[Facts], columns: list[Column]) -> Table:
    rows = tuple(tuple(cell(item) for _, cell in columns) for item in items)
    return Table(say(title), tuple(say(code) for code, _ in columns), rows)


def _counted(items: Iterable[Facts], name: Callable[[Facts], str]) -> str:
    return _BETWEEN[language()].join(f"{name(item)} {item['count']}" for item in items)


def _signatures(row: Facts) -> tuple[tuple[str, str], ...]:
    given = f"{row['from_name']} · {clock(row['handed_over_at'])}" if row["handed_over_at"] else row["from_name"]
    taken = f"{row['acknowledged_name']} · {clock(row['acknowledged_at'])}" if row["acknowledged_at"] else "________"
    pairs = [(say("report.given_by"), given), (say("report.taken_by"), taken)]
    if row["to_name"] and not row["acknowledged_at"]:
        pairs.insert(1, (say("report.meant_for"), row["to_name"]))
    if row["remark"]:
        pairs.append((say("report.remark"), row["remark"]))
    return tuple(pairs)


def _seals(row: Facts) -> tuple[tuple[str, str], ...]:
    if not row["hash"]:
        return ()
    seal = say("report.seal", number=row["seal_no"], time=clock(row["sealed_at"]), count=row["sealed_cases"])
    pairs = [(seal, grouped(row["seal_hash"]))] if row["seal_hash"] else []
    return (*pairs, (say("report.hash"), grouped(row["hash"])))


def grouped(digest: str) -> str:
    """Return a hash in groups that can be read out, as reports print it."""
    return " ".join(digest[at : at + _HASH_GROUP] for at in range(0, len(digest), _HASH_GROUP))


def _named(item: Facts, name: str) -> str:
    return str(item.get(f"{name}_{language()}") or item.get(f"{name}_zh") or "")


def _name(item: Facts) -> str:
    return str(item.get(language()) or item.get("zh") or "")


def _state(item: Facts) -> str:
    return _named(item, "state")


def _holder(item: Facts) -> str:
    return _named(item, "department") or _named(item, "state")


def _area(item: Facts) -> str:
    return _named(item, "area") or str(item["area_code"])


def _last_recorded(item: Facts) -> str:
    """Return what came of a task last and when, or a dash."""
    return f"{_named(item, 'outcome')} {clock(item['last_at'])}" if item.get("last_at") else "–"


def _due(item: Facts) -> str:
    return clock(item.get("due_at"))


def _requested(item: Facts) -> str:
    """Return what was asked for, and until when where that was said."""
    until = item.get("until")
    return " · ".join(filter(None, (_named(item, "pending"), until and f"{say('report.until')} {clock(until)}")))


def _until(item: Facts) -> str:
    return clock(item.get("until"))


def _over(item: Facts) -> str:
    return span_of(item.get("minutes_over") or 0)


def _channel(item: Facts) -> str:
    """Return by which way a message goes, and what it is where it is no order."""
    channel, level = say(f"channel.{item['channel']}"), item.get("level")
    if level is None:
        return channel
    return say("report.withdrawal" if level == 0 else "report.escalation", channel=channel)


def _delivery(item: Facts) -> str:
    state = say(f"delivery.{item['state']}", attempts=item["attempts"])
    return " – ".join(filter(None, (state, item.get("answer"))))


_CASE: list[Column] = [
    ("report.case", lambda item: item["case_number"]),
    ("report.class", lambda item: _named(item, "class")),
    ("report.place", lambda item: item.get("address") or "–"),
]


def _table_html(table: Table, new_pages: Collection[int]) -> str:
    title = f"<p style='margin:8px 0 2px 0{_NEW_PAGE if 0 in new_pages else ''}'><b>{escape(table.title)}</b></p>"
    starts = sorted({0, *new_pages})
    ends = [*starts[1:], len(table.rows)]
    return title + "".join(_part_html(table, start, end) for start, end in zip(starts, ends, strict=True))


def _part_html(table: Table, start: int, end: int) -> str:
    """Return some rows of a table under its header, on a new page unless they are the first."""
    head = "".join(f"<th align='left' bgcolor='{_PALE}'>{escape(word)}</th>" for word in table.header)
    rows = table.rows[start:end]
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return (
        f"<table width='100%' border='1' cellspacing='0' cellpadding='3' style='border-collapse:collapse;"
        f" border-color:#b0bec5{_NEW_PAGE if start else ''}'><tr>{head}</tr>{body}</table>"
    )


def _pairs_html(pairs: Iterable[tuple[str, str]]) -> str:
    rows = "".join(
        f"<tr><td style='padding-right:12px'>{escape(label)}</td><td><tt>{escape(value)}</tt></td></tr>"
        for label, value in pairs
    )
    return f"<table cellpadding='3'>{rows}</table>" if rows else ""


def _table_text(table: Table) -> list[str]:
    whole = [table.header, *table.rows]
    widths = [max(_width(row[place]) for row in whole) for place in range(len(table.header))]
    return [
        "  " + "  ".join(_padded(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in whole
    ]


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
