"""Areas with figures as a layer that is whole or not there."""

from pathlib import Path

from qgis.core import QgsFeature, QgsFeatureSink, QgsField, QgsFields, QgsProcessingException, QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication, QVariant

from ..analysis.watch import Cancelled, Watch
from .polygons import Areas

translate = QCoreApplication.translate
NUMBER, WHOLE, TEXT = QVariant.Double, QVariant.Int, QVariant.String


def fields_of(areas: Areas, added: list[tuple[str, int]]) -> QgsFields:
    """Return the areas' own fields and those added; an own field of the same name makes way."""
    found, new = QgsFields(), {name for name, _ in added}
    for field in areas.fields:
        if field.name().lower() not in new | {"fid"}:
            found.append(field)
    for name, kind in added:
        found.append(QgsField(name, kind))
    return found


def write(
    algorithm, parameters, name: str, context, areas: Areas, added: list[tuple[str, int]], rows, watch: Watch
) -> str:
    """Write areas with added values (`rows`: one sequence for each area); Cancelled leaves no file."""
    fields = fields_of(areas, added)
    new = {field for field, _ in added}
    keep = [n for n, field in enumerate(areas.fields) if field.name().lower() not in new | {"fid"}]
    sink, destination = algorithm.parameterAsSink(
        parameters, name, context, fields, QgsWkbTypes.MultiPolygon if keep else QgsWkbTypes.Polygon, areas.crs
    )
    if sink is None:
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, name))
    try:
        for number, values in enumerate(rows):
            if number % 500 == 0:
                watch.at(number / len(areas))
            feature = QgsFeature(fields)
            feature.setGeometry(areas.geometries[number])
            feature.setAttributes([areas.attributes[number][n] for n in keep] + list(values))
            if not sink.addFeature(feature, QgsFeatureSink.FastInsert):
                raise QgsProcessingException(sink.lastError())
        watch.at(1.0)
    except Cancelled:
        del sink
        discard(destination)
        raise
    return destination


def discard(destination: str) -> None:
    """Take away what was written of an output file, with what belongs to it."""
    path = Path(destination.split("|", maxsplit=1)[0])
    if path.is_file():
        for part in path.parent.glob(f"{path.stem}.*"):
            part.unlink(missing_ok=True)
        for ending in ("-wal", "-shm", "-journal"):
            Path(f"{path}{ending}").unlink(missing_ok=True)
