"""Reports from a CSV file: read, checked row by row, sent all or none; sending the same file again changes nothing."""

import csv
import hashlib
import io
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg2
import psycopg2.extensions

from ..errors import REFUSED, RoomError, from_database
from ..indicators.periods import ZONE
from ..wording import say
from . import coordinates, lookup, steps

#: A file with more rows is turned away: reports of one day, not an import of years.
MOST_ROWS = 1000
_LARGEST_BYTES = 5 * 1024 * 1024
#: Columns, by the headings people write, in small letters without spaces.
HEADINGS = {
    "class": ("class", "类别", "类型", "案件类别", "class_code", "类别编码", "小类"),
    "description": ("description", "描述", "问题描述", "案件描述", "情况", "内容"),
    "address": ("address", "地址", "位置", "地点", "案发地址"),
    "longitude": ("longitude", "lon", "lng", "经度"),
    "latitude": ("latitude", "lat", "纬度"),
    "coordinates": ("coordinates", "坐标", "经纬度"),
    "component": ("component", "标识码", "部件标识码", "component_identity", "identity_code"),
    "found": ("found", "发现时间", "上报时间", "found_at", "time", "时间"),
    "source": ("source", "来源", "问题来源"),
    "name": ("name", "姓名", "联系人", "反映人"),
    "phone": ("phone", "电话", "联系电话", "手机"),
}
_SOURCES = {
    "collector": ("collector", "采集员", "采集员上报", "监督员"),
    "hotline": ("hotline", "热线", "12345", "市民热线"),
    "desk": ("desk", "commandroom", "指挥室", "巡屏"),
    "higher_level": ("higher_level", "higherlevel", "上级", "上级派单"),
    "sensor": ("sensor", "传感器", "报警"),
}
_TIMES = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M", "%Y年%m月%d日 %H:%M")
# Request ids are made from this and a row's content, so that a row has the same one whenever it is sent.
_NAMESPACE = uuid.UUID("6f1f7a0e-5d0b-5e43-9a1b-0c7c2f1d9a55")


@dataclass(frozen=True)
class Fault:
    """What is wrong: the row of the file (1 is the headings), the heading of the column, and why, in words."""

    row: int
    column: str
    text: str


@dataclass(frozen=True)
class Table:
    """A file as it was read: its headings, the meaning of each (None for others), and the rows with their numbers."""

    headings: list[str]
    columns: list[str | None]
    rows: list[tuple[int, list[str]]]

    def heading(self, column: str) -> str:
        """Return the heading of a column, its own name where it has none."""
        return next((head for head, name in zip(self.headings, self.columns, strict=True) if name == column), column)

    def has(self, *names: str) -> bool:
        """Return whether one of these columns is there."""
        return any(name in self.columns for name in names)


