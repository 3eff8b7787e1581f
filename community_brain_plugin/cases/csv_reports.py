"""Reports from a CSV file: read, checked row by row, sent all or none; sending the same file again changes nothing."""

import codecs
import csv
import hashlib
import io
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import psycopg2
import psycopg2.extensions

from ..analysis.watch import UNWATCHED, Watch
from ..errors import REFUSED, RoomError, from_database
from ..indicators.periods import ZONE
from ..wording import say
from . import coordinates, lookup, steps

#: A file with more rows is turned away: reports of a survey, not an import of years.
MOST_ROWS = 10_000
_LARGEST_BYTES = 20 * 1024 * 1024
# So often it is told how far a file is, and heard whether to stop.
_PART = 50
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


_R = TypeVar("_R")
_Classes = dict[str, list[Mapping[str, Any]]]
_Places = dict[str, list[tuple[float, float]]]


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

    @property
    def unknown(self) -> list[str]:
        """Headings that mean nothing here: what stands below them is not reported."""
        return [head for head, name in zip(self.headings, self.columns, strict=True) if name is None and head]

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
    """Read a file in UTF-8, GB 18030 or Excel's UTF-16, separated by comma, semicolon or tab.

    Raises RoomError: `csv.unreadable`, `csv.not_text`, `csv.quotes`, `csv.empty`, `csv.no_class`, `csv.column_twice`,
    `csv.too_long`.
    """
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise RoomError("csv.too_long", rows=MOST_ROWS)
        text = _decoded(path.read_bytes())
    except OSError as error:
        raise RoomError("csv.unreadable", file_name=path.name, reason=error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise RoomError("csv.not_text", file_name=path.name) from error
    lines = [(number, cells) for number, cells in enumerate(_cells(text), 1) if any(cell.strip() for cell in cells)]
    if not lines:
        raise RoomError("csv.empty", file_name=path.name)
    headings = [cell.strip() for cell in lines[0][1]]
    columns = _columns(headings)
    if len(lines) == 1:
        raise RoomError("csv.empty", file_name=path.name)
    if len(lines) - 1 > MOST_ROWS:
        raise RoomError("csv.too_long", rows=MOST_ROWS)
    return Table(headings, columns, lines[1:])


def check(table: Table, context: Context, watch: Watch = UNWATCHED) -> Checked:
    """Return the reports of a table and what is wrong. Addresses that stand for a place are looked up by `send`."""
    found = Checked()
    seen: dict[str, int] = {}
    classes = _by_name(context.classes)
    for number, cells in _watched(table.rows, watch):
        row = _Row(number, cells, table, context, classes)
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
    connection: psycopg2.extensions.connection,
    table: Table,
    reports: Sequence[tuple[int, steps.Report]],
    watch: Watch = UNWATCHED,
) -> tuple[list[steps.Answer], list[Fault]]:
    """Report every row, in the caller's transaction; with a fault the caller must take all of it back.

    Returns the answers, and what the room had against rows, all of them and not the first alone. Raises Cancelled.
    """
    answers: list[steps.Answer] = []
    faults: list[Fault] = []
    places: _Places = {}
    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT row_of_file")
        for number, report in _watched(reports, watch):
            cursor.execute("RELEASE SAVEPOINT row_of_file; SAVEPOINT row_of_file")
            try:
                answers.append(steps.report_among_others(connection, _placed(connection, report, places)))
            except psycopg2.Error as error:
                if error.pgcode != REFUSED:
                    raise
                cursor.execute("ROLLBACK TO SAVEPOINT row_of_file")
                faults.append(_refused(number, error, table))
            except RoomError as error:
                faults.append(Fault(number, table.heading("address"), str(error)))
    return answers, faults


def _watched(rows: Sequence[_R], watch: Watch) -> Iterator[_R]:
    """Yield rows, and tell in between how far they are."""
    for done, row in enumerate(rows):
        if done % _PART == 0:
            watch.at(done / len(rows))
        yield row
    watch.at(1.0)


class _Row:
    """One row on its way to a payload, and what is wrong with it."""

    def __init__(self, number: int, cells: Sequence[str], table: Table, context: Context, classes: _Classes) -> None:
        self.number, self.table, self.context, self.classes = number, table, context, classes
        self.cells = dict(zip(table.columns, (cell.strip() for cell in cells), strict=False))
        self.faults: list[Fault] = []
        if any(cell.strip() for cell in cells[len(table.columns) :]):
            # An address with a comma would put all that follows it into the wrong columns.
            self.faults.append(Fault(number, "", say("csv.more_cells", cells=len(cells), columns=len(table.columns))))

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
        fitting = self.classes.get(typed.strip().casefold(), [])
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
        context = self.context
        reading = coordinates.read_as(typed, context.srid, context.system) if typed is not None else None
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
            return "hotline" if self.cells.get("name") or self.cells.get("phone") else "desk"
        plain = _plain(text)
        found = next((source for source, names in _SOURCES.items() if plain in names), None)
        if found is None:
            self._fault("source", "csv.unknown_source", value=text[:40])
        return found


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):  # what Excel calls Unicode text
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def _cells(text: str) -> list[list[str]]:
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    lines: list[list[str]] = []
    try:
        # A quote that is never closed would swallow all the rows below it.
        lines.extend(csv.reader(io.StringIO(text), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise RoomError("csv.quotes", row=len(lines) + 1) from error
    return lines


def _plain(text: str) -> str:
    return text.strip().casefold().replace(" ", "")


def _meaning(heading: str) -> str | None:
    plain = _plain(heading)
    return next((name for name, words in HEADINGS.items() if plain in words), None)


def _columns(headings: Sequence[str]) -> list[str | None]:
    """Return what the headings mean. RoomError where none names the class, or two mean the same."""
    columns = [_meaning(heading) for heading in headings]
    if not {"class", "component"} & set(columns):
        raise RoomError("csv.no_class")
    for name in set(columns) - {None}:
        same = [head for head, meaning in zip(headings, columns, strict=True) if meaning == name]
        if len(same) > 1:
            raise RoomError("csv.column_twice", one=same[0], other=same[1])
    return columns


def _by_name(classes: Sequence[Mapping[str, Any]]) -> _Classes:
    """Return the classes by all they are called: code, label, and name in either language."""
    found: _Classes = {}
    for row in classes:
        for name in {str(row[name]).casefold() for name in ("code", "label", "name_zh", "name_en")}:
            found.setdefault(name, []).append(row)
    return found


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


def _placed(connection: psycopg2.extensions.connection, report: steps.Report, known: _Places) -> steps.Report:
    """Return a report with its place: a report that has an address alone gets the place of the one building there.

    `known` are the places of the addresses before it.
    """
    payload = report.payload
    if "x" in payload or "component_identity" in payload:
        return report
    address = payload["address"]
    if address not in known:
        known[address] = lookup.address(connection, address)
    places = known[address]
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
