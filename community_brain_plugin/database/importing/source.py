"""Opening what OGR can read and taking its features as rows: flat, single where they must be, in the room's system."""

import contextlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from osgeo import gdal, ogr

from ...errors import RoomError
from .subjects import ID_ALIASES, Subject
from .systems import System, system_of_layer

#: Further parts of one feature are numbered this far apart (see `Row.feature_no`).
PART = 1_000_000_000
#: Stands for the place in the source where an id field is asked for.
FID = "FID"
_SRID_FLAG = 0x20000000


@dataclass
class Row:
    """One row to be staged. `feature_no` counts the file's features from 1; each further part adds PART."""

    feature_no: int
    source_id: str
    fields: dict[str, str]
    geometry: ogr.Geometry | None

    def staged(self, srid: int) -> dict[str, object]:
        """Return what `desk.import_rows` takes."""
        return {
            "feature_no": self.feature_no,
            "source_id": self.source_id,
            "fields": self.fields,
            "geom": self.hexadecimal(srid),
        }

    def hexadecimal(self, srid: int) -> str | None:
        """Return the geometry as hexadecimal EWKB with this SRID."""
        if self.geometry is None:
            return None
        binary = bytes(self.geometry.ExportToWkb(ogr.wkbNDR))
        (kind,) = struct.unpack_from("<I", binary, 1)
        return (binary[:1] + struct.pack("<II", kind | _SRID_FLAG, srid) + binary[5:]).hex()


