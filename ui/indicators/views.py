"""What each page of the panel shows of a situation: its bars, its table, its caption, and the question behind a bar.

A situation is `indicators.reading.Situation`; importing that module takes pandas, so it is never done here.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from qgis.PyQt.QtCore import QCoreApplication

from ..words import ZONE, listed, moment, named
from . import area_view
from .bar_chart import Bars
from .looks import series_name
from .shown import Table, graded, percent_text

#: The pages, in order.
FLOW, AGES, UNITS, SHARES, COLLECTORS, GRIDS = "flow", "ages", "units", "shares", "collectors", "grids"
AREAS = "areas"
PAGES = (FLOW, AGES, UNITS, SHARES, COLLECTORS, GRIDS, AREAS)

translate = QCoreApplication.translate

_LONG_AGO = datetime(1990, 1, 1, tzinfo=ZONE)
_FLOW_SERIES = ["found", "closed"]
_AGE_SERIES = ["overdue", "yellow", "in_time", "no_limit"]
_UNIT_SERIES = ["on_time", "late", "open"]
# Shares of what should not be, or is counted apart: no grade, and it is the counted ones that one looks for.
_UNWANTED = {"missed", "rework", "on_behalf", "forced", "on_the_spot", "both_axes"}


@dataclass(frozen=True)
class Asked:
    """Which case files stand behind a figure: what is asked, when, of which unit, collector or grid, in words."""

    what: str
    starts: datetime
    ends: datetime
    unit: str | None
    text: str
    collector: str | None = None
    grid: str | None = None


def bars(page: str, situation: Any) -> Bars | None:
    """Return the bars of a page; the pages of shares, collectors, grids and areas have none."""
    maker = {FLOW: _flow_bars, AGES: _age_bars, UNITS: _unit_bars}.get(page)
    return maker(situation) if maker is not None else None


def asked(page: str, situation: Any, category: int, series: int, now: datetime) -> Asked:
    """Return the question behind a bar; `now` is the room's time."""
    shown = bars(page, situation)
    name = shown.series[series]
    text = f"{series_name(name)} · {_category_text(page, situation, category)}"
    period = situation.period
    if page == FLOW:
        starts, ends = situation.flow.index[category], situation.flow["ends"].iloc[category]
        return Asked(name, starts.to_pydatetime(), ends.to_pydatetime(), None, text)
    if page == AGES:
        youngest, oldest = _band(category)
        starts = _LONG_AGO if oldest is None else now - timedelta(hours=oldest)
        return Asked(name, starts, now - timedelta(hours=youngest), None, text)
    return Asked(name, period.starts, period.ends, str(situation.units.index[category]), text)


def asked_of_row(page: str, situation: Any, row: int) -> Asked | None:
    """Return the question behind a row of a page's table; None where nothing stands behind it."""
    if page == UNITS:
        # Without pyqtgraph the table stands where the bars would: the late ones of a unit are what one looks for.
        return asked(page, situation, row, _UNIT_SERIES.index("late"), situation.period.ends)
    period = situation.period
    if page == COLLECTORS:
        number = str(situation.collectors.index[row])
        name = situation.collectors["name"].iloc[row] or number
        text = translate("Indicators", "Reported by {name}").format(name=name)
        return Asked("reported", period.starts, period.ends, None, text, number)
    if page == GRIDS:
        return _asked_of_grid(situation, row)
    if page != SHARES:
        return None
    indicator = str(situation.shares.index[row])
    what = f"{indicator}_{'part' if indicator in _UNWANTED else 'rest'}"
    return Asked(what, period.starts, period.ends, None, f"{share_name(indicator)[0]} · {_behind_share(indicator)}")


def _asked_of_grid(situation: Any, row: int) -> Asked:
    """Return the question behind a unit grid: what the public had to report there; if nothing, what else was filed."""
    period, code = situation.period, str(situation.grids.index[row])
    if situation.grids["missed"].iloc[row] > 0:
        what, text = "missed_part", translate("Indicators", "From the public · {grid}")
    else:
        what, text = "missed_rest", translate("Indicators", "Filed, none of them from the public · {grid}")
    return Asked(what, period.starts, period.ends, None, text.format(grid=code), grid=code)


