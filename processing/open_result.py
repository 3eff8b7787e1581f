"""Open result: a layer that was saved in the room, with its legend and description."""

from pathlib import Path

from qgis.core import (
    QgsLayerMetadata,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputRasterLayer,
    QgsProcessingOutputString,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
    QgsProcessingUtils,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtXml import QDomDocument

from ..database import results
from ..errors import RoomError
from ..indicators.periods import ZONE
from .result_algorithm import TITLE, ResultAlgorithm, abstract_of

translate = QCoreApplication.translate

# What is drawn, and nothing that is run: a legend from somebody else may hold actions and forms with a program in them.
_DRAWN = (
    QgsMapLayer.StyleCategory.Symbology
    | QgsMapLayer.StyleCategory.Labeling
    | QgsMapLayer.StyleCategory.Rendering
    | QgsMapLayer.StyleCategory.Diagrams
    | QgsMapLayer.StyleCategory.Legend
)
_ENDINGS = {results.VECTOR: ".gpkg", results.RASTER: ".tif"}
# What a file may not be called on any system people use.
_FORBIDDEN = '<>:"/\\|?*'


class OpenResult(ResultAlgorithm):
    """communitybrain:openresult"""

    NAME, FOLDER, VECTOR, RASTER = "NAME", "FOLDER", "VECTOR", "RASTER"

    def __init__(self) -> None:
        super().__init__()
        self._opened: tuple[str, str, results.Result] | None = None

    def initAlgorithm(self, configuration=None) -> None:
        """Declare parameters and outputs."""
        self.add(
            QgsProcessingParameterString(self.NAME, translate("Processing", "Name"), optional=True),
            translate("Processing", "The name it was saved under. Without one, the log lists what there is."),
        )
        self.add(
            QgsProcessingParameterFolderDestination(self.FOLDER, translate("Processing", "Folder"), optional=True),
            translate("Processing", "Where the file is put. A file of the same name there is replaced."),
        )
        self.add_room()
        self.addOutput(QgsProcessingOutputVectorLayer(self.VECTOR, translate("Processing", "Result, vector")))
        self.addOutput(QgsProcessingOutputRasterLayer(self.RASTER, translate("Processing", "Result, raster")))
        self.addOutput(QgsProcessingOutputString("ABSTRACT", translate("Processing", "Description")))

    def processAlgorithm(self, parameters, context, feedback):
        """Fetch the file and put it into the folder; without a name, list."""
        name = self.parameterAsString(parameters, self.NAME, context).strip()
        connection = self.connect(parameters, context)
        try:
            if not name:
                return self._listed(connection, feedback)
            result = results.load(connection, name)
        except RoomError as error:
            raise QgsProcessingException(str(error)) from error
        finally:
            connection.close()
        given = self.parameterAsString(parameters, self.FOLDER, context)
        folder = Path(given) if given else Path(QgsProcessingUtils.tempFolder())
        folder.mkdir(parents=True, exist_ok=True)
        safe = "".join("_" if letter in _FORBIDDEN or ord(letter) < 32 else letter for letter in name)
        path = folder / f"{safe}{_ENDINGS[result.kind]}"
        path.write_bytes(result.content)
        output = self.RASTER if result.kind == results.RASTER else self.VECTOR
        self._opened = str(path), output, result
        if context.project() is not None:
            details = QgsProcessingContext.LayerDetails(name, context.project(), output)
            context.addLayerToLoadOnCompletion(str(path), details)
        return {output: str(path), "ABSTRACT": abstract_of(result.parameters)}

    def postProcessAlgorithm(self, context, feedback):
        """Give the layer its legend and description, and keep both beside the file."""
        if self._opened is not None:
            path, _, result = self._opened
            layer = QgsProcessingUtils.mapLayerFromString(path, context)
            if layer is not None:
                _dress(layer, result, Path(path))
            self._opened = None
        return {}

    def _listed(self, connection, feedback) -> dict[str, object]:
        found = results.listed(connection)
        if not found:
            feedback.pushInfo(translate("Processing", "Nothing has been saved in this room yet."))
        for entry in found:
            told = translate("Processing", "{name}: {algorithm}, {size} KB, saved by {person} at {time}")
            feedback.pushInfo(
                told.format(
                    name=entry.name, algorithm=entry.parameters.get("algorithm", entry.kind),
                    size=max(entry.size // 1024, 1), person=entry.saved_by,
                    time=f"{entry.saved_at.astimezone(ZONE):%Y-%m-%d %H:%M}",
                )
            )  # fmt: skip
        return {}


def _dress(layer: QgsMapLayer, result: results.Result, path: Path) -> None:
    document = QDomDocument()
    if result.style and document.setContent(result.style)[0]:
        layer.importNamedStyle(document, _DRAWN)
        layer.saveNamedStyle(str(path.with_suffix(".qml")))
    metadata = QgsLayerMetadata()
    metadata.setTitle(str(result.parameters.get(TITLE, "")))
    metadata.setAbstract(abstract_of(result.parameters))
    metadata.setType("dataset")
    metadata.setCrs(layer.crs())
    layer.setMetadata(metadata)
    layer.saveNamedMetadata(str(path.with_suffix(".qmd")))
