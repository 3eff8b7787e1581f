"""What the desk writes about a case file: its facts, its log and why a unit is recommended."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication

from ...cases.records import Row, Rules
from ...wording import name, say
from ..words import ZONE, clauses, escape, labelled, limit, listed, moment, named
from ..words import notes as joined_notes
from .fields import ORDER_CHANNELS, channel_choices, field_name
from .response import offer_text

#: Links of a reporter who is owed a call: it was made, or nobody answered.
CALLS = CALLED, _MISSED = "called", "missed"
# Details of a step that people read; the others are numbers of the rules.
_NOTED = (
    "department_code", "escalated_to", "channels", "handler", "collector", "said_by", "channel", "said_at", "passed",
    "finding", "duplicate_of", "until", "reason",
)  # fmt: skip


def details_html(case: Mapping[str, Any], rules: Rules | None) -> str:
    """Return the facts of a case file as a table: what, where, who."""
    community = " · ".join(
        str(part) for part in (named(case, "community"), case.get("unit_grid_code")) if part
    )  # fmt: skip
    facts = (
        (_labels()["description"], case.get("description")),
        (_labels()["address"], case.get("address")),
        (_labels()["grid"], community),
        (_labels()["component"], case.get("component_identity")),
        (_labels()["condition"], _condition(case, rules)),
        (_labels()["deadline"], deadline_words(case, rules) if case.get("limit_state") else ""),
        (_labels()["found"], f"{moment(case.get('first_found_at'))} · {source_name(case['source'])}"),
        (_labels()["who"], _who(case, rules)),
    )
    rows = (
        f"<tr><td style='padding-right:8px'>{escape(label)}</td><td>{escape(str(value))}</td></tr>"
        for label, value in facts
        if value
    )
    return f"<table cellspacing='0' cellpadding='1'>{''.join(rows)}</table>"


def deadline_words(case: Mapping[str, Any], rules: Rules | None) -> str:
    """Return the handling deadline, and which operating state's limit it goes by where that is not the normal one."""
    when, state, unknown = moment(case.get("deadline_at")), case.get("limit_state"), calendar_note(case, rules)
    if not state:
        return " · ".join(part for part in (when, unknown) if part)
    own = QCoreApplication.translate("CaseWords", "{time}, by the limit for ◆ {state}")
    normal = QCoreApplication.translate("CaseWords", "{deadline} (normally {limit})")
    text = own.format(time=when, state=name("operating_state", str(state)))
    row = _condition_row(case, rules)
    if row is not None:
        text = normal.format(deadline=text, limit=limit(row["limit_amount"], row["limit_unit"]))
    return " · ".join(part for part in (text, unknown) if part)


def calendar_note(case: Mapping[str, Any], rules: Rules | None) -> str:
    """Return that a deadline was counted without the holidays of a year, where they were not entered; else nothing."""
    year = None if rules is None else rules.unknown_year(dict(case))
    if year is None:
        return ""
    words = QCoreApplication.translate("CaseWords", "◆ holidays of {year} not entered yet, counted without them")
    return words.format(year=year)


def stage_words(row: Mapping[str, Any]) -> str:
    """Return by which operating state's limit a stage runs (a row of desk.stage_limit_of), and what would be normal."""
    words = QCoreApplication.translate("CaseWords", "by the limit for ◆ {state}: {minutes} min (normally {normal} min)")
    state = name("operating_state", row["state"])
    return words.format(state=state, minutes=row["minutes"], normal=row["normal_minutes"])


def log_html(rows: Iterable[Mapping[str, Any]], rules: Rules | None) -> str:
    """Return the log of a case file, the newest entry first."""
    entries = [_log_line(row, rules) for row in rows]
    title = QCoreApplication.translate("CaseWords", "Log")
    return f"<b>{escape(title)}</b><br>" + "<br>".join(reversed(entries))


def reason_of(row: Mapping[str, Any]) -> str:
    """Return in one line why a handling unit is recommended, who of it is on duty, its load, how far, by which way."""
    why = {
        "owner": QCoreApplication.translate("CaseWords", "it owns the component"),
        "territory": QCoreApplication.translate("CaseWords", "the place is its territory"),
        "class": QCoreApplication.translate("CaseWords", "it is responsible for this class"),
        "rework": QCoreApplication.translate("CaseWords", "its work is to be done again"),
        "returned": QCoreApplication.translate("CaseWords", "it sent this case file back"),
    }.get(row["reason"], str(row["reason"]))
    parts = [why, _duty(row.get("on_duty"))]
    parts.append(QCoreApplication.translate("CaseWords", "{count} open with it").format(count=row["open_cases"]))
    if row.get("metres") is not None:
        far = {
            "street": QCoreApplication.translate("CaseWords", "{metres} m on foot"),
            "straight": QCoreApplication.translate("CaseWords", "{metres} m in a straight line"),
        }.get(str(row.get("metres_along")), QCoreApplication.translate("CaseWords", "{metres} m away"))
        parts.append(far.format(metres=round(row["metres"])))
    if row.get("channel"):
        words = QCoreApplication.translate("CaseWords", "order by {channel}")
        parts.append(words.format(channel=say(f"channel.{row['channel']}")))
    return clauses(part for part in parts if part)