def tip(page: str, situation: Any, category: int, series: int) -> str:
    """Return what is said about a bar."""
    shown = bars(page, situation)
    count = int(shown.values[category, series])
    text = f"{_category_text(page, situation, category)}\n{series_name(shown.series[series])}: {count}"
    if page == UNITS:
        text += f" / {int(situation.units['due'].iloc[category])}"
    return text


def caption(page: str, situation: Any) -> str:
    """Return what the figures of a page are counted of."""
    period = situation.period
    span = translate("Indicators", "{starts} to {ends}").format(starts=moment(period.starts), ends=moment(period.ends))
    if page == FLOW:
        text = translate(
            "Indicators", "Found {found}, closed {closed}, {span}. Closed ones may have been found before."
        )
        return text.format(found=situation.flow["found"].sum(), closed=situation.flow["closed"].sum(), span=span)
    if page == AGES:
        total, late = int(situation.ages.to_numpy().sum()), int(situation.ages["overdue"].sum())
        text = translate("Indicators", "{late} of {total} open case files are over the limit that is running: {share}.")
        return text.format(late=late, total=total, share=percent_text(100 * late / total if total else float("nan")))
    if page == UNITS:
        due, carried = int(situation.units["due"].sum()), int(situation.units["carried_over"].sum())
        closed, on_time = situation.shares.loc["closing"], situation.shares.loc["on_time"]
        text = translate(
            "Indicators",
            "Due {due}: deadline in the period, or carried over ({carried}). Closed {closed} = {closing}, "
            "on time {on_time} = {timely}. {span}.",
        )
        return text.format(
            due=due, carried=carried, closed=int(closed["part"]), closing=percent_text(closed["percent"]),
            on_time=int(on_time["part"]), timely=percent_text(on_time["percent"]), span=span,
        )  # fmt: skip
    own = {COLLECTORS: _collector_caption, GRIDS: _grid_caption, AREAS: area_view.caption}
    if page in own:
        return own[page](situation, span)
    text = translate("Indicators", "Each share stands with what it is a share of. Grades: {grades}. {span}.")
    return text.format(grades=_grades_text(), span=span)


def table(page: str, situation: Any) -> Table:
    """Return the figures of a page as text."""
    own = {UNITS: _unit_table, SHARES: _share_table, COLLECTORS: _collector_table, GRIDS: _grid_table,
           AREAS: area_view.table}  # fmt: skip
    if page in own:
        return own[page](situation)
    shown = bars(page, situation)
    labels = [_category_text(page, situation, category) for category in range(len(shown.categories))]
    rows = [[label, *(str(int(value)) for value in values)] for label, values in zip(labels, shown.values, strict=True)]
    return Table([shown.category_title, *(series_name(name) for name in shown.series)], rows)


def _grades_text() -> str:
    from ...indicators.tables import GRADES

    return listed(f"{letter} ≥ {least:g} %" for letter, least in GRADES)


def share_name(indicator: str) -> tuple[str, str]:
    """Return the name of an indicator and what it is a share of."""
    return {
        "closing": (translate("Indicators", "Closing rate"), translate("Indicators", "closed / due")),
        "on_time": (translate("Indicators", "On-time closing rate"), translate("Indicators", "closed on time / due")),
        "filing": (translate("Indicators", "Filing rate"), translate("Indicators", "filed / reported")),
        "advance": (
            translate("Indicators", "Advance discovery rate"),
            translate("Indicators", "first found by the street / found by street or higher level"),
        ),
        "missed": (translate("Indicators", "Missed rate"), translate("Indicators", "filed from the hotline / filed")),
        "dispatch_on_time": (
            translate("Indicators", "On-time dispatch rate"),
            translate("Indicators", "dispatched on time / to dispatch"),
        ),
        "dispatch_accurate": (
            translate("Indicators", "Accurate dispatch rate"),
            translate("Indicators", "dispatched and not reworked / to dispatch"),
        ),
        "rework": (translate("Indicators", "Rework rate"), translate("Indicators", "reworked / handled")),
        "on_behalf": (
            translate("Indicators", "Apart: recorded on behalf"),
            translate("Indicators", "handling recorded on behalf / handled"),
        ),
        "forced": (
            translate("Indicators", "Apart: ended by force"),
            translate("Indicators", "ended by force / closed"),
        ),
        "on_the_spot": (
            translate("Indicators", "Apart: closed on the spot"),
            translate("Indicators", "closed on the spot by the finder / closed"),
        ),
        "both_axes": (
            translate("Indicators", "Apart: by one person on both axes"),
            translate("Indicators", "steps of who worked on both axes in one shift / steps of both axes"),
        ),
    }.get(indicator, (indicator, ""))


