"""A draw of grids that is random, that anybody can repeat, and that comes to each of them in turn."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ...errors import RoomError
from ..inputs import Array, numbers, refuse_rows, weights

Index = NDArray[np.int64]
_DIGITS = 13


@dataclass(frozen=True)
class Drawn:
    """A draw from n grids.

    order: rows of the grids drawn, the first drawn first. ticket: each grid's number between 0 and 1, shape (n,). key:
    what they are ordered by within a round, -ln(ticket) ÷ weight, the smallest first, shape (n,); infinite without
    weight. digest: SHA-256 of what went in, as hexadecimal text.
    """

    order: Index
    ticket: Array
    key: Array
    digest: str


def draw(
    names: Sequence[str],
    count: int,
    seed: str,
    weight: ArrayLike | None = None,
    checks: ArrayLike | None = None,
) -> Drawn:
    """Draw `count` of n grids, all of them where there are fewer.

    names: what each grid is called, no two alike. weight: how likely each is to come early in its round, shape (n,).
    checks: how often each has been drawn before, shape (n,); those drawn least often come before all others, so that
    every grid has its turn before any comes again.

    A ticket is the first 52 bits of SHA-256 of "seed|name": whoever knows the seed, which is best made known before,
    can work out every ticket, and nobody can choose them. Weighted draw without putting back: Efraimidis and Spirakis
    2006, Information Processing Letters 97: 181-185. RoomError where names repeat, by row, or figures cannot be.
    """
    total = len(names)
    _refuse_twins(names)
    heavy = weights(weight, total)
    turns = np.zeros(total) if checks is None else numbers("checks", checks, total)
    refuse_rows("analysis.negative", turns < 0.0, field="checks")
    ticket = np.array([_ticket(seed, name) for name in names], dtype=np.float64)
    with np.errstate(divide="ignore"):
        key = np.where(heavy > 0.0, -np.log(ticket) / heavy, np.inf)
    order = np.lexsort((np.asarray(names, dtype=str), -ticket, key, turns))
    return Drawn(order[: max(count, 0)].astype(np.int64), ticket, key, _digest(names, seed, heavy, turns))


def _ticket(seed: str, name: str) -> float:
    number = int(hashlib.sha256(f"{seed}|{name}".encode()).hexdigest()[:_DIGITS], 16)
    return (number + 0.5) / 16**_DIGITS


def _digest(names: Sequence[str], seed: str, weight: Array, checks: Array) -> str:
    """Return the digest of the list that was drawn from, sorted by name: one line for each grid, the seed first."""
    lines = sorted(f"{name};{w!r};{c!r}" for name, w, c in zip(names, weight.tolist(), checks.tolist(), strict=True))
    return hashlib.sha256("\n".join([seed, *lines]).encode()).hexdigest()


def _refuse_twins(names: Sequence[str]) -> None:
    seen: dict[str, int] = {}
    for row, name in enumerate(names, start=1):
        if name in seen:
            raise RoomError("analysis.twins", row=row, name=name, first=seen[name])
        seen[name] = row
