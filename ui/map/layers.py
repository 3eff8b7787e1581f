"""Making layers: in memory, or over a view of the database by service name; and knowing ours from the user's."""

from qgis.core import QgsCoordinateReferenceSystem, QgsDataSourceUri, QgsMapLayer, QgsVectorLayer, QgsWkbTypes

from .subjects import Subject

#: Custom property that names the subject of a layer of ours.
MARK = "community_brain/subject"
_TYPES = {
    "Point": QgsWkbTypes.Type.Point,
    "LineString": QgsWkbTypes.Type.LineString,
    "MultiPolygon": QgsWkbTypes.Type.MultiPolygon,
}


def memory_layer(name: str, title: str, geometry: str, srid: int, columns: dict[str, str]) -> QgsVectorLayer:
    """Return an empty layer kept in memory; `columns` maps names to types (string, integer, int8, double).

    QGIS does not ask whether to save it when it closes: it is filled again from the room.
    """
    fields = "".join(f"&field={column}:{kind}" for column, kind in columns.items())
    layer = QgsVectorLayer(f"{geometry}?crs=EPSG:{srid}{fields}", title, "memory")
    layer.setCustomProperty("skipMemoryLayersCheck", 1)
    layer.setCustomProperty(MARK, name)
    layer.setReadOnly(True)
    return layer


def source(subject: Subject, service: str, srid: int, authcfg: str = "", database: str = "") -> str:
    """Return the source of a static subject: a service name and a view, neither user nor password.

    `authcfg` names a QGIS authentication configuration where the service entry alone does not let one in. QGIS pools
    connections by service name and authcfg alone, so two rooms must not share both;
    naming the `database` beside them, though the service entry says it already, makes another pool.
    """
    uri = QgsDataSourceUri()
    uri.setConnection(service, database, "", "", QgsDataSourceUri.SslMode.SslPrefer, authcfg)
    key = subject.key[0] if len(subject.key) == 1 else ",".join(f'"{column}"' for column in subject.key)
    uri.setDataSource("desk", subject.relation, "geom", subject.condition, key)
    uri.setSrid(str(srid))
    uri.setWkbType(_TYPES[subject.geometry])
    uri.setUseEstimatedMetadata(True)
    uri.setParam("checkPrimaryKeyUnicity", "0")
    return uri.uri(False)


def static_layer(subject: Subject, title: str, service: str, srid: int, authcfg: str = "") -> QgsVectorLayer:
    """Open a static subject. Talks to the server on the calling thread: probe it first."""
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False
    options.skipCrsValidation = True
    layer = QgsVectorLayer(source(subject, service, srid, authcfg), title, "postgres", options)
    layer.setCrs(QgsCoordinateReferenceSystem(f"EPSG:{srid}"))
    layer.setCustomProperty(MARK, subject.name)
    layer.setReadOnly(True)
    return layer


def set_identifiable(layer: QgsMapLayer, wanted: bool) -> None:
    """Let QGIS's own identify tool ask a layer, or not: it asks on the GUI thread, which a silent server stops."""
    flag = QgsMapLayer.LayerFlag.Identifiable
    layer.setFlags(layer.flags() | flag if wanted else layer.flags() & ~flag)


def subject_of(layer: QgsMapLayer | None) -> str:
    """Return the subject of a layer of ours, "" of any other."""
    return str(layer.customProperty(MARK, "")) if layer is not None else ""
