"""Save result: the layer an analysis gave, kept in the room under a name for other desks."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsMapLayer,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterString,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtXml import QDomDocument

from .. import geotiff
from ..database import results
from ..errors import RoomError
from .result_algorithm import ResultAlgorithm, parameters_of

translate = QCoreApplication.translate


@dataclass(frozen=True)
class _Snapshot:
    """Features of a layer as they were, and what a file of them needs to know."""

    source: QgsVectorLayerFeatureSource
    fields: QgsFields
    kind: QgsWkbTypes.Type
    crs: QgsCoordinateReferenceSystem
    count: int


class SaveResult(ResultAlgorithm):
    """communitybrain:saveresult"""

    INPUT, NAME, REPLACE = "INPUT", "NAME", "REPLACE"

    def __init__(self) -> None:
        super().__init__()
        self._style = ""
        self._parameters: dict[str, object] = {}
        self._features: _Snapshot | None = None
        self._raster = ""

    def initAlgorithm(self, configuration=None) -> None:
        """Declare parameters and outputs."""
        self.add(
            QgsProcessingParameterMapLayer(self.INPUT, translate("Processing", "Result")),
            translate("Processing", "A vector or raster layer; its legend and description are kept with it."),
        )
        self.add(
            QgsProcessingParameterString(self.NAME, translate("Processing", "Name")),
            translate("Processing", "What others will find it by, up to 80 letters."),
        )
        self.add(
            QgsProcessingParameterBoolean(
                self.REPLACE, translate("Processing", "Replace what has this name"), defaultValue=False
            ),
            translate("Processing", "Your own only; the shift leader may replace any."),
        )
        self.add_room()
        self.addOutput(QgsProcessingOutputNumber("SIZE", translate("Processing", "Size in bytes")))

    def prepareAlgorithm(self, parameters, context, feedback) -> bool:
        """Take from the layer what only its own thread may give: legend, description, a snapshot of its features."""
        layer = self.parameterAsLayer(parameters, self.INPUT, context)
        if layer is None:
            raise QgsProcessingException(translate("Processing", "There is no layer to save."))
        if context.project() is None or context.project().mapLayer(layer.id()) is None:
            # A layer named by its file comes without what is kept beside the file.
            layer.loadDefaultStyle()
            layer.loadDefaultMetadata()
        document = QDomDocument()
        layer.exportNamedStyle(document)
        self._style = document.toString(-1)
        self._parameters = parameters_of(layer.metadata().abstract())
        self._parameters["title"] = layer.metadata().title() or layer.name()
        if isinstance(layer, QgsVectorLayer):
            source = QgsVectorLayerFeatureSource(layer)
            self._features = _Snapshot(source, layer.fields(), layer.wkbType(), layer.crs(), layer.featureCount())
        elif isinstance(layer, QgsRasterLayer) and layer.providerType() == "gdal":
            self._raster = layer.source()
        else:
            raise QgsProcessingException(self._other(layer))
        return True

    def processAlgorithm(self, parameters, context, feedback):
        """Write the layer as a file, then send it."""
        with TemporaryDirectory(prefix="community-brain-") as folder:
            if self._features is not None:
                kind, path = results.VECTOR, self._vector(Path(folder), context, feedback)
            else:
                kind, path = results.RASTER, self._geotiff(Path(folder), feedback)
            if feedback.isCanceled():
                return {}
            result = results.Result(kind, self._parameters, self._style, path.read_bytes())
        connection = self.connect(parameters, context)
        try:
            name = self.parameterAsString(parameters, self.NAME, context)
            results.save(connection, name, result, self.parameterAsBool(parameters, self.REPLACE, context))
        except RoomError as error:
            raise QgsProcessingException(str(error)) from error
        finally:
            connection.close()
        told = translate("Processing", "Saved as {name}: {size} bytes before they were compressed.")
        feedback.pushInfo(told.format(name=name.strip(), size=f"{len(result.content):,}"))
        return {"SIZE": len(result.content)}

    def _vector(self, folder: Path, context, feedback) -> Path:
        layer = self._features
        path = folder / "result.gpkg"
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName, options.layerName = "GPKG", "result"
        fields = QgsFields(layer.fields)
        position = fields.lookupField("fid")
        if position >= 0:
            # A GeoPackage numbers its features itself.
            fields.remove(position)
        writer = QgsVectorFileWriter.create(
            str(path), fields, layer.kind, layer.crs, context.transformContext(), options
        )
        count = max(layer.count, 1)
        for number, feature in enumerate(layer.source.getFeatures()):
            if number % 500 == 0:
                feedback.setProgress(70.0 * number / count)
                if feedback.isCanceled():
                    break
            values = feature.attributes()
            if position >= 0:
                del values[position]
            copy = QgsFeature(fields)
            copy.setGeometry(feature.geometry())
            copy.setAttributes(values)
            if not writer.addFeature(copy, QgsFeatureSink.FastInsert):
                raise QgsProcessingException(writer.errorMessage())
        # Closing writes the rest of the file.
        del writer
        return path

    def _geotiff(self, folder: Path, feedback) -> Path:
        path = folder / "result.tif"

        def told(share: float, _message: str, _data: object) -> bool:
            feedback.setProgress(70.0 * share)
            return not feedback.isCanceled()

        options = ["COMPRESS=DEFLATE", "PREDICTOR=YES", "OVERVIEWS=NONE"]
        marked = gdal.Translate("", self._raster, format="VRT")
        if marked is not None:
            geotiff.announce(marked)
            gdal.Translate(str(path), marked, format="COG", creationOptions=options, callback=told)
        if not path.is_file() and not feedback.isCanceled():
            reason = translate("Processing", "{path} cannot be written: {reason}")
            raise QgsProcessingException(reason.format(path=self._raster, reason=gdal.GetLastErrorMsg()))
        if path.is_file():
            geotiff.put_right(path)
        return path

    def _other(self, layer: QgsMapLayer) -> str:
        told = translate("Processing", "{layer} is neither features nor a raster file, so it cannot be saved.")
        return told.format(layer=layer.name())
