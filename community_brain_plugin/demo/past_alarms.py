"""Alarms of the last weeks that are over: what a room learns from how long such alarms stand."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .curves import DAY, TROUBLES
from .tables import District, room_time, timestamps

DAYS, OF_EACH_KIND = 30, 40
"""So many alarms of each kind in so many days. Few beside the real rate: it is the length that is learned."""
SEEN_WITHIN = 240.0
"""Somebody acknowledged each within so many seconds."""


def add_past_alarms(district: District, rng: np.random.Generator) -> None:
    """Alarms that were raised, seen, and cleared before the room opens; none had a case file."""
    sensors, rules = district["sensor"], district["alarm_rule"].set_index("sensor_kind")
    dispatchers = district["staff_role"].query("role == 'dispatcher'")["staff_number"].to_numpy()
    opens = room_time(district.anchor).timestamp()
    parts = []
    for trouble in TROUBLES:
        rule, mine = rules.loc[trouble.kind], sensors.loc[sensors["kind"] == trouble.kind, "sensor_code"].to_numpy()
        since = opens - DAY * rng.uniform(1.0, DAYS, OF_EACH_KIND)
        delay, calm = (float(str(rule[name]).split()[0]) for name in ("on_delay", "off_delay"))
        shortest, longest = (60.0 * minutes for minutes in trouble.minutes)
        stood = rng.uniform(max(shortest, delay), longest, OF_EACH_KIND) + calm
        parts.append(
            pd.DataFrame(
                {
                    "sensor_code": mine[rng.integers(len(mine), size=OF_EACH_KIND)],
                    "rule_code": rule["rule_code"],
                    "rule_version": 1,
                    "priority": int(rule["priority"]),
                    "condition_since": since,
                    "raised_at": since + delay,
                    "raised_value": rng.uniform(*trouble.values, OF_EACH_KIND).round(2),
                    "cleared_at": since + stood,
                    "acknowledged_at": since + delay + rng.uniform(20.0, SEEN_WITHIN, OF_EACH_KIND),
                    "acknowledged_by": dispatchers[rng.integers(len(dispatchers), size=OF_EACH_KIND)],
                }
            )
        )
    frame = pd.concat(parts).sort_values("condition_since", ignore_index=True)
    for column in ("condition_since", "raised_at", "cleared_at", "acknowledged_at"):
        frame[column] = timestamps(frame[column])
    frame.insert(0, "alarm_id", np.arange(1, len(frame) + 1))
    frame["version"] = 3
    district.add("alarm", frame)
