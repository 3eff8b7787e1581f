"""The generated demo district and its simulator. What draws needs shapely and is imported only when it is used."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

import psycopg2.extensions

if TYPE_CHECKING:
    from .loading import Loaded

DEFAULT_SEED = 20260701
DEFAULT_COMPONENTS = 12_000


def load(
    connection: psycopg2.extensions.connection,
    seed: int = DEFAULT_SEED,
    anchor: dt.date | None = None,
    components: int = DEFAULT_COMPONENTS,
) -> Loaded:
    """Generate the district and write it into an empty room; see `loading.load`."""
    from .loading import load as write

    return write(connection, seed=seed, anchor=anchor, components=components)


def simulate(
    connect: Callable[[str], psycopg2.extensions.connection], seed: int, speed: float, stop: threading.Event
) -> None:
    """Play the district's life until `stop` is set; see `simulator.simulate`."""
    from .simulator import simulate as play

    play(connect, seed, speed, stop)