def _behind_share(indicator: str) -> str:
    """Return in words which case files keep a share from being better."""
    return {
        "closing": translate("Indicators", "not closed"),
        "on_time": translate("Indicators", "late or not closed"),
        "filing": translate("Indicators", "not filed"),
        "advance": translate("Indicators", "first found by a higher level"),
        "missed": translate("Indicators", "found by the public"),
        "dispatch_on_time": translate("Indicators", "not dispatched in time"),
        "dispatch_accurate": translate("Indicators", "reworked or not dispatched"),
        "rework": translate("Indicators", "reworked"),
        "on_behalf": translate("Indicators", "recorded on behalf"),
        "forced": translate("Indicators", "ended by force"),
        "on_the_spot": translate("Indicators", "closed on the spot"),
        "both_axes": translate("Indicators", "with such a step"),
    }.get(indicator, "")


def _flow_bars(situation: Any) -> Bars:
    step = situation.period.step
    pattern = {"hour": "%H", "day": "%m-%d", "month": "%Y-%m"}[step]
    title = {
        "hour": translate("Indicators", "Hour"),
        "day": translate("Indicators", "Day"),
        "month": translate("Indicators", "Month"),
    }[step]
    labels = [start.strftime(pattern) for start in situation.flow.index]
    values = situation.flow[_FLOW_SERIES].to_numpy()
    return Bars(labels, _FLOW_SERIES, values, translate("Indicators", "Case files (number)"), title)


def _age_bars(situation: Any) -> Bars:
    labels = [_age_text(*_band(band)) for band in situation.ages.index]
    values = situation.ages[_AGE_SERIES].to_numpy()
    return Bars(
        labels,
        _AGE_SERIES,
        values,
        translate("Indicators", "Open case files (number)"),
        translate("Indicators", "Age since first found (h, d)"),
        stacked=True,
    )


def _unit_bars(situation: Any) -> Bars:
    from ...indicators.tables import grade

    units = situation.units
    labels = [_unit_name(row) for _, row in units.iterrows()]
    notes = tuple(
        f"{row['on_time']}/{row['due']} {grade(row['on_time_percent'])}".rstrip() for _, row in units.iterrows()
    )
    values = units[_UNIT_SERIES].to_numpy()
    title = translate("Indicators", "Share of what was due (%)")
    return Bars(
        labels,
        _UNIT_SERIES,
        values,
        title,
        translate("Indicators", "Handling unit"),
        stacked=True,
        lying=True,
        notes=notes,
    )


def _unit_table(situation: Any) -> Table:
    headings = [
        translate("Indicators", "Handling unit"),
        translate("Indicators", "Due"),
        translate("Indicators", "Carried over"),
        translate("Indicators", "Closed"),
        translate("Indicators", "Closing rate"),
        series_name("on_time"),
        translate("Indicators", "On-time closing rate"),
    ]
    rows = [
        [
            _unit_name(row), str(row["due"]), str(row["carried_over"]), str(row["closed"]),
            percent_text(row["closing_percent"]), str(row["on_time"]), graded(row["on_time_percent"]),
        ]
        for _, row in situation.units.iterrows()
    ]  # fmt: skip
    return Table(headings, rows)


