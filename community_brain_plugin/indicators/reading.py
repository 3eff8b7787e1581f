"""Indicators read from the room: one question each, answered as a pandas frame.

What is due, closed and on time is the database's to say (`resources/schema/app/indicators.sql`). Every function takes a
psycopg2 connection in a transaction that the caller ends; its errors come through.
"""

from dataclasses import dataclass
from datetime import datetime

import pandas as pd
import psycopg2.extensions

from ..cases.records import Row, rows
from . import tables
from .periods import Period

#: A list of case files behind a figure is cut off here.
MOST_CASES = 500


@dataclass(frozen=True)
class Situation:
    """The indicators of a period, read at one time; see `tables` for the frames."""

    period: Period
    flow: pd.DataFrame
    ages: pd.DataFrame
    units: pd.DataFrame
    shares: pd.DataFrame
    collectors: pd.DataFrame
    grids: pd.DataFrame
    areas: pd.DataFrame


@dataclass(frozen=True)
class Question:
    """Which case files stand behind a figure: see desk.indicator_cases.

    `unit` is a handling unit's code or None, `collector` a staff number where it is asked what he reported, `grid` the
    code of the unit grid in which they lie, or None.
    """

    what: str
    starts: datetime
    ends: datetime
    unit: str | None = None
    collector: str | None = None
    grid: str | None = None


def situation(connection: "psycopg2.extensions.connection", period: Period) -> Situation:
    """Read all indicators of a period."""
    return Situation(
        period,
        flow(connection, period),
        ages(connection),
        units(connection, period),
        shares(connection, period),
        collectors(connection, period),
        grids(connection, period),
        areas(connection, period),
    )


def flow(connection: "psycopg2.extensions.connection", period: Period) -> pd.DataFrame:
    """Read what was found and closed in each step of a period."""
    statement = "SELECT * FROM desk.indicator_flow(%s, %s, %s)"
    return tables.flow(rows(connection, statement, (period.starts, period.ends, period.step)), period)


def ages(connection: "psycopg2.extensions.connection") -> pd.DataFrame:
    """Read how old the open case files are."""
    return tables.ages(rows(connection, "SELECT * FROM desk.indicator_ages(%s)", (list(tables.AGE_HOURS),)))


def units(connection: "psycopg2.extensions.connection", period: Period) -> pd.DataFrame:
    """Read what was due, closed and on time by handling unit."""
    return tables.units(rows(connection, "SELECT * FROM desk.indicator_units(%s, %s)", (period.starts, period.ends)))


def shares(connection: "psycopg2.extensions.connection", period: Period) -> pd.DataFrame:
    """Read the shares of a period."""
    return tables.shares(rows(connection, "SELECT * FROM desk.indicator_figures(%s, %s)", (period.starts, period.ends)))


def collectors(connection: "psycopg2.extensions.connection", period: Period) -> pd.DataFrame:
    """Read what each collector reported, and how much of it was filed."""
    statement = "SELECT * FROM desk.indicator_collectors(%s, %s)"
    return tables.collectors(rows(connection, statement, (period.starts, period.ends)))


def grids(connection: "psycopg2.extensions.connection", period: Period) -> pd.DataFrame:
    """Read what was filed in each unit grid, and how much of it no patrol had found."""
    statement = "SELECT * FROM desk.indicator_grids(%s, %s)"
    return tables.grids(rows(connection, statement, (period.starts, period.ends)))


def areas(connection: "psycopg2.extensions.connection", period: Period) -> pd.DataFrame:
    """Read what became of the lists of the areas that were out of the normal."""
    return tables.areas(rows(connection, "SELECT * FROM desk.indicator_areas(%s, %s)", (period.starts, period.ends)))


def cases(connection: "psycopg2.extensions.connection", question: Question) -> list[Row]:
    """Read the case files behind a figure, the oldest first, at most MOST_CASES."""
    of = (question.unit, MOST_CASES, question.collector, question.grid)
    values = (question.what, question.starts, question.ends, *of)
    return rows(connection, "SELECT * FROM desk.indicator_cases(%s, %s, %s, %s, %s, %s, %s)", values)
