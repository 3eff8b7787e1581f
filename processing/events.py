"""Events of a point layer as arrays: places in a working system, and the fields an analysis asks for.

OGR's columns are read at once where the layer is a plain file (twenty times faster); else feature by feature.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import tzinfo

import numpy as np
from osgeo import gdal
from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import NULL, QCoreApplication, QDate, QDateTime, Qt

from ..analysis.rhythm import in_zone
from ..analysis.watch import UNWATCHED, Watch
from ..errors import RoomError
from ..indicators.periods import ZONE
from .working_crs import WorkingCrs, checked, refuse_unplaced

translate = QCoreApplication.translate
_NOWHERE = np.empty((0, 2))
#: Names by which the time of an event is found by itself: of case files, alarms, and common lists of cases.
TIME_NAMES = ("first_found_at", "raised_at", "reported_at", "opened_at", "opened", "observed_at", "created_at", "at")
# Of points in WKB, with two to four coordinates.
_POINT_SIZES = (21, 29, 37)
# What a text says after its time about its zone.
# Texts that are read between two questions whether to stop.
_TEXTS = 20_000
_OFFSET = re.compile(r"(?<=\d)\s?(Z|[+-]\d\d:?(\d\d)?)$")


@dataclass(frozen=True)
class Events:
    """One event for each point: a multipoint is several, each with the fields of its feature.

    x, y: float64, shape (n,), metres of the working system; feature: id of each event's feature. `columns` has one
    array of shape (n,) for each field: float64 with NaN for null, text as objects with None, times as datetime64[ms]
    with NaT. `without` are the ids of features that have no place.
    """

    x: np.ndarray
    y: np.ndarray
    feature: np.ndarray
    columns: dict[str, np.ndarray]
    without: np.ndarray

    def __len__(self) -> int:
        return len(self.x)

    def naming(self, error: RoomError) -> QgsProcessingException:
        """Return the error in words, with the feature where it names a row."""
        row = error.params.get("row")
        if not isinstance(row, int) or not 0 < row <= len(self):
            return QgsProcessingException(str(error))
        told = translate("Processing", "{reason} It is feature {feature} of the layer.")
        return QgsProcessingException(told.format(reason=error, feature=self.feature[row - 1]))

    def only(self, which: np.ndarray) -> "Events":
        """Return some of the events, by a mask of shape (n,)."""
        columns = {field: values[which] for field, values in self.columns.items()}
        return Events(self.x[which], self.y[which], self.feature[which], columns, self.without)

    def weights(self, field: str) -> np.ndarray:
        """Return a field as weights, shape (n,); ones without a field. A bad one is refused by its feature."""
        found = self.values(field)
        self._refuse("analysis.negative", found < 0.0, field)
        return found

    def values(self, field: str) -> np.ndarray:
        """Return a field as finite numbers, shape (n,); ones without a field. Another is refused by its feature."""
        if not field:
            return np.ones(len(self))
        found = self.numbers(field)
        self._refuse("analysis.not_finite", ~np.isfinite(found), field)
        return found

    def _refuse(self, code: str, bad: np.ndarray, field: str) -> None:
        rows = np.flatnonzero(bad)
        if rows.size:
            raise self.naming(RoomError(code, field=field, row=int(rows[0]) + 1, rows=len(rows)))

    def numbers(self, field: str) -> np.ndarray:
        """Return a field as numbers, shape (n,); text that is a number counts as one."""
        values = self.columns[field]
        if values.dtype != object:
            return values.astype(np.float64)
        return np.array([_number(value) for value in values], dtype=np.float64)


@dataclass(frozen=True)
class Raw:
    """Events as the layer has them: places of shape (n, 2), and one row number of the fields for each place."""

    places: np.ndarray
    row: np.ndarray
    ids: np.ndarray
    columns: dict[str, np.ndarray]


def read(algorithm, parameters, name: str, context, fields: Sequence[str], crs: WorkingCrs | None = None,
         watch: Watch = UNWATCHED) -> tuple[Events, WorkingCrs]:  # fmt: skip
    """Return the events of a source parameter, and the system they are in: `crs`, or one that suits them.

    Raises QgsProcessingException where the layer has no coordinate system or a place cannot be had in metres.
    """
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, name))
    own = checked(source)
    wanted = list(dict.fromkeys(field for field in fields if field))
    layer = _plain_layer(algorithm, parameters, name, context)
    raw = _read_columns(layer, wanted, watch) if layer is not None else None
    if raw is None:
        raw = _read_features(source, wanted, watch)
    without = np.setdiff1d(np.arange(len(raw.ids)), raw.row)
    refuse_unplaced(own, raw.places, raw.ids[raw.row])
    crs = crs or WorkingCrs.for_places(own, raw.places)
    x, y = crs.project(own, raw.places)
    refuse_unplaced(crs.qgis, np.column_stack([x, y]), raw.ids[raw.row])
    columns = {field: values[raw.row] for field, values in raw.columns.items()}
    return Events(x, y, raw.ids[raw.row], columns, raw.ids[without]), crs


def _plain_layer(algorithm, parameters, name: str, context) -> QgsVectorLayer | None:
    """Return the layer where OGR would read the same as QGIS: a file, nothing selected, joined, edited or computed."""
    value = parameters.get(name)
    if isinstance(value, QgsProcessingFeatureSourceDefinition) and (
        value.selectedFeaturesOnly or value.featureLimit != -1 or getattr(value, "filterExpression", "")
    ):
        return None
    layer = algorithm.parameterAsVectorLayer(parameters, name, context)
    if layer is None or layer.providerType() != "ogr" or layer.subsetString() or layer.isEditable():
        return None
    return layer if layer.fields().count() == layer.dataProvider().fields().count() else None


def _read_columns(layer: QgsVectorLayer, fields: list[str], watch: Watch) -> Raw | None:
    """Return a file's events by OGR's columns, or None where that is not to be had."""
    dataset, table = _opened(layer)
    if table is None or not hasattr(table, "GetArrowStreamAsNumPy"):
        return None
    definition = table.GetLayerDefn()
    names = [definition.GetFieldDefn(n).GetName() for n in range(definition.GetFieldCount())]
    if not set(fields) <= set(names):
        return None
    table.SetIgnoredFields([name for name in names if name not in fields])
    quiet = Watch(None, watch.cancelled)
    try:
        parts = []
        for batch in table.GetArrowStreamAsNumPy(["INCLUDE_FID=YES"]):
            quiet.at(0.0)
            parts.append(_batch(table, batch, fields))
    except (RuntimeError, TypeError):
        return None
    finally:
        del dataset
    whole = [part for part in parts if part is not None]
    return _joined(whole, fields) if len(whole) == len(parts) else None


def _opened(layer: QgsVectorLayer):
    """Return OGR's dataset and table of a layer; (None, None) where it cannot be opened."""
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    try:
        options = list(parts.get("openOptions") or [])
        dataset = gdal.OpenEx(parts.get("path", ""), gdal.OF_VECTOR, open_options=options)
    except RuntimeError:
        return None, None
    if dataset is None:
        return None, None
    named = parts.get("layerName")
    return dataset, dataset.GetLayerByName(named) if named else dataset.GetLayer(0)


