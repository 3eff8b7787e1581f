"""The year's case files and their logs: every file walked through its steps, and some standing in each open state."""

from __future__ import annotations

import uuid
from typing import Any

import numpy as np
import pandas as pd
import shapely

from .catalogue import conditions
from .crews import Crews
from .occurrences import draw_year
from .paths import OPEN_WAYS, Paths, Step, open_way
from .pictures import STAGE, file_name, picture
from .tables import PROFILE, District, community_code, room_time, timestamps
from .town import Town
from .walking import Walker, iso
from .workdays import WorkingTime

CASES = 15_900
DUPLICATES = 520
CONTACT_DAYS = 90
PICTURE_DAYS = 14
"""Pictures of the last weeks; older ones have gone to the archive."""
MOMENTS = (
    "found",
    "filed_at",
    "dispatched_at",
    "handled_at",
    "feedback_at",
    "checked_at",
    "closed_at",
    "clock_started_at",
    "yellow_at",
    "due_at",
    "deadline_at",
    "original_deadline_at",
    "pending_until",
    "suspended_until",
    "paused_due_at",
    "paused_yellow_at",
)
FIELDS = (
    "case_id",
    "case_number",
    "version",
    "state",
    "state_before",
    "profile",
    "kind",
    "class_code",
    "condition_no",
    "closing_condition_no",
    "component_identity",
    "priority",
    "source",
    "unit_grid_code",
    "community_code",
    "address",
    "description",
    "geom",
    "first_found_at",
    "reported_by",
    "filed_at",
    "filed_by",
    "dispatched_at",
    "dispatched_by",
    "department_code",
    "handler",
    "handled_at",
    "handled_by",
    "on_behalf",
    "feedback_at",
    "checked_at",
    "checked_by",
    "check_passed",
    "closed_at",
    "closed_by",
    "clock",
    "clock_started_at",
    "yellow_at",
    "due_at",
    "deadline_at",
    "original_deadline_at",
    "late",
    "pending",
    "pending_by",
    "pending_until",
    "suspended_until",
    "suspend_count",
    "paused_clock",
    "paused_due_at",
    "paused_yellow_at",
    "rework_count",
    "return_count",
    "urge_count",
    "duplicate_of",
)
LOG = (
    "case_id",
    "version",
    "at",
    "action",
    "from_state",
    "to_state",
    "login",
    "staff_number",
    "role",
    "axis",
    "reason",
    "payload",
)


def add_history(district: District, town: Town, rng: np.random.Generator) -> None:
    """Case files, their logs, and who called."""
    now = room_time(district.anchor).timestamp()
    year = draw_year(district, town, CASES, rng)
    year["community"] = year["unit_grid_code"].str[9:12].astype(int) - 1
    limits = {
        (row.kind, row.class_code, row.condition_no): (row.limit_seconds, row.working, row.priority)
        for row in conditions().itertuples()
    }
    walker = Walker(Crews(district, rng), WorkingTime(district.anchor), limits, now, rng)
    cases = _walk_year(year, walker, rng)
    cases += _stand_open(year, walker, now, len(cases), rng)
    cases += _duplicates(cases, walker, now, rng)
    _write(district, cases, walker.log, rng)
    _write_contacts(district, now, rng)
    _write_pictures(district, now)


def _walk_year(year: pd.DataFrame, walker: Walker, rng: np.random.Generator) -> list[dict[str, Any]]:
    paths = Paths(rng)
    rows: list[dict[str, Any]] = year.to_dict("records")
    return [walker.walk(row, paths.draw(row["source"]), number) for number, row in enumerate(rows)]


def _stand_open(
    year: pd.DataFrame, walker: Walker, now: float, first: int, rng: np.random.Generator
) -> list[dict[str, Any]]:
    """Fresh case files on every desk: like some of the year, found in the last hours."""
    wanted = [name for name, (_, _, count) in OPEN_WAYS.items() for _ in range(count)]
    like = year.iloc[rng.choice(len(year), len(wanted), replace=False)].to_dict("records")
    opened = []
    for number, (name, row) in enumerate(zip(wanted, like, strict=True)):
        steps, age = open_way(name, rng)
        row["found"] = round(now - age - sum(step.pause for step in steps), 3)
        opened.append(walker.walk(row, steps, first + number, is_fresh=True))
    return opened


def _duplicates(
    cases: list[dict[str, Any]], walker: Walker, now: float, rng: np.random.Generator
) -> list[dict[str, Any]]:
    """The same trouble reported again while its case file is open: linked, never merged."""
    ends = np.array([case.get("closed_at") or now for case in cases])
    starts = np.array([case["found"] for case in cases])
    filed = np.array([case.get("filed_at") is not None for case in cases])
    long_enough = np.flatnonzero((ends - starts > 3_600.0) & filed)
    linked: list[dict[str, Any]] = []
    for index in rng.choice(long_enough, DUPLICATES, replace=False):
        original = cases[index]
        latest = min(ends[index], starts[index] + 86_400.0) - 1_800.0
        twin = {
            key: original[key]
            for key in (
                "kind",
                "class_code",
                "condition_no",
                "component_identity",
                "owner",
                "x",
                "y",
                "unit_grid_code",
                "address",
                "description",
                "community",
            )
        }
        twin["found"] = round(float(rng.uniform(starts[index] + 600.0, latest)), 3)
        twin["source"] = "hotline" if rng.random() < 0.7 else "collector"
        twin["original"] = int(index)
        linked.append(
            walker.walk(twin, [Step("link_duplicate", float(rng.uniform(60.0, 600.0)))], len(cases) + len(linked))
        )
    return linked


