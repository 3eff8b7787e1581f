"""Points of tracks, from a layer of points or lines, GPX or CSV: where, when and whose, in one order.

Coordinates of files are degrees; what is GCJ-02 or BD-09 is shifted back to WGS84 first, never guessed.
"""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import ogr
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessing, QgsProcessingException, QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis.rhythm import in_zone
from ..analysis.watch import Watch
from ..database.importing.china_offsets import bd09_to_wgs84, gcj02_to_wgs84
from ..indicators.periods import ZONE
from ..patrols.tracks import Track
from .events import Events, read, times
from .working_crs import WorkingCrs, checked, refuse_unplaced

translate = QCoreApplication.translate

#: Headings and fields by which a column is found, in small letters.
TIMES = ("time", "at", "gps_time", "timestamp", "datetime", "observed_at", "时间", "定位时间")
OFFICERS = ("officer", "staff", "staff_number", "name", "person", "device", "巡查员", "人员", "姓名", "工号", "设备")
_LONGITUDES = ("lon", "lng", "long", "longitude", "x", "经度")
_LATITUDES = ("lat", "latitude", "y", "纬度")
_DEGREES = "EPSG:4326"
#: What gives true degrees for degrees as they came.
Shift = Callable[[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]
#: By the choice of how positions are meant: as they are, GCJ-02, BD-09.
SHIFTS: tuple[Shift | None, ...] = (None, gcj02_to_wgs84, bd09_to_wgs84)
_STEP = 5_000
#: M of a line is its time where it lies in our days, seconds since 1970; metres along the line never come so far.
_EARLIEST = 3.0e8
#: Who was silent for so many seconds is on another walk.
_SILENT = 3600.0


@dataclass(frozen=True)
class Points:
    """Points of all tracks, those of one officer together, in the order of their times; n in all.

    x, y: metres of the working system; time: seconds of the room's clock since 1970, NaN where unknown; officer: number
    of the name in `names`; begins: where an officer's points, or a new part of a file, begin.
    """

    x: np.ndarray
    y: np.ndarray
    time: np.ndarray
    officer: np.ndarray
    begins: np.ndarray
    names: list[str]

    def __len__(self) -> int:
        return len(self.x)

    @property
    def timed(self) -> bool:
        """Whether every point has a time."""
        return bool(len(self)) and not np.isnan(self.time).any()


@dataclass
class _Raw:
    """Points as they were read: places (n, 2) in a system, seconds, names, and the parts they come from."""

    places: np.ndarray
    time: np.ndarray
    officer: list[str]
    part: np.ndarray


def of_source(
    algorithm, parameters, name: str, context, columns: tuple[str, str], crs, truly: Shift | None, watch
) -> Points:
    """Return the points of a layer; columns: fields of time and officer, "" where there is none."""
    source = algorithm.parameterAsSource(parameters, name, context)
    degrees = WorkingCrs.same_as(QgsCoordinateReferenceSystem(_DEGREES))
    if QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.LineGeometry:
        raw = _lines(source, columns[1], degrees, watch)
    else:
        events, _ = read(algorithm, parameters, name, context, columns, degrees, watch)
        time = _seconds(times(events, columns[0])) if columns[0] else np.full(len(events), np.nan)
        raw = _Raw(np.column_stack([events.x, events.y]), time, _names(events, columns[1]), np.zeros(len(events)))
    return _points(raw, crs, truly)


def of_files(paths: list[str], crs: WorkingCrs, truly: Shift | None, watch: Watch) -> Points:
    """Return the points of GPX and CSV files; a file that is neither, or has no points, is refused by its name."""
    parts = []
    for number, path in enumerate(paths):
        reader = _csv if Path(path).suffix.lower() in (".csv", ".txt") else _gpx
        raw = reader(Path(path), watch.part(number / len(paths), (number + 1) / len(paths)))
        if not len(raw.places):
            raise QgsProcessingException(translate("Processing", "{file} holds no track points.").format(file=path))
        raw.part = raw.part + (parts[-1].part.max() + 1.0 if parts else 0.0)
        parts.append(raw)
    whole = _Raw(
        np.concatenate([raw.places for raw in parts]), np.concatenate([raw.time for raw in parts]),
        [word for raw in parts for word in raw.officer], np.concatenate([raw.part for raw in parts]),
    )  # fmt: skip
    return _points(whole, crs, truly)


def of_room(tracks: list[Track], crs: WorkingCrs) -> Points:
    """Return the points of tracks kept in the room."""
    counts = [len(track.time) for track in tracks]
    places = [np.column_stack([track.longitude, track.latitude]) for track in tracks]
    raw = _Raw(
        np.concatenate([np.zeros((0, 2)), *places]),
        _of_clock(np.concatenate([np.zeros(0), *(track.time for track in tracks)])),
        [track.officer for track in tracks for _ in track.time],
        np.repeat(np.arange(len(tracks), dtype=np.float64), counts),
    )
    return _points(raw, crs, None)


def walks(points: Points) -> tuple[list[Track], int]:
    """Return tracks to be kept, of points in degrees that all have a time, and how many points are in none.

    A walk ends with its part of the file, or where no point came for an hour. Of points of one moment the first counts.
    """
    time = points.time - (_of_clock(points.time) - points.time)
    starts = points.begins.copy()
    starts[1:] |= np.diff(time) > _SILENT
    found, used = [], 0
    for own in np.split(np.arange(len(time)), np.flatnonzero(starts)):
        rising = own[np.diff(np.maximum.accumulate(time[own]), prepend=-np.inf) > 0.0] if len(own) else own
        if len(rising) > 1:
            name = points.names[points.officer[rising[0]]]
            found.append(Track(name, points.x[rising], points.y[rising], time[rising]))
            used += len(rising)
    return found, len(time) - used


def _points(raw: _Raw, crs: WorkingCrs, truly: Shift | None) -> Points:
    """Return the points in the working system and in order: by officer, then by time, or as they were read."""
    places = raw.places if truly is None else np.column_stack(truly(*raw.places.T))
    x, y = crs.project(QgsCoordinateReferenceSystem(_DEGREES), places)
    names = sorted(set(raw.officer), key=_natural)
    place = {name: number for number, name in enumerate(names)}
    officer = np.array([place[name] for name in raw.officer], np.intp)
    timed = not np.isnan(raw.time).any()
    order = np.lexsort((raw.time, officer)) if timed else np.argsort(officer, kind="stable")
    officer, part = officer[order], raw.part[order]
    begins = np.ones(len(order), bool)
    begins[1:] = (np.diff(officer) != 0) | (np.diff(part) != 0)
    return Points(x[order], y[order], raw.time[order], officer, begins, names)


def _natural(name: str) -> tuple[int, str]:
    """Return what names are sorted by: numbers by their size, before words."""
    return (int(name), "") if name.isdecimal() else (1 << 62, name)


def _names(events: Events, field: str) -> list[str]:
    if not field:
        return ["1"] * len(events)
    values = events.columns[field]
    if values.dtype == object:
        return [str(value or "").strip() for value in values]
    return ["" if np.isnan(value) else f"{value:g}" for value in values.astype(np.float64)]


def _seconds(moments: np.ndarray) -> np.ndarray:
    return moments.astype("datetime64[ms]").astype(np.int64) / 1000.0


def _of_clock(seconds: np.ndarray) -> np.ndarray:
    """Return seconds of the room's clock for seconds since 1970, UTC; NaN stays."""
    found = np.full(len(seconds), np.nan)
    known = np.isfinite(seconds)
    utc = np.round(1000.0 * seconds[known]).astype(np.int64).astype("datetime64[ms]")
    found[known] = _seconds(in_zone(utc, ZONE))
    return found


def _lines(source, officer: str, degrees: WorkingCrs, watch: Watch) -> _Raw:
    """Return the corners of lines, each line a part; without a field, each feature is an officer. M may be the time."""
    own = checked(source)
    index = source.fields().lookupField(officer) if officer else -1
    places, whose, part, measures = [], [], [], []
    features = []
    for number, feature in enumerate(source.getFeatures()):
        if number % 100 == 0:
            watch.at(number / max(source.featureCount(), 1))
        geometry = feature.geometry()
        if geometry.isNull():
            continue
        geometry.convertToMultiType()
        name = str(feature.attribute(index) or "") if index >= 0 else str(feature.id())
        for line in geometry.constParts():
            part += [len(part) and part[-1] + 1] * len(line)
            places += [(point.x(), point.y()) for point in line]
            measures += [point.m() for point in line]
            whose += [name] * len(line)
            features += [feature.id()] * len(line)
    corners = np.array(places, np.float64).reshape(-1, 2)
    refuse_unplaced(own, corners, np.array(features))
    x, y = degrees.project(own, corners)
    refuse_unplaced(degrees.qgis, np.column_stack([x, y]), np.array(features))
    time, parts = np.array(measures, np.float64), np.array(part, np.float64)
    rises = (np.diff(time) >= 0.0) | (np.diff(parts) != 0.0)
    is_time = len(time) > 0 and bool(time.min() >= _EARLIEST) and bool(rises.all())
    return _Raw(np.column_stack([x, y]), _of_clock(time) if is_time else np.full(len(x), np.nan), whose, parts)


def _gpx(path: Path, watch: Watch) -> _Raw:
    """Return the track points of a GPX file; officers are the names of its tracks, or the file's."""
    try:
        file = ogr.GetDriverByName("GPX").Open(str(path))
    except RuntimeError:
        file = None
    if file is None:
        raise QgsProcessingException(translate("Processing", "{file} is no GPX file.").format(file=path))
    named = {track.GetFID(): track.GetField("name") for track in file.GetLayerByName("tracks")}
    places, time, whose, part = [], [], [], []
    for number, point in enumerate(file.GetLayerByName("track_points")):
        if number % _STEP == 0:
            watch.at(0.0)
        shape = point.GetGeometryRef()
        places.append((shape.GetX(), shape.GetY()))
        track, segment = point.GetField("track_fid"), point.GetField("track_seg_id")
        part.append(track * 1000.0 + segment)
        whose.append(named.get(track) or path.stem)
        time.append(_gpx_time(point))
    utc = np.array(time, "datetime64[ms]")
    seconds = _of_clock(np.where(np.isnat(utc), np.nan, utc.astype(np.int64) / 1000.0))
    return _Raw(np.array(places, np.float64).reshape(-1, 2), seconds, whose, np.array(part, np.float64))


def _gpx_time(point: ogr.Feature) -> np.datetime64:
    """Return the time of a point, which GPX has in UTC; NaT where there is none."""
    index = point.GetFieldIndex("time")
    if index < 0 or not point.IsFieldSetAndNotNull(index):
        return np.datetime64("NaT", "ms")
    year, month, day, hour, minute, second, _ = point.GetFieldAsDateTime(index)
    day_at = np.datetime64(f"{year:04d}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}", "ms")
    return day_at + np.timedelta64(round(1000.0 * second), "ms")


def _csv(path: Path, watch: Watch) -> _Raw:
    """Return the points of a CSV file with columns of longitude, latitude, time and officer, the last two if any."""
    rows = _rows(path)
    headings = [word.strip().lower() for word in next(rows, [])]
    east, north, when, who = (_column(headings, known) for known in (_LONGITUDES, _LATITUDES, TIMES, OFFICERS))
    if east < 0 or north < 0:
        told = translate("Processing", "{file} has no columns of longitude and latitude, such as lon and lat.")
        raise QgsProcessingException(told.format(file=path))
    places, moments, whose, lines = [], [], [], []
    for number, row in enumerate(rows, start=2):
        if number % _STEP == 0:
            watch.at(0.0)
        if not any(row):
            continue
        places.append((_degrees(path, row, east, number), _degrees(path, row, north, number)))
        moments.append(row[when].strip() if 0 <= when < len(row) else None)
        whose.append(row[who].strip() if 0 <= who < len(row) else path.stem)
        lines.append(number)
    nowhere = np.zeros(len(lines))
    told = Events(nowhere, nowhere, np.array(lines), {"time": np.array(moments, dtype=object)}, np.zeros(0, np.int64))
    seconds = _seconds(times(told, "time")) if when >= 0 else np.full(len(lines), np.nan)
    return _Raw(np.array(places, np.float64).reshape(-1, 2), seconds, whose, np.zeros(len(lines)))


def _rows(path: Path) -> Iterator[list[str]]:
    """Return the rows of a file in UTF-8, or as older Chinese programs write it."""
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("gb18030", "replace")
    return csv.reader(text.splitlines())


def _column(headings: list[str], known: tuple[str, ...]) -> int:
    return next((headings.index(word) for word in known if word in headings), -1)


def _degrees(path: Path, row: list[str], column: int, line: int) -> float:
    try:
        found = float(row[column])
    except (ValueError, IndexError):
        found = np.nan
    if not -180.0 <= found <= 180.0:
        word = row[column] if column < len(row) else ""
        told = translate("Processing", "{file}, line {line}: {word} is no number of degrees.")
        raise QgsProcessingException(told.format(file=path, line=line, word=word or "–"))
    return found


#: What a layer of tracks may be.
KINDS = [QgsProcessing.TypeVectorPoint, QgsProcessing.TypeVectorLine]
