"""What the page of operating states shows: each stay of an area out of the normal, and what became of its list."""

from typing import Any

import numpy as np
from qgis.PyQt.QtCore import QCoreApplication

from ..words import moment, named
from .shown import Table, graded, percent_text

translate = QCoreApplication.translate


def table(situation: Any) -> Table:
    """Return a row for each stay: area, state, what was kept of its list, late and open, since and until."""
    rows = [
        [
            named(row, "area") or code, f"◆ {named(row, 'state')}", graded(row["on_time_percent"]),
            f"{int(row['on_time'])} / {int(row['tasks'])}", str(int(row["late"])), str(int(row["open"])),
            moment(row["starts_at"])[5:], "–" if row["ends_at"] is None else moment(row["ends_at"])[5:],
        ]
        for (_, code), row in situation.areas.iterrows()
    ]  # fmt: skip
    return Table(
        [
            translate("Indicators", "Area"),
            translate("Indicators", "State"),
            translate("Indicators", "Done in time"),
            translate("Indicators", "Of the list"),
            translate("Indicators", "Late"),
            translate("Indicators", "Not done"),
            translate("Indicators", "Since"),
            translate("Indicators", "Until"),
        ],
        rows,
    )


def caption(situation: Any, span: str) -> str:
    """Return what the figures are counted of."""
    areas = situation.areas
    if areas.empty:
        return translate("Indicators", "All areas were in the normal state. {span}.").format(span=span)
    asked, kept = int(areas["tasks"].sum()), int(areas["on_time"].sum())
    text = translate(
        "Indicators",
        "{kept} of {asked} tasks asked for by operating states were done in time = {share}; {late} not as often as "
        "asked, {open} not at all. Times an area was out of the normal: {count}. {span}.",
    )
    return text.format(
        kept=kept, asked=asked, share=percent_text(100 * kept / asked if asked else np.nan),
        late=int(areas["late"].sum()), open=int(areas["open"].sum()), count=len(areas), span=span,
    )  # fmt: skip


def place(situation: Any, row: int) -> tuple[str, str]:
    """Return the kind and code of the area in a row of the table."""
    kind, code = situation.areas.index[row]
    return str(kind), str(code)
