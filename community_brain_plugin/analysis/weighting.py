"""What an event weighs: by how severe it is and how long ago it happened."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike

from ..errors import RoomError
from . import inputs
from .inputs import Array


def by_age(ages: ArrayLike, half_life: float) -> Array:
    """Return ½^(age ÷ half-life) for each event, shape (n,); ages from the chosen moment backwards, same unit.

    Events after that moment have negative ages and are refused.
    """
    found = inputs.numbers("age", ages)
    inputs.refuse_rows("analysis.negative", found < 0.0, field="age")
    (life,) = inputs.positive("half_life", half_life, 1)
    return np.exp2(-found / life)


def by_severity(codes: Sequence[str | None], severity: Mapping[str, float], otherwise: float | None = None) -> Array:
    """Return the severity of each event's code, shape (n,).

    Codes missing from the table weigh `otherwise`; without it the first of them is refused by row.
    """
    found = np.array([severity.get(code or "", np.nan) for code in codes], dtype=np.float64)
    missing = np.isnan(found)
    if otherwise is None:
        rows = np.flatnonzero(missing)
        if rows.size:
            raise RoomError("analysis.no_severity", row=int(rows[0]) + 1, rows=len(rows), name=codes[int(rows[0])])
        return found
    found[missing] = otherwise
    return found