def escalation_of(row: Mapping[str, Any]) -> str:
    """Return in one line whom to turn to when a unit does nothing, and after how long; empty where nobody is named."""
    steps = []
    for step in row.get("escalation") or ():
        minutes = float(step["minutes"])
        if minutes < 120:
            after = QCoreApplication.translate("CaseWords", "after {amount} min {unit}")
        else:
            after, minutes = QCoreApplication.translate("CaseWords", "after {amount} h {unit}"), minutes / 60
        unit = " ".join(str(part) for part in (named(step, "department"), step.get("phone")) if part)
        steps.append(after.format(amount=f"{minutes:g}", unit=unit))
    if not steps:
        return ""
    return QCoreApplication.translate("CaseWords", "If nothing is done: {steps}").format(steps=listed(steps))


def recommended_html(rows: Sequence[Mapping[str, Any]], offer: Any = None) -> str:
    """Return whom to send and why, whom to turn to after that, and who could still catch the alarm it came from."""
    if not rows:
        return QCoreApplication.translate(
            "CaseWords", "Recommended: nobody – the responsibility table says nothing about this class and place."
        )
    text = QCoreApplication.translate("CaseWords", "Recommended: <b>{unit}</b> – {reason}").format(
        unit=escape(named(rows[0], "department")), reason=escape(reason_of(rows[0]))
    )
    caught = ""
    if offer is not None:
        caught = QCoreApplication.translate("CaseWords", "The alarm still stands: {offer}").format(
            offer=offer_text(offer)
        )
    return "<br>".join(line for line in (text, escape(caught), escape(escalation_of(rows[0]))) if line)


