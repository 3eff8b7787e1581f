"""What the simulator will let happen: a sequence that follows from the seed, the start and the room's own past."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from . import curves
from .curves import CHINA, DAY, TROUBLES

ALARMS_AN_HOUR = 7.0
"""Incidents; about six of them last long enough to raise an alarm."""
REPORTS_A_DAY = 40.0
CALMING = 2_100.0
"""For so many seconds after an incident a sensor reports every minute: longer than any rule's off-delay."""


@dataclass(frozen=True)
class Report:
    """Somebody reports something like an earlier case file, the `like`-th of the past."""

    at: float
    like: int


@dataclass(frozen=True)
class Incident:
    """A sensor (by its position) measures `value` from `at` until `until`."""

    at: float
    sensor: int
    until: float
    value: float


class Script:
    """Acts in the order of their moments (epoch seconds of the room); endless.

    `kinds` are the kinds of the sensors by position, `hours` the hour of day of each past case file.
    """

    def __init__(self, seed: int, start: float, kinds: Sequence[str], hours: np.ndarray) -> None:
        self._kinds = kinds
        self._past = [np.flatnonzero(hours == hour) for hour in range(24)]
        self._share = np.bincount(hours, minlength=24) / max(len(hours), 1) * 24.0
        self._reports = np.random.default_rng([seed, 1])
        self._incidents = np.random.default_rng([seed, 2])
        self._start = start
        self._busy: dict[int, float] = {}

    def __iter__(self) -> Iterator[Report | Incident]:
        return heapq.merge(self._draw_reports(), self._draw_incidents(), key=lambda act: act.at)

    def _draw_reports(self) -> Iterator[Report]:
        """Reports by the rhythm of the past, hour by hour."""
        rng, moment = self._reports, self._start
        most = max(float(self._share.max()), 0.1) * REPORTS_A_DAY / DAY
        while True:
            moment += float(rng.exponential(1.0 / most))
            hour = int((moment + CHINA) % DAY // 3_600.0)
            kept = rng.random() < self._share[hour] * REPORTS_A_DAY / DAY / most
            past = self._past[hour]
            if kept and len(past):
                yield Report(round(moment, 3), int(past[int(rng.random() * len(past))]))

    def _draw_incidents(self) -> Iterator[Incident]:
        """Incidents on free sensors; the first comes within minutes, so that a new room does not look dead."""
        rng, moment = self._incidents, self._start + 20.0
        weights = np.array([trouble.weight for trouble in TROUBLES])
        places = {
            trouble.kind: [k for k, kind in enumerate(self._kinds) if kind == trouble.kind] for trouble in TROUBLES
        }
        while True:
            trouble = TROUBLES[int(rng.choice(len(TROUBLES), p=weights / weights.sum()))]
            hour = (moment + CHINA) % DAY / 3_600.0
            sensors = places[trouble.kind]
            if sensors and trouble.hours[0] <= hour < trouble.hours[1]:
                sensor = sensors[int(rng.random() * len(sensors))]
                until = moment + 60.0 * float(rng.uniform(*trouble.minutes))
                if self._busy.get(sensor, 0.0) < moment:
                    self._busy[sensor] = until + 600.0
                    yield Incident(round(moment, 3), sensor, until, round(float(rng.uniform(*trouble.values)), 2))
            moment += float(rng.exponential(3_600.0 / ALARMS_AN_HOUR))


class Readings:
    """The readings that fall due as time goes on: slow while all is well, every half minute in an incident."""

    def __init__(self, seed: int, start: float, kinds: Sequence[str]) -> None:
        self._seed, self._kinds = seed, kinds
        self._queue = [(start + (number * 37) % curves.period(kind), number) for number, kind in enumerate(kinds)]
        heapq.heapify(self._queue)
        self._next = {number: moment for moment, number in self._queue}
        self._wrong: dict[int, Incident] = {}

    def begin(self, incident: Incident) -> None:
        """From now on this sensor says that something is wrong, and says it at once."""
        self._wrong[incident.sensor] = incident
        self._plan(incident.sensor, incident.at)

    def due(self, now: float) -> list[tuple[int, float, float]]:
        """Sensor position, moment and value of every reading up to now."""
        out = []
        while self._queue and self._queue[0][0] <= now:
            moment, number = heapq.heappop(self._queue)
            if self._next[number] != moment:
                continue
            kind, incident = self._kinds[number], self._wrong.get(number)
            if incident is not None and incident.at <= moment < incident.until:
                value, pause = incident.value, curves.URGENT_PERIOD
            elif incident is not None and moment < incident.until + CALMING:
                value, pause = self._usual(kind, moment, number), 2.0 * curves.URGENT_PERIOD
            else:
                self._wrong.pop(number, None)
                value, pause = self._usual(kind, moment, number), curves.period(kind)
            out.append((number, moment, value))
            self._plan(number, moment + pause)
        return out

    def _plan(self, number: int, moment: float) -> None:
        """The next reading of a sensor; one planned before is dropped when its turn comes."""
        self._next[number] = moment
        heapq.heappush(self._queue, (moment, number))

    def _usual(self, kind: str, moment: float, number: int) -> float:
        return float(curves.usual(kind, np.array([moment]), number, self._seed)[0])