def _batch(table, batch: dict[str, np.ndarray], fields: list[str]) -> Raw | None:
    identity, geometry = table.GetFIDColumn() or "OGC_FID", table.GetGeometryColumn() or "wkb_geometry"
    places = _places(batch[geometry]) if identity in batch and geometry in batch else None
    if places is None:
        return None
    ids = np.array(batch[identity], dtype=np.int64)
    return Raw(*places, ids, {field: _column(batch[field]) for field in fields})


def _joined(parts: list[Raw], fields: list[str]) -> Raw:
    if not parts:
        empty = np.empty(0, np.int64)
        return Raw(_NOWHERE, empty, empty, {field: np.empty(0) for field in fields})
    starts = np.cumsum([0, *(len(part.ids) for part in parts[:-1])])
    return Raw(
        np.concatenate([part.places for part in parts]),
        np.concatenate([part.row + start for part, start in zip(parts, starts, strict=True)]),
        np.concatenate([part.ids for part in parts]),
        {field: np.concatenate([part.columns[field] for part in parts]) for field in fields},
    )


def _places(shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray] | None:
    """Return the places (n, 2) and rows (n,) of plain points in WKB, or None where there are others."""
    if shapes.dtype.kind == "V":
        table, found = np.ascontiguousarray(shapes), np.arange(len(shapes))
        size = shapes.dtype.itemsize
    else:
        null = np.ma.getmaskarray(shapes)
        plain = np.ma.getdata(shapes)
        found = np.flatnonzero([not empty and shape is not None for empty, shape in zip(null, plain, strict=True)])
        sizes = {len(shape) for shape in plain[found]}
        if len(sizes) > 1:
            return None
        size = sizes.pop() if sizes else 21
        table = np.frombuffer(b"".join(plain[found]), np.uint8)
    if size not in _POINT_SIZES:
        return None
    table = table.view(np.uint8).reshape(len(found), size)
    kinds = np.ascontiguousarray(table[:, 1:5]).view("<u4").ravel()
    if not _all_points(table, kinds):
        return None
    places = np.ascontiguousarray(table[:, 5:21]).view("<f8")
    # An empty point is written as two NaN.
    there = ~np.isnan(places).all(axis=1)
    return places[there], found[there]