def told_html(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return who was told that the unit did nothing, and who is next and when; empty where there is nothing to say."""
    lines = []
    for row in rows:
        unit = escape(" ".join(str(part) for part in (named(row, "department"), row.get("phone")) if part))
        if row["standing"] == "told":
            words = QCoreApplication.translate("CaseWords", "▲ Nothing was done: escalated to <b>{unit}</b> at {time}")
            lines.append(words.format(unit=unit, time=moment(row["told_at"])[5:]))
        elif row["standing"] == "waiting":
            words = QCoreApplication.translate("CaseWords", "If nothing is done, {unit} is told at {time}")
            lines.append(words.format(unit=unit, time=moment(row["due_at"])[5:]))
            break
        elif row["standing"] == "paused":
            words = QCoreApplication.translate(
                "CaseWords", "Escalation to {unit} waits while the case file is suspended"
            )
            lines.append(words.format(unit=unit))
            break
    return "<br>".join(lines)


def reporter_html(row: Mapping[str, Any] | None) -> str:
    """Return who reported, as far as one may know; empty where there is nothing to say."""
    if row is None or row["standing"] == "none":
        return ""
    title = QCoreApplication.translate("CaseWords", "Reporter: {person}")
    if row["standing"] == "withheld":
        return title.format(person=QCoreApplication.translate("CaseWords", "contact withheld (supervision only)"))
    parts = [escape(" ".join(str(part) for part in (row["name"], row["phone"]) if part))]
    if row["callback_owed"]:
        owed = QCoreApplication.translate("CaseWords", "a call back is owed")
        called, missed = (
            QCoreApplication.translate("CaseWords", "Called back"),
            QCoreApplication.translate("CaseWords", "Nobody answered"),
        )
        parts.append(f"<b>{owed}</b>")
        parts += [f"<a href='{link}'>{escape(word)}</a>" for link, word in zip(CALLS, (called, missed), strict=True)]
    elif row["called_back_at"]:
        called = QCoreApplication.translate("CaseWords", "called back {time}")
        parts.append(called.format(time=moment(row["called_back_at"])))
    return title.format(person=" · ".join(parts))


def _duty(number: int | None) -> str:
    """Return how many are on shift; nothing for a unit that keeps no roster."""
    if number is None:
        return ""
    if number == 0:
        return QCoreApplication.translate("CaseWords", "nobody on duty")
    return QCoreApplication.translate("CaseWords", "{count} on duty").format(count=number)


def source_name(source: str) -> str:
    """Return where a report came from, in words."""
    return {
        "collector": QCoreApplication.translate("CaseWords", "Collector"),
        "hotline": QCoreApplication.translate("CaseWords", "Hotline"),
        "sensor": QCoreApplication.translate("CaseWords", "Sensor"),
        "desk": QCoreApplication.translate("CaseWords", "Command room"),
        "higher_level": QCoreApplication.translate("CaseWords", "Higher level"),
    }.get(source, source)


def _labels() -> dict[str, str]:
    return {
        "description": QCoreApplication.translate("CaseWords", "Description"),
        "address": QCoreApplication.translate("CaseWords", "Address"),
        "grid": QCoreApplication.translate("CaseWords", "Grid"),
        "component": QCoreApplication.translate("CaseWords", "Component"),
        "condition": QCoreApplication.translate("CaseWords", "Condition"),
        "deadline": QCoreApplication.translate("CaseWords", "Deadline"),
        "found": QCoreApplication.translate("CaseWords", "First found"),
        "who": QCoreApplication.translate("CaseWords", "Held by"),
    }


def _condition(case: Mapping[str, Any], rules: Rules | None) -> str:
    row = _condition_row(case, rules)
    return "" if row is None else named(row, "filing")


def _condition_row(case: Mapping[str, Any], rules: Rules | None) -> Row | None:
    """Return the condition a case file was filed by."""
    if rules is None or case.get("condition_no") is None:
        return None
    fitting = (row for row in rules.conditions_of(dict(case)) if row["condition_no"] == case["condition_no"])
    return next(fitting, None)


def _who(case: Mapping[str, Any], rules: Rules | None) -> str:
    if not case["is_open"]:
        return ""
    known = (rules.department(case.get("department_code")) if rules is not None else None) or {}
    unit = _spaced(named(case, "department"), known.get("contact_name"), case.get("department_phone"))
    if case["holder_axis"] != "handler":
        return " · ".join(part for part in (name("axis", case["holder_axis"]), unit) if part)
    worker = rules.staff_contact(case.get("handler")) if rules is not None else str(case.get("handler") or "")
    return " · ".join(part for part in (unit, worker) if part)


def _spaced(*parts: Any) -> str:
    return " ".join(str(part) for part in parts if part)


def _log_line(row: Mapping[str, Any], rules: Rules | None) -> str:
    when = row["at"].astimezone(ZONE).strftime("%m-%d %H:%M:%S")
    head = f"{when} <b>{escape(named(row, 'action'))}</b> → {escape(named(row, 'to_state'))}"
    notes = [row["reason"]] if row.get("reason") else []
    if row.get("both_axes"):
        notes.insert(0, QCoreApplication.translate("CaseWords", "exception: on both axes in one shift"))
    notes += payload_notes({**(row.get("payload") or {}), "reason": None}, rules, row["action"])
    return f"{head} · {escape(staff_and_role(row))}" + (
        f"<br>&nbsp;&nbsp;{escape(joined_notes(notes))}" if notes else ""
    )


def staff_and_role(row: Mapping[str, Any]) -> str:
    """Return who took a step and in which post, from an entry of the log or of a refusal's `since`."""
    who = row.get("staff_name") or row.get("staff_number") or row.get("staff")
    post = named(row, "role") or (name("role", row["role"]) if row.get("role") else "")
    return " ".join(str(part) for part in (who, post) if part)


def payload_notes(payload: Mapping[str, Any], rules: Rules | None, action: str = "") -> list[str]:
    """Return the details of a step as "field: value", in the order they are read."""
    notes = []
    for key in _NOTED:
        if payload.get(key) not in (None, ""):
            notes.append(labelled(field_name(key, action), _payload_value(key, payload[key], rules)))
    return notes


def _payload_value(key: str, value: Any, rules: Rules | None) -> str:
    if key == "passed":
        yes, no = QCoreApplication.translate("Fields", "Passed"), QCoreApplication.translate("Fields", "Failed")
        return yes if value else no
    if key in ("said_at", "until"):
        return _moment_of(str(value))
    if key in ("channel", "channels"):
        return listed(map(_channel_name, value if isinstance(value, list) else [value]))
    if rules is not None and key in ("department_code", "escalated_to"):
        unit = rules.department(value)
        return named(unit, "name") if unit else str(value)
    if rules is not None and key in ("handler", "collector"):
        return rules.staff_name(value)
    return str(value)


def _channel_name(code: Any) -> str:
    """Return the name of a way by which a message came, or an order went."""
    own = say(f"channel.{code}") if code in ORDER_CHANNELS else str(code)
    return next((choice.text for choice in channel_choices() if choice.value == code), own)


def _moment_of(text: str) -> str:
    """Return a moment of a payload; as it was written where it is not in ISO 8601, which the room reads too."""
    try:
        return moment(datetime.fromisoformat(text))
    except ValueError:
        return text