class Source:
    """One layer of a file or database that OGR reads. A context manager, since open files stay locked."""

    def __init__(self, path: str, layer: str | None = None, *, xy: tuple[str, str] | None = None) -> None:
        """Open it; `xy` names the coordinate columns of a text table.

        RoomError `import.no_source`, `import.which_layer`, `import.no_layer` or `import.empty`.
        """
        self.path = path
        self._dataset = _open(path, xy)
        self._layer = self._choose(layer)
        self.layer_name: str = self._layer.GetName()
        definition = self._layer.GetLayerDefn()
        self.fields: list[str] = [definition.GetFieldDefn(n).GetName() for n in range(definition.GetFieldCount())]
        self._types = {
            definition.GetFieldDefn(n).GetName(): definition.GetFieldDefn(n).GetType() for n in range(len(self.fields))
        }
        self.count: int = self._layer.GetFeatureCount()
        self.system: System | None = system_of_layer(self._layer)
        if self.count == 0:
            raise RoomError("import.empty", source=path, layer=self.layer_name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._layer = self._dataset = None

    @property
    def label(self) -> str:
        """The name of the source that is kept with every row, unless another is given: file name, layer name."""
        stem = Path(self.path).stem
        return stem if self.layer_name == stem else f"{stem}:{self.layer_name}"

    def mapping(self, subject: Subject, wanted: dict[str, str]) -> dict[str, str]:
        """Return target field → source field: the wanted ones, and those the file names as we or its kind do.

        RoomError `import.unknown_target` or `import.field_missing` for a wanted one that is not there.
        """
        known = subject.field_names()
        by_lower = {name.lower(): name for name in self.fields}
        for target, name in wanted.items():
            if target not in known:
                raise RoomError("import.unknown_target", field_name=target, known=", ".join(known))
            if name.lower() not in by_lower:
                raise RoomError("import.field_missing", field_name=name, known=", ".join(self.fields))
        chosen = {}
        for field in subject.fields:
            names = [wanted[field.name]] if field.name in wanted else [field.name, *field.aliases]
            found = next((by_lower[name.lower()] for name in names if name.lower() in by_lower), None)
            if found is not None:
                chosen[field.name] = found
        return chosen

    def id_fields(self, subject: Subject, mapping: dict[str, str], wanted: list[str]) -> list[str]:
        """Return the fields whose values make up the source id; RoomError `import.field_missing`."""
        by_lower = {name.lower(): name for name in self.fields}
        for name in wanted:
            if name != FID and name.lower() not in by_lower:
                raise RoomError("import.field_missing", field_name=name, known=", ".join(self.fields))
        if wanted:
            return [FID if name == FID else by_lower[name.lower()] for name in wanted]
        if subject.id_field in mapping:
            return [mapping[subject.id_field]]
        return next(([by_lower[alias]] for alias in ID_ALIASES if alias in by_lower), [FID])

    def rows(
        self, subject: Subject, mapping: dict[str, str], ids: list[str], constants: dict[str, str]
    ) -> Iterator[Row]:
        """Yield the features as rows, their geometry flat but still in the source's system."""
        self._layer.ResetReading()
        for number, feature in enumerate(self._layer, start=1):
            fields = {
                target: value for target, name in mapping.items() if (value := self._text(feature, name)) is not None
            }
            fields = {**constants, **fields}
            parts = [self._text(feature, name) if name != FID else str(feature.GetFID()) for name in ids]
            source_id = "" if None in parts else "-".join(part for part in parts if part)
            shapes = _shapes(feature.GetGeometryRef(), subject)
            for part, shape in enumerate(shapes):
                own_id = f"{source_id}#{part + 1}" if source_id and len(shapes) > 1 else source_id
                yield Row(number + part * PART, own_id, fields, shape)

    def sample(self, most: int) -> np.ndarray:
        """Return one point of up to `most` features, spread over the file, as (n, 2) in the source's system."""
        step = max(1, self.count // most)
        points = []
        self._layer.ResetReading()
        for number, feature in enumerate(self._layer):
            geometry = feature.GetGeometryRef()
            if number % step == 0 and geometry is not None and not geometry.IsEmpty():
                west, east, south, north = geometry.GetEnvelope()
                points.append(((west + east) / 2.0, (south + north) / 2.0))
        return np.array(points[:most], float).reshape(-1, 2)

    def _choose(self, name: str | None) -> ogr.Layer:
        known = [self._dataset.GetLayer(n).GetName() for n in range(self._dataset.GetLayerCount())]
        if name is None and len(known) != 1:
            raise RoomError("import.which_layer", source=self.path, known=", ".join(known) or "–")
        if name is not None and name not in known:
            raise RoomError("import.no_layer", layer=name, source=self.path, known=", ".join(known) or "–")
        return self._dataset.GetLayerByName(name or known[0])

    def _text(self, feature: ogr.Feature, name: str) -> str | None:
        if not feature.IsFieldSetAndNotNull(name):
            return None
        if self._types[name] == ogr.OFTReal:
            value = feature.GetField(name)
            return str(int(value)) if float(value).is_integer() else repr(value)
        return feature.GetFieldAsString(name).strip() or None


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep GDAL's own words off the screen; its last message is read where one is needed."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()


def _open(path: str, xy: tuple[str, str] | None) -> gdal.Dataset:
    # Codes keep their leading zeros: a text table is read as text.
    options = ["AUTODETECT_TYPE=NO", "GEOM_POSSIBLE_NAMES=wkt,geom,geometry", "KEEP_GEOM_COLUMNS=NO"]
    if xy is not None:
        options += [f"X_POSSIBLE_NAMES={xy[0]}", f"Y_POSSIBLE_NAMES={xy[1]}"]
    is_text = Path(path).suffix.lower() in {".csv", ".tsv", ".txt"}
    with _quiet():
        gdal.ErrorReset()
        try:
            dataset = gdal.OpenEx(
                path, gdal.OF_VECTOR | gdal.OF_READONLY | gdal.OF_VERBOSE_ERROR, open_options=options if is_text else []
            )
        except RuntimeError as error:
            raise RoomError("import.no_source", source=path, reason=str(error)) from error
        if dataset is None:
            raise RoomError("import.no_source", source=path, reason=gdal.GetLastErrorMsg() or "–")
    return dataset


def _shapes(geometry: ogr.Geometry | None, subject: Subject) -> list[ogr.Geometry | None]:
    """Return a feature's geometry flat and linear: its parts one by one, or together as one multi-part area."""
    if geometry is None or geometry.IsEmpty():
        return [None]
    flat = geometry.GetLinearGeometry() if geometry.HasCurveGeometry() else geometry.Clone()
    flat.FlattenTo2D()
    flat.SetMeasured(False)
    kind = flat.GetGeometryType()
    if subject.explode and kind in (ogr.wkbMultiLineString, ogr.wkbMultiPoint):
        return [flat.GetGeometryRef(number).Clone() for number in range(flat.GetGeometryCount())]
    if not subject.explode and kind in (ogr.wkbPolygon, ogr.wkbMultiPolygon):
        return [ogr.ForceToMultiPolygon(flat)]
    return [flat]