def _all_points(table: np.ndarray, kinds: np.ndarray) -> bool:
    """Whether all are points, with Z, M, both (ISO or old style) or neither, little-endian."""
    return bool((table[:, 0] == 1).all() and ((kinds & 0x0FFFFFFF) % 1000 == 1).all())


def _column(values: np.ndarray) -> np.ndarray:
    null = np.ma.getmaskarray(values)
    plain = np.ma.getdata(values)
    if plain.dtype.kind == "M":
        times = plain.astype("datetime64[ms]")
        times[null] = np.datetime64("NaT")
        return times
    if plain.dtype.kind in "SUO":
        texts = [None if empty else _text(value) for value, empty in zip(plain, null, strict=True)]
        return np.array(texts, dtype=object)
    numbers = plain.astype(np.float64)
    numbers[null] = np.nan
    return numbers


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def read_table(source, fields: Sequence[str], watch: Watch = UNWATCHED) -> Events:
    """Return the rows of any source as events without a place (x and y are NaN)."""
    wanted = list(dict.fromkeys(field for field in fields if field))
    indices = _indices(source, wanted)
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.NoGeometry).setSubsetOfAttributes(indices)
    ids: list[int] = []
    values: list[list[object]] = [[] for _ in wanted]
    count = max(source.featureCount(), 1)
    for row, feature in enumerate(source.getFeatures(request)):
        if row % 1000 == 0:
            watch.at(row / count)
        ids.append(feature.id())
        for kept, index in zip(values, indices, strict=True):
            kept.append(_as_written(feature.attribute(index)))
    columns = {field: _typed(kept) for field, kept in zip(wanted, values, strict=True)}
    nowhere = np.full(len(ids), np.nan)
    return Events(nowhere, nowhere, np.array(ids, np.int64), columns, np.empty(0, np.int64))


def _indices(source, fields: list[str]) -> list[int]:
    found = [source.fields().lookupField(field) for field in fields]
    if -1 in found:
        told = translate("Processing", "The layer has no field {name}.")
        raise QgsProcessingException(told.format(name=fields[found.index(-1)]))
    return found


def _read_features(source, fields: list[str], watch: Watch) -> Raw:
    """Return the events feature by feature; shapes other than points are refused."""
    indices = _indices(source, fields)
    request = QgsFeatureRequest().setSubsetOfAttributes(indices)
    places, rows, ids = [], [], []
    values: list[list[object]] = [[] for _ in fields]
    count = max(source.featureCount(), 1)
    for row, feature in enumerate(source.getFeatures(request)):
        if row % 1000 == 0:
            watch.at(row / count)
        ids.append(feature.id())
        for kept, index in zip(values, indices, strict=True):
            kept.append(_plain(feature.attribute(index)))
        geometry = feature.geometry()
        if not geometry.isNull() and not geometry.isEmpty():
            for vertex in geometry.vertices():
                places.append((vertex.x(), vertex.y()))
                rows.append(row)
    columns = {field: _typed(kept) for field, kept in zip(fields, values, strict=True)}
    return Raw(np.array(places).reshape(-1, 2), np.array(rows, np.int64), np.array(ids, np.int64), columns)


def _plain(value: object) -> object:
    """Return a value as Python has it; a moment that says its zone, as databases have them, by the room's clock."""
    if isinstance(value, QDateTime) and value.isValid() and value.timeSpec() != Qt.TimeSpec.LocalTime:
        return in_zone(np.array([_naive(value.toUTC())]), ZONE)[0]
    return _as_written(value)


def _as_written(value: object) -> object:
    """Return a value as Python has it; a moment that says its zone as text that says it, too."""
    if value is None or value == NULL:
        return None
    if isinstance(value, QDateTime) and value.isValid():
        return _naive(value) if value.timeSpec() == Qt.TimeSpec.LocalTime else f"{_naive(value.toUTC())}Z"
    if isinstance(value, QDate) and value.isValid():
        return np.datetime64(value.toString("yyyy-MM-dd"), "ms")
    return None if isinstance(value, QDate | QDateTime) else value


def _naive(moment: QDateTime) -> np.datetime64:
    return np.datetime64(moment.toString("yyyy-MM-ddTHH:mm:ss.zzz"), "ms")


