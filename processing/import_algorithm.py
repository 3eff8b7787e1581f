"""What the four imports share: parameters, reading a QGIS layer by OGR, running the import, showing the report."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterEnum,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..database.importing import job, report
from ..errors import RoomError, at_once
from ..wording import say
from .algorithm import RoomAlgorithm

translate = QCoreApplication.translate

_COUNTS = ("inserted", "updated", "unchanged", "ended", "skipped")
_CRS_OF_LAYER, _CRS_NAMED = 0, 3
_OFFSETS = {1: "GCJ-02", 2: "BD-09"}


@dataclass(frozen=True)
class FieldChoice:
    """A field of the room that a field of the layer, or one value for all, can fill."""

    target: str
    label: str
    tip: str
    constant_label: str | None = None

    @property
    def parameter(self) -> str:
        """The parameter that names the layer's field."""
        return f"{self.target.upper()}_FIELD"

    @property
    def constant(self) -> str:
        """The parameter that holds the value for all features without one."""
        return self.target.upper()


class ImportAlgorithm(RoomAlgorithm):
    """Brings a vector layer into the room: checked as a whole, all or nothing, safe to repeat."""

    INPUT, ID_FIELDS, SOURCE, SUBDISTRICT = "INPUT", "ID_FIELDS", "SOURCE", "SUBDISTRICT"
    CRS_CHOICE, CRS, OUTSIDE, END_MISSING, DRY_RUN = "CRS_CHOICE", "CRS", "OUTSIDE", "END_MISSING", "DRY_RUN"
    REPORT_CSV, REPORT_HTML = "REPORT_CSV", "REPORT_HTML"

    subject = ""
    geometry = QgsProcessing.TypeVectorAnyGeometry

    def fields(self) -> list[FieldChoice]:
        """Return the fields that can be filled."""
        raise NotImplementedError

    def initAlgorithm(self, configuration=None) -> None:
        """Declare parameters and outputs."""
        self._add_layer()
        for choice in self.fields():
            self._add_field(choice)
        self._add_rules()
        self.add_room()
        self._add_reports()
        for name in (*_COUNTS, "faults"):
            self.addOutput(QgsProcessingOutputNumber(name.upper(), name))

    def processAlgorithm(self, parameters, context, feedback):
        """Run the import; raises with the summary when the data have faults, after the report was written."""
        with tempfile.TemporaryDirectory() as folder:
            order = self._order(parameters, context, Path(folder))
            connection = self.connect(parameters, context)
            try:
                outcome = job.run(connection, order, lambda share, step: _progress(feedback, share, step))
            except RoomError as error:
                raise QgsProcessingException(str(at_once(error))) from error
            finally:
                connection.close()
        return self._answer(outcome, parameters, context, feedback)

    def options(self, parameters, context) -> dict[str, object]:
        """Return what the database is told."""
        return {
            "subdistrict": self.parameterAsString(parameters, self.SUBDISTRICT, context).strip() or None,
            "outside": ("refuse", "skip")[self.parameterAsEnum(parameters, self.OUTSIDE, context)],
            "end_missing": self.parameterAsBool(parameters, self.END_MISSING, context),
        }

    def _order(self, parameters, context, folder: Path) -> job.Order:
        layer = self.parameterAsVectorLayer(parameters, self.INPUT, context)
        if layer is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, self.INPUT))
        path, layer_name = _ogr_source(layer, folder)
        chosen = {c.target: self.parameterAsString(parameters, c.parameter, context) for c in self.fields()}
        given = {
            c.target: self.parameterAsString(parameters, c.constant, context) for c in self.fields() if c.constant_label
        }
        return job.Order(
            subject=self.subject,
            path=path,
            layer=layer_name,
            crs=self._crs(parameters, context, layer),
            mapping={target: name for target, name in chosen.items() if name},
            constants={target: value.strip() for target, value in given.items() if value.strip()},
            id_fields=self.parameterAsFields(parameters, self.ID_FIELDS, context),
            source=self.parameterAsString(parameters, self.SOURCE, context).strip() or _own_name(layer, path, folder),
            dry_run=self.parameterAsBool(parameters, self.DRY_RUN, context),
            options=self.options(parameters, context),
        )

    def _crs(self, parameters, context, layer: QgsVectorLayer) -> str | None:
        choice = self.parameterAsEnum(parameters, self.CRS_CHOICE, context)
        if choice in _OFFSETS:
            return _OFFSETS[choice]
        crs = self.parameterAsCrs(parameters, self.CRS, context) if choice == _CRS_NAMED else layer.crs()
        if not crs.isValid():
            return None
        return crs.authid() or crs.toWkt()

    def _answer(self, outcome: report.Outcome, parameters, context, feedback) -> dict[str, object]:
        answer: dict[str, object] = {name.upper(): outcome.counts.get(name, 0) for name in _COUNTS}
        answer["FAULTS"] = len(outcome.faults)
        csv_path = self.parameterAsFileOutput(parameters, self.REPORT_CSV, context)
        if csv_path:
            report.write_csv(outcome.faults, Path(csv_path))
            answer[self.REPORT_CSV] = csv_path
        html_path = self.parameterAsFileOutput(parameters, self.REPORT_HTML, context)
        if html_path:
            Path(html_path).write_text(report.as_html(outcome), encoding="utf-8")
            answer[self.REPORT_HTML] = html_path
        feedback.pushInfo(outcome.reading)
        for hint in outcome.hints:
            feedback.pushWarning(hint)
        if outcome.faults:
            for line in report.as_lines(outcome.faults):
                feedback.reportError(line)
            raise QgsProcessingException(outcome.summary)
        feedback.pushInfo(outcome.summary)
        return answer

    def _add_layer(self) -> None:
        self.add(
            QgsProcessingParameterVectorLayer(self.INPUT, translate("Processing", "Layer to import"), [self.geometry]),
            translate("Processing", "Any vector layer or file. It is read as it stands, edits not yet saved left out."),
        )
        systems = [
            translate("Processing", "As the layer says"),
            translate("Processing", "GCJ-02 (handhelds, most Chinese base maps)"),
            translate("Processing", "BD-09 (Baidu)"),
            translate("Processing", "The system chosen below"),
        ]
        self.add(
            QgsProcessingParameterEnum(
                self.CRS_CHOICE, translate("Processing", "Coordinates are in"), systems, defaultValue=_CRS_OF_LAYER
            ),
            translate(
                "Processing",
                "GCJ-02 and BD-09 lie 100 to 700 m off and look like ordinary degrees; no file says so. "
                "Nothing is guessed: what you choose here is what is converted.",
            ),
        )
        self.add(
            QgsProcessingParameterCrs(self.CRS, translate("Processing", "Coordinate system"), optional=True),
            translate("Processing", "Used only when chosen above; needed when the layer states none."),
        )
        self.add(
            QgsProcessingParameterField(
                self.ID_FIELDS,
                translate("Processing", "Source id"),
                parentLayerParameterName=self.INPUT,
                allowMultiple=True,
                optional=True,
            ),
            translate(
                "Processing",
                "Field, or fields together, that name a feature for good. Imported again, the same id is the same "
                "thing. Without one, osm_id or a like field is taken, else the feature's number in its file.",
            ),
        )

    def _add_field(self, choice: FieldChoice) -> None:
        self.add(
            QgsProcessingParameterField(
                choice.parameter, choice.label, parentLayerParameterName=self.INPUT, optional=True
            ),
            choice.tip,
        )
        if choice.constant_label:
            self.add(QgsProcessingParameterString(choice.constant, choice.constant_label, optional=True), choice.tip)

    def _add_rules(self) -> None:
        self.add(
            QgsProcessingParameterString(self.SOURCE, translate("Processing", "Name of the source"), optional=True),
            translate(
                "Processing",
                "The name it is kept under; importing again under this name updates what came from it. "
                "Default: the names of the file and the layer in it, as on the command line.",
            ),
        )
        self.add(
            QgsProcessingParameterString(
                self.SUBDISTRICT, translate("Processing", "Subdistrict (9 digits)"), optional=True
            ),
            translate("Processing", "Needed only where the room has several subdistricts and you belong to none."),
            advanced=True,
        )
        outside = [translate("Processing", "Refuse the import"), translate("Processing", "Leave them out")]
        self.add(
            QgsProcessingParameterEnum(
                self.OUTSIDE, translate("Processing", "Features outside the subdistrict"), outside, defaultValue=0
            ),
            translate(
                "Processing", "Features outside are most often a wrong coordinate system, so they stop an import."
            ),
        )
        self.add(
            QgsProcessingParameterBoolean(
                self.END_MISSING, translate("Processing", "End what the layer no longer has"), defaultValue=False
            ),
            translate(
                "Processing",
                "What came from this source before and is missing now is ended: components become removed, divisions "
                "get an end date, streets and buildings are deleted. Otherwise it stays.",
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean(
                self.DRY_RUN, translate("Processing", "Trial run: check and count only"), defaultValue=False
            ),
            translate("Processing", "Everything is done and taken back, so that nothing changes."),
        )

    def _add_reports(self) -> None:
        self.add(
            QgsProcessingParameterFileDestination(
                self.REPORT_CSV,
                translate("Processing", "Report (CSV)"),
                "CSV (*.csv)",
                optional=True,
                createByDefault=False,
            ),
            translate("Processing", "Every fault with feature, source id, field and words."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                self.REPORT_HTML,
                translate("Processing", "Report (HTML)"),
                "HTML (*.html)",
                optional=True,
                createByDefault=False,
            ),
            translate("Processing", "The same as a page to read."),
        )


def _progress(feedback, share: float, step: str) -> bool:
    feedback.setProgress(share * 100.0)
    feedback.setProgressText(say(step))
    return not feedback.isCanceled()


def _ogr_source(layer: QgsVectorLayer, folder: Path) -> tuple[str, str | None]:
    """Return path and layer name by which OGR reads the layer; what it cannot reach is written to `folder` first."""
    if layer.providerType() == "ogr" and not layer.subsetString():
        parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
        if parts.get("path") and not parts.get("openOptions"):
            return parts["path"], parts.get("layerName") or _only_layer(layer)
    path = str(folder / "layer.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "layer"
    written = QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, layer.transformContext(), options)
    if written[0] != QgsVectorFileWriter.NoError:
        raise QgsProcessingException(written[1])
    return path, "layer"


def _own_name(layer: QgsVectorLayer, path: str, folder: Path) -> str | None:
    """Return the source's name where it is no file of its own; a file is named by the import, whoever asks for it."""
    return layer.name() if Path(path).parent == folder else None


def _only_layer(layer: QgsVectorLayer) -> str | None:
    """Return the layer OGR opened where the address names none: the first sublayer."""
    sublayers = layer.dataProvider().subLayers()
    return sublayers[0].split(layer.dataProvider().sublayerSeparator())[1] if sublayers else None
