"""Figures as text: a table, a share in percent, a share with its grade."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Table:
    """Figures as text: a heading for each column, and rows of cells."""

    headings: list[str]
    rows: list[list[str]]


def percent_text(value: float) -> str:
    """Return a share in percent with two digits, a dash where there was nothing to share."""
    return "–" if np.isnan(value) else f"{value:.2f} %"


def graded(value: float) -> str:
    """Return a share in percent with its grade behind it."""
    from ...indicators.tables import grade

    return f"{percent_text(value)} {grade(value)}".rstrip()
