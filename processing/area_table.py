"""Features with figures as a layer that is whole or not there."""

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingException,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

from ..analysis.watch import Watch
from .polygons import Areas

NUMBER, WHOLE, TEXT = QVariant.Double, QVariant.Int, QVariant.String
#: Names and kinds of columns.
Columns = list[tuple[str, int]]

_STEP = 500
# More rows than this are written so many at a time, each time for good.
_MANY, _TOGETHER = 20_000, 2_000
# What the files of a layer end in beside its own ending, and what QGIS and databases put next to it.
_PARTS = {".shp": (".shx", ".dbf", ".prj", ".cpg", ".qix"), ".tab": (".dat", ".map", ".id", ".ind")}
_BESIDE = (".qml", ".qmd")
_BEHIND = ("-wal", "-shm", "-journal", ".aux.xml")


def fields_of(areas: Areas, added: Columns) -> QgsFields:
    """Return the areas' own fields and those added; an own field of the same name makes way."""
    found, new = QgsFields(), {name for name, _ in added}
    for field in areas.fields:
        if field.name().lower() not in new | {"fid"}:
            found.append(field)
    for name, kind in added:
        found.append(QgsField(name, kind))
    return found


def write(algorithm, parameters, name: str, context, areas: Areas, added: Columns, rows, watch: Watch) -> str:
    """Write areas with added values (`rows`: one sequence for each area); Cancelled leaves no file."""
    fields = fields_of(areas, added)
    new = {field for field, _ in added}
    keep = [n for n, field in enumerate(areas.fields) if field.name().lower() not in new | {"fid"}]
    kind = QgsWkbTypes.MultiPolygon if keep else QgsWkbTypes.Polygon
    own = ([values[n] for n in keep] for values in areas.attributes)
    whole = ((shape, first + list(values)) for shape, first, values in zip(areas.geometries, own, rows, strict=True))
    return write_rows(algorithm, parameters, name, context, fields, whole, len(areas), watch, kind, areas.crs)


def write_rows(
    algorithm, parameters, name: str, context, columns: Columns | QgsFields,
    rows: Iterable[tuple[QgsGeometry | None, Sequence]], count: int, watch: Watch,
    kind: QgsWkbTypes.Type = QgsWkbTypes.NoGeometry, crs: QgsCoordinateReferenceSystem | None = None,
) -> str:  # fmt: skip
    """Write rows of geometry and values, `count` in all; "" where an optional output is not wanted.

    An output that is not finished, for whatever reason, is taken away.
    """
    fields = columns
    if not isinstance(columns, QgsFields):
        fields = QgsFields()
        for column, type_of in columns:
            fields.append(QgsField(column, type_of))
    sink, destination = algorithm.parameterAsSink(
        parameters, name, context, fields, kind, crs or QgsCoordinateReferenceSystem()
    )
    if sink is None:
        if not algorithm.parameterAsString(parameters, name, context):
            return ""
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, name))
    try:
        watch.at(0.0)
        if count > _MANY and kind != QgsWkbTypes.NoGeometry and destination.lower().endswith(".gpkg"):
            # Closed empty, the file has an index of places that grows along; else that would be made in one go at the
            # end, for seconds in which nobody can cancel.
            sink = None
            _append(destination, rows, count, watch)
        else:
            _pour(sink, fields, rows, count, watch)
            # Closed before the last question, so that what is cancelled while it closes is taken away, too.
            sink = None
        watch.at(1.0)
    except BaseException:
        sink = None
        discard(destination)
        raise
    algorithm.keep(destination)
    return destination


def _pour(sink: QgsFeatureSink, fields: QgsFields, rows, count: int, watch: Watch) -> None:
    try:
        for number, (shape, values) in enumerate(rows):
            if number % _STEP == 0:
                watch.at(number / count)
            if not sink.addFeature(_feature(fields, shape, values), QgsFeatureSink.FastInsert):
                raise QgsProcessingException(sink.lastError())
    finally:
        # A refusal holds this frame, and what is open cannot be taken away.
        del sink


def _append(path: str, rows, count: int, watch: Watch) -> None:
    """Add rows to an empty GeoPackage, so many at a time."""
    layer = QgsVectorLayer(path, "", "ogr")
    provider = layer.dataProvider()
    provider.enterUpdateMode()
    try:
        written, waiting = 0, iter(rows)
        while part := list(islice(waiting, _TOGETHER)):
            watch.at(written / count)
            features = [_feature(provider.fields(), shape, [None, *values]) for shape, values in part]
            if not provider.addFeatures(features, QgsFeatureSink.FastInsert)[0]:
                raise QgsProcessingException(provider.lastError() or path)
            written += len(part)
    finally:
        # Closed here, since a refusal would hold it, and what is open cannot be taken away.
        provider.leaveUpdateMode()
        del provider, layer


def _feature(fields: QgsFields, shape: QgsGeometry | None, values: Sequence) -> QgsFeature:
    found = QgsFeature(fields)
    if shape is not None:
        found.setGeometry(shape)
    found.setAttributes(list(values))
    return found


def discard(destination: str) -> None:
    """Take away what was written of an output file, with what belongs to it and nothing else."""
    path = Path(destination.split("|", maxsplit=1)[0])
    if path.is_file():
        beside = [path.with_suffix(ending) for ending in (*_BESIDE, *_PARTS.get(path.suffix.lower(), ()))]
        behind = [path.with_name(path.name + ending) for ending in _BEHIND]
        for part in (path, *beside, *behind):
            part.unlink(missing_ok=True)