def _write(district: District, cases: list[dict[str, Any]], log: list[tuple], rng: np.random.Generator) -> None:
    frame = pd.DataFrame(cases)
    order = np.argsort(frame["found"].to_numpy(), kind="stable")
    number = np.empty(len(frame), int)
    number[order] = np.arange(1, len(frame) + 1)
    frame["case_id"] = number
    day = pd.to_datetime(frame["found"], unit="s", utc=True).dt.tz_convert("Asia/Shanghai").dt.strftime("%Y%m%d")
    frame["case_number"] = day + "-" + frame["case_id"].astype(str).str.zfill(6)
    labels = frame["case_number"].to_numpy()
    frame["duplicate_of"] = [
        number[int(k)] if state == "void" and not np.isnan(k) else None
        for k, state in zip(frame["original"], frame["state"], strict=True)
    ]
    for column in MOMENTS:
        frame[column] = timestamps(frame[column])
    frame["first_found_at"], frame["profile"] = frame["found"], PROFILE
    unfiled = frame["filed_at"].isna()
    frame["condition_no"] = frame["condition_no"].where(~unfiled)
    frame["community_code"] = [community_code(k) for k in frame["community"]]
    frame["geom"] = shapely.points(frame[["x", "y"]].to_numpy())
    table = frame.reindex(columns=list(FIELDS)).sort_values("case_id", ignore_index=True)
    district.add("case_file", table)
    _write_log(district, log, number, labels, rng)


def _write_log(
    district: District, log: list[tuple], number: np.ndarray, labels: np.ndarray, rng: np.random.Generator
) -> None:
    rows = pd.DataFrame(log, columns=list(LOG))
    for payload in rows.loc[rows["action"] == "link_duplicate", "payload"]:
        payload["duplicate_of"] = labels[payload["duplicate_of"]]
    rows["case_id"] = number[rows["case_id"].to_numpy()]
    rows["at"] = timestamps(rows["at"])
    rows = rows.sort_values(["case_id", "version"], ignore_index=True)
    noise = rng.bytes(16 * len(rows))
    rows["request_id"] = [str(uuid.UUID(bytes=noise[16 * k : 16 * k + 16], version=4)) for k in range(len(rows))]
    district.add("case_log", rows)


def _write_contacts(district: District, now: float, rng: np.random.Generator) -> None:
    """Callers of the last weeks; older ones have been forgotten, as the rule wants."""
    cases = district["case_file"]
    recent = cases["first_found_at"] > pd.Timestamp(now - (CONTACT_DAYS - 1) * 86_400.0, unit="s", tz="UTC")
    called = cases[(cases["source"] == "hotline") & recent]
    surname = rng.choice(list("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"), len(called))
    title = rng.choice(["女士", "先生"], len(called))
    contact = pd.DataFrame(
        {
            "case_id": called["case_id"].to_numpy(),
            "name": np.char.add(surname.astype(str), title.astype(str)),
            "phone": [f"100{number:08d}" for number in rng.integers(0, 10**8, len(called))],
            # A call is owed to the morning's callers; of the older ones a few were never reached.
            "callback_owed": (called["first_found_at"] > room_time(district.anchor) - pd.Timedelta(hours=12)).to_numpy()
            | (rng.random(len(called)) < 0.004),
            "expires_at": [iso(at.timestamp() + CONTACT_DAYS * 86_400.0) for at in called["first_found_at"]],
        }
    )
    district.add("reporter_contact", contact)


def _write_pictures(district: District, now: float) -> None:
    """What collectors saw, what workers left behind and what the check showed, each taken just before its step."""
    log = district["case_log"]
    recent = log["at"] > pd.Timestamp(now - PICTURE_DAYS * 86_400.0, unit="s", tz="UTC")
    found = (log["action"] == "report") & (log["role"] == "collector")
    rows = log[recent & (found | log["action"].isin(list(STAGE)))]
    stages = rows["action"].map(STAGE).fillna("before")
    # A report's picture comes after it: before, there is no case file.
    taken = rows["at"] + pd.to_timedelta(np.where(stages == "before", 1.0, -1.0), unit="s")
    keys = rows["case_id"].astype(str) + "/" + rows["version"].astype(str)
    table = {
        "attachment_id": [str(uuid.uuid5(uuid.NAMESPACE_OID, key)) for key in keys],
        "case_id": rows["case_id"],
        "stage": stages,
        "file_name": stages.map(file_name),
        "media_type": "image/png",
        "content": [
            picture(case_id, at.timestamp(), stage)
            for case_id, at, stage in zip(rows["case_id"], taken, stages, strict=True)
        ],
        "added_at": taken,
        "added_by": rows["staff_number"],
    }
    district.add("case_attachment", pd.DataFrame(table).reset_index(drop=True))