def _share_table(situation: Any) -> Table:
    rows = []
    for indicator, row in situation.shares.iterrows():
        name, meaning = share_name(str(indicator))
        share = percent_text(row["percent"]) if indicator in _UNWANTED else graded(row["percent"])
        rows.append([name, share, f"{int(row['part'])} / {int(row['whole'])}", meaning])
    return Table(
        [
            translate("Indicators", "Indicator"),
            translate("Indicators", "Share"),
            translate("Indicators", "Counts"),
            translate("Indicators", "What of what"),
        ],
        rows,
    )


def _collector_table(situation: Any) -> Table:
    rows = [
        [
            f"{row['name'] or '–'} · {number}", graded(row["filing_percent"]),
            f"{int(row['filed'])} / {int(row['reported'])}", str(int(row["quick_closed"])),
        ]
        for number, row in situation.collectors.iterrows()
    ]  # fmt: skip
    return Table(
        [
            translate("Indicators", "Collector"),
            translate("Indicators", "Filing rate"),
            translate("Indicators", "Filed / reported"),
            translate("Indicators", "Closed on the spot"),
        ],
        rows,
    )


def _collector_caption(situation: Any, span: str) -> str:
    collectors = situation.collectors
    if collectors.empty:
        return translate("Indicators", "No collector’s report is counted here. {span}.").format(span=span)
    filed, reported = int(collectors["filed"].sum()), int(collectors["reported"].sum())
    text = translate(
        "Indicators",
        "Filed {filed} of {reported} reported by collectors = {share}; {quick} more closed on the spot, counted apart. "
        "{span}.",
    )
    share = percent_text(100 * filed / reported if reported else np.nan)
    return text.format(
        filed=filed, reported=reported, share=share, quick=int(collectors["quick_closed"].sum()), span=span
    )


def _grid_table(situation: Any) -> Table:
    rows = [
        [
            str(code), named(row, "community") or "–", percent_text(row["missed_percent"]),
            f"{int(row['missed'])} / {int(row['filed'])}",
        ]
        for code, row in situation.grids.iterrows()
    ]  # fmt: skip
    return Table(
        [
            translate("Indicators", "Unit grid"),
            translate("Indicators", "Community"),
            translate("Indicators", "Missed rate"),
            translate("Indicators", "Missed / filed"),
        ],
        rows,
    )


def _grid_caption(situation: Any, span: str) -> str:
    grids = situation.grids
    missed, filed = int(grids["missed"].sum()), int(grids["filed"].sum())
    text = translate(
        "Indicators", "The public reported {missed} of {filed} filed in {count} unit grids = {share} missed. {span}."
    )
    share = percent_text(100 * missed / filed if filed else np.nan)
    return text.format(missed=missed, filed=filed, count=len(grids), share=share, span=span)


def _category_text(page: str, situation: Any, category: int) -> str:
    if page == FLOW:
        start = situation.flow.index[category]
        if situation.period.step == "hour":
            return f"{start:%m-%d %H:%M}–{situation.flow['ends'].iloc[category]:%H:%M}"
        return start.strftime("%Y-%m-%d" if situation.period.step == "day" else "%Y-%m")
    if page == AGES:
        return _age_text(*_band(category))
    return _unit_name(situation.units.iloc[category])


def _unit_name(row: Any) -> str:
    return named(row, "department") or translate("Indicators", "(no unit)")


def _band(number: int) -> tuple[float, float | None]:
    """Return the ages in hours between which a band lies; the last one is open."""
    from ...indicators.tables import AGE_HOURS

    limits = (0.0, *AGE_HOURS)
    return limits[number], (limits[number + 1] if number + 1 < len(limits) else None)


def _age_text(youngest: float, oldest: float | None) -> str:
    unit, size = (translate("Indicators", "d"), 24) if youngest >= 24 else (translate("Indicators", "h"), 1)
    if oldest is None:
        return f"≥{youngest / size:g} {unit}"
    return f"{youngest / size:g}–{oldest / size:g} {unit}"