@dataclass
class Checked:
    """The reports of a file, each with its row, and what is wrong with the others."""

    reports: list[tuple[int, steps.Report]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


@dataclass(frozen=True)
class Context:
    """What rows are checked against: the classes, the room's SRID, the system of degrees, the room's time."""

    classes: Sequence[Mapping[str, Any]]
    srid: int
    system: str
    now: datetime


def read(path: Path) -> Table:
    """Read a file in UTF-8 or GB 18030, separated by comma, semicolon or tab.

    Raises RoomError: `csv.unreadable`, `csv.too_long`, `csv.no_class`.
    """
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise RoomError("csv.too_long", rows=MOST_ROWS)
        text = _decoded(path.read_bytes())
    except OSError as error:
        raise RoomError("csv.unreadable", file_name=path.name, reason=error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise RoomError("csv.unreadable", file_name=path.name, reason="UTF-8, GB 18030") from error
    lines = [(number, cells) for number, cells in enumerate(_cells(text), 1) if any(cell.strip() for cell in cells)]
    if not lines:
        raise RoomError("csv.unreadable", file_name=path.name, reason="0")
    headings = [cell.strip() for cell in lines[0][1]]
    columns = [_meaning(heading) for heading in headings]
    if not {"class", "component"} & set(columns):
        raise RoomError("csv.no_class")
    if len(lines) - 1 > MOST_ROWS:
        raise RoomError("csv.too_long", rows=MOST_ROWS)
    return Table(headings, columns, lines[1:])


def check(table: Table, context: Context) -> Checked:
    """Return the reports of a table and what is wrong. Addresses that stand for a place are looked up by `send`."""
    found = Checked()
    seen: dict[str, int] = {}
    for number, cells in table.rows:
        named = dict(zip(table.columns, (cell.strip() for cell in cells), strict=False))
        row = _Row(number, named, table, context)
        payload = row.payload()
        found.faults += row.faults
        if not row.faults:
            key = _content(payload)
            seen[key] = seen.get(key, 0) + 1
            # The same line twice in a file is two reports; the same file twice is the same ones.
            request = uuid.uuid5(_NAMESPACE, f"{key} {seen[key]}")
            found.reports.append((number, steps.Report(payload, str(request))))
    return found


def send(
    connection: psycopg2.extensions.connection, table: Table, reports: Iterable[tuple[int, steps.Report]]
) -> tuple[list[steps.Answer], list[Fault]]:
    """Report every row, in the caller's transaction; with a fault the caller must take all of it back.

    Returns the answers, and what the room had against rows, all of them and not the first alone.
    """
    answers: list[steps.Answer] = []
    faults: list[Fault] = []
    for number, report in reports:
        with connection.cursor() as cursor:
            cursor.execute("SAVEPOINT row_of_file")
            try:
                answers.append(steps.report(connection, _placed(connection, report)))
            except psycopg2.Error as error:
                if error.pgcode != REFUSED:
                    raise
                cursor.execute("ROLLBACK TO SAVEPOINT row_of_file")
                faults.append(_refused(number, error, table))
            except RoomError as error:
                faults.append(Fault(number, table.heading("address"), str(error)))
            cursor.execute("RELEASE SAVEPOINT row_of_file")
    return answers, faults


class _Row:
    """One row on its way to a payload, and what is wrong with it."""

    def __init__(self, number: int, cells: Mapping[str | None, str], table: Table, context: Context) -> None:
        self.number, self.cells, self.table, self.context = number, cells, table, context
        self.faults: list[Fault] = []

    def payload(self) -> dict[str, Any]:
        """Return the report as the room takes it; `faults` says what is missing or wrong."""
        cells = self.cells
        found: dict[str, Any] = {"source": self._source(), "address": cells.get("address", "")}
        found |= self._subject() | {"description": cells.get("description", "")}
        if "component_identity" not in found:
            found |= self._place()
        if cells.get("found"):
            found["claimed_found_at"] = self._time()
        if cells.get("name") or cells.get("phone"):
            found["contact"] = {"name": cells.get("name", ""), "phone": cells.get("phone", "")}
        return {name: value for name, value in found.items() if value not in (None, "")}

    def _fault(self, column: str, code: str, **values: object) -> None:
        self.faults.append(Fault(self.number, self.table.heading(column), say(code, **values)))

    def _subject(self) -> dict[str, Any]:
        if self.cells.get("component"):
            return {"component_identity": self.cells["component"].replace(" ", "")}
        typed = self.cells.get("class", "")
        fitting = _classes_of(typed, self.context.classes)
        if len(fitting) != 1:
            self._fault("class", "csv.which_class" if fitting else "csv.unknown_class", value=typed[:40])
            return {}
        return {"kind": fitting[0]["kind"], "class_code": fitting[0]["code"]}

    def _place(self) -> dict[str, Any]:
        cells = self.cells
        text = cells.get("coordinates", "")
        column = "coordinates"
        if cells.get("longitude") or cells.get("latitude"):
            text, column = f"{cells.get('longitude', '')} {cells.get('latitude', '')}", "longitude"
        if not text.strip():
            if not cells.get("address"):
                self._fault("address", "csv.no_place")
            return {}
        typed = coordinates.parse(text)
        found = coordinates.readings(typed, self.context.srid) if typed is not None else []
        wanted = (typed.named if typed is not None else None) or self.context.system
        reading = next((one for one in found if one.system == wanted), found[0] if found else None)
        if reading is None:
            self._fault(column, "csv.bad_coordinates", value=text[:60])
            return {}
        return {"x": round(reading.x, 3), "y": round(reading.y, 3)}

    def _time(self) -> str | None:
        text = self.cells["found"]
        moment = _moment(text)
        if moment is None:
            self._fault("found", "csv.bad_time", value=text[:40])
            return None
        if moment > self.context.now:
            self._fault("found", "csv.future", value=text[:40])
        return moment.isoformat()

    def _source(self) -> str | None:
        text = self.cells.get("source", "")
        if not text:
            return "desk"
        plain = _plain(text)
        found = next((source for source, names in _SOURCES.items() if plain in names), None)
        if found is None:
            self._fault("source", "csv.unknown_source", value=text[:40])
        return found


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def _cells(text: str) -> list[list[str]]:
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    return list(csv.reader(io.StringIO(text), delimiter=delimiter))


def _plain(text: str) -> str:
    return text.strip().casefold().replace(" ", "")


def _meaning(heading: str) -> str | None:
    plain = _plain(heading)
    return next((name for name, words in HEADINGS.items() if plain in words), None)


def _classes_of(typed: str, classes: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the classes that are called just so: by code, by label, or by name in either language."""
    wanted = typed.strip().casefold()
    if not wanted:
        return []
    names = ("code", "label", "name_zh", "name_en")
    return [row for row in classes if wanted in (str(row[name]).casefold() for name in names)]


def _moment(text: str) -> datetime | None:
    """Return a moment, in the room's zone where the text names none."""
    for pattern in _TIMES:
        try:
            return datetime.strptime(text.strip(), pattern).replace(tzinfo=ZONE)
        except ValueError:
            continue
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=ZONE)


def _content(payload: Mapping[str, Any]) -> str:
    """Return what a report says as one key."""
    return hashlib.sha256(repr(sorted((name, str(value)) for name, value in payload.items())).encode()).hexdigest()


def _placed(connection: psycopg2.extensions.connection, report: steps.Report) -> steps.Report:
    """Return a report with its place: a report that has an address alone gets the place of the one building there."""
    payload = report.payload
    if "x" in payload or "component_identity" in payload:
        return report
    places = lookup.address(connection, payload["address"])
    if len(places) != 1:
        code = "csv.unknown_address" if not places else "csv.which_address"
        raise RoomError(code, value=payload["address"][:60])
    return steps.Report({**payload, "x": places[0][0], "y": places[0][1]}, report.request_id)


# Where in a row the reason for a refusal stands.
_COLUMN_OF = {
    "room.outside_area": "coordinates", "room.unknown_class": "class", "room.unknown_component": "component",
}  # fmt: skip


def _refused(number: int, error: psycopg2.Error, table: Table) -> Fault:
    refusal = from_database(error)
    column = _COLUMN_OF.get(refusal.code, "")
    if column == "coordinates" and not table.has("coordinates"):
        column = "longitude" if table.has("longitude") else "address"
    return Fault(number, table.heading(column) if column else "", str(refusal))