def _typed(values: list[object]) -> np.ndarray:
    there = [value for value in values if value is not None]
    if there and all(isinstance(value, np.datetime64) for value in there):
        return np.array([value or np.datetime64("NaT") for value in values], dtype="datetime64[ms]")
    if all(isinstance(value, int | float) for value in there):
        return np.array([np.nan if value is None else value for value in values], dtype=np.float64)
    return np.array([None if value is None else str(value) for value in values], dtype=object)


def _number(value: object) -> float:
    try:
        return float(str(value)) if value is not None else float("nan")
    except ValueError:
        return float("nan")


def times(
    events: Events, field: str, missing: bool = False, zone: tzinfo | None = None, utc: bool = False,
    watch: Watch = UNWATCHED,
) -> np.ndarray:  # fmt: skip
    """Return a field as datetime64[ms], shape (n,): dates and times, or text in ISO 8601.

    What is neither is refused, by feature; with `missing`, null is no fault and gives NaT. With a zone, times that say
    their own offset are brought to its clock, others only if they are said to be `utc`; without one, times are as their
    texts have them.
    """
    values = events.columns[field]
    empty = np.zeros(len(values), bool)
    shifts = None
    if values.dtype.kind == "f":
        empty, values = np.isnan(values), np.array([None if np.isnan(v) else v for v in values], dtype=object)
    if values.dtype.kind != "M":
        empty = empty | np.array([value is None or value == "" for value in values], dtype=bool)
        shifts = _in_blocks(_offsets, values, watch.part(0.0, 0.5)) if zone is not None else None
        values = _in_blocks(_moments, values, watch.part(0.5, 1.0))
    else:
        empty = np.isnat(values)
    unknown = np.isnat(values)
    rows = np.flatnonzero(unknown & ~empty if missing else unknown)
    if rows.size:
        told = translate("Processing", "Feature {feature}: {field} holds no time ({count} such features).")
        first = events.feature[rows[0]]
        raise QgsProcessingException(told.format(feature=first, field=field, count=len(rows)))
    return values if zone is None else _in_zone(values, shifts, zone, utc)


def _in_blocks(read: Callable[[np.ndarray], np.ndarray], values: np.ndarray, watch: Watch) -> np.ndarray:
    """Return what is read from texts, so many at a time that one can cancel in between."""
    found = []
    for begin in range(0, max(len(values), 1), _TEXTS):
        watch.at(begin / max(len(values), 1))
        found.append(read(values[begin : begin + _TEXTS]))
    return np.concatenate(found)


def _offsets(values: np.ndarray) -> np.ndarray:
    """Return how far the texts say they are ahead of UTC, timedelta64[m]; NaT where they do not say."""
    known: dict[str, np.timedelta64] = {}
    found = np.full(len(values), np.timedelta64("NaT", "m"))
    for row, value in enumerate(values):
        text = _OFFSET.search(str(value or ""))
        if text is None:
            continue
        word = text[0].strip()
        if word not in known:
            sign, digits = (-1 if word[0] == "-" else 1), f"{re.sub('[^0-9]', '', word):0<4}"
            known[word] = np.timedelta64(sign * (int(digits[:2]) * 60 + int(digits[2:])), "m")
        found[row] = known[word]
    return found


def _in_zone(values: np.ndarray, shifts: np.ndarray | None, zone: tzinfo, utc: bool) -> np.ndarray:
    if shifts is None:
        return in_zone(values, zone) if utc else values
    said = ~np.isnat(shifts)
    moved = values - np.where(said, shifts, np.timedelta64(0, "m"))
    return np.where(said | utc, in_zone(moved.astype("datetime64[ms]"), zone), values)


def _moments(values: np.ndarray) -> np.ndarray:
    """Return times as their texts have them; NaT where a text is none."""
    try:
        # At once where all are ISO 8601, which is a hundred times faster.
        return np.array(["NaT" if not value else str(value)[:19] for value in values], dtype="datetime64[ms]")
    except ValueError:
        return np.array([_moment(value) for value in values], dtype="datetime64[ms]")


def _moment(value: object) -> np.datetime64:
    """Return a time as its text has it; what it says about the time zone is left out."""
    moment = QDateTime.fromString(str(value).strip()[:19].replace(" ", "T"), "yyyy-MM-ddTHH:mm:ss")
    if not moment.isValid():
        day = QDate.fromString(str(value).strip()[:10].replace("/", "-"), "yyyy-MM-dd")
        return np.datetime64(day.toString("yyyy-MM-dd"), "ms") if day.isValid() else np.datetime64("NaT", "ms")
    return np.datetime64(moment.toString("yyyy-MM-ddTHH:mm:ss"), "ms")
