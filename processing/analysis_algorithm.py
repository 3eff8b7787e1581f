"""What the hazard analyses share: their group, progress and cancelling, words of refusals, and outputs that explain
themselves."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from traceback import clear_frames

from qgis.core import (
    QgsLayerMetadata,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingUtils,
)
from qgis.PyQt.QtCore import NULL, QCoreApplication

from ..analysis.watch import Cancelled, Watch
from ..errors import RoomError
from .algorithm import RoomAlgorithm
from .area_table import discard
from .events import Events, read
from .working_crs import WorkingCrs

translate = QCoreApplication.translate

_NAMED = 5


@dataclass
class Dressing:
    """What an output gets once it is written: `style` puts a renderer on the layer, the texts go to its metadata."""

    destination: str
    title: str
    abstract: str
    style: Callable[[QgsMapLayer], None]


class AnalysisAlgorithm(RoomAlgorithm):
    """An analysis of a point layer. Subclasses say `calculate`; what it opens is written only when all is known."""

    INPUT, TIME, WEIGHT = "INPUT", "TIME", "WEIGHT"

    def __init__(self) -> None:
        super().__init__()
        self._dressings: list[Dressing] = []
        self._pictures: list[Callable[[], None]] = []
        self._kept: list[str] = []
        self._notes: list[str] = []

    def calculate(self, parameters, context, feedback: QgsProcessingFeedback, watch: Watch) -> dict[str, object]:
        """Do the work and return the outputs; RoomError and Cancelled may pass through."""
        raise NotImplementedError

    def processAlgorithm(self, parameters, context, feedback):
        """Run; a refusal is said in words, and a run that is cancelled or refused leaves nothing."""
        watch = Watch(lambda share: feedback.setProgress(100.0 * share), feedback.isCanceled)
        is_whole = False
        try:
            results = self.calculate(parameters, context, feedback, watch)
            # Cancelled too late for the last step to notice: nobody waits for the result any more.
            is_whole = not feedback.isCanceled()
        except Cancelled:
            results = {}
        except (RoomError, QgsProcessingException) as error:
            # QGIS 3.22 never lets go of what is raised here; the arrays and layers in its frames need not stay with it.
            clear_frames(error.__traceback__)
            raise QgsProcessingException(str(error)) from None
        finally:
            if not is_whole:
                for destination in self._kept:
                    discard(destination)
                self._dressings.clear()
                self._pictures.clear()
            self._kept.clear()
        return results if is_whole else {}

    def postProcessAlgorithm(self, context, feedback):
        """Draw pictures, then dress the outputs: legend and metadata, kept beside the file where there is one."""
        for draw in self._pictures:
            try:
                draw()
            except RoomError as error:
                # Without charts the layer still says it all.
                feedback.pushWarning(str(error))
        self._pictures.clear()
        for dressing in self._dressings:
            layer = QgsProcessingUtils.mapLayerFromString(dressing.destination, context)
            if layer is not None:
                _dress(layer, dressing)
                if context.willLoadLayerOnCompletion(dressing.destination):
                    context.layerToLoadOnCompletionDetails(dressing.destination).name = dressing.title
        self._dressings.clear()
        return {}

    def dress(self, destination: str, title: str, abstract: str, style) -> None:
        """Have an output styled and described when the run is over; `style` takes the layer."""
        self.keep(destination)
        self._dressings.append(Dressing(destination, title, abstract, style))

    def picture(self, draw: Callable[[], None]) -> None:
        """Have a picture drawn when the run is over and whole, which only the main thread may do."""
        self._pictures.append(draw)

    def keep(self, destination: str) -> None:
        """Note an output that is written whole; it is taken away again if the run is not finished."""
        self._kept.append(destination)

    def add_events(self) -> None:
        """Add the point layer."""
        self.add(
            QgsProcessingParameterFeatureSource(
                self.INPUT, translate("Processing", "Events"), [QgsProcessing.TypeVectorPoint]
            ),
            translate(
                "Processing",
                "Cases, alarms, hazards or any points. Each point is one event, each part of a multipoint too. "
                "Any coordinate system will do.",
            ),
        )

    def add_field(self, name: str, label: str, tip: str, kind: int, *, parent: str = INPUT, advanced=False) -> None:
        """Add an optional field of the events."""
        self.add(
            QgsProcessingParameterField(name, label, parentLayerParameterName=parent, type=kind, optional=True),
            tip,
            advanced=advanced,
        )

    def add_time(self) -> None:
        """Add the field of the events' time, for an analysis that cannot do without one."""
        self.add_field(
            self.TIME,
            translate("Processing", "Time"),
            translate("Processing", "Date or time of the event. Without one, a field with a usual name is taken."),
            QgsProcessingParameterField.Any,
        )

    def add_weight(self, *, advanced: bool = True) -> None:
        """Add the field that says how much an event counts."""
        self.add_field(
            self.WEIGHT,
            translate("Processing", "Weight"),
            translate("Processing", "Number field that says how much an event counts; without one, each counts one."),
            QgsProcessingParameterField.Numeric,
            advanced=advanced,
        )

    def add_control(self, name: str, tip: str, *, advanced: bool = True) -> None:
        """Add the switch that controls false discoveries, on by default."""
        label = translate("Processing", "Control false discoveries")
        self.add(QgsProcessingParameterBoolean(name, label, defaultValue=True), tip, advanced=advanced)

    def add_choice(self, name: str, label: str, tip: str, choices: list[str], default: int = 0, *, advanced=False):
        """Add a choice of one."""
        self.add(QgsProcessingParameterEnum(name, label, choices, defaultValue=default), tip, advanced=advanced)

    def add_number(
        self, name: str, label: str, default: float, tip: str, *, least: float = 0.01, advanced: bool = False
    ) -> None:
        """Add a number that is no less than `least`."""
        kind = QgsProcessingParameterNumber.Double
        number = QgsProcessingParameterNumber(name, label, kind, defaultValue=default, minValue=least)
        self.add(number, tip, advanced=advanced)

    def add_whole(
        self, name: str, label: str, default: int, least: int, most: int, tip: str, *, advanced: bool = False
    ) -> None:
        """Add a whole number between two."""
        kind = QgsProcessingParameterNumber.Integer
        number = QgsProcessingParameterNumber(name, label, kind, defaultValue=default, minValue=least, maxValue=most)
        self.add(number, tip, advanced=advanced)

    def field(self, parameters, name: str, context, feedback, known: tuple[str, ...], parent: str = INPUT) -> str:
        """Return a field as chosen, or the first of `known` the layer has, which is said; "" where there is none."""
        chosen = self.parameterAsString(parameters, name, context)
        source = self.parameterAsSource(parameters, parent, context)
        if chosen or source is None:
            return chosen
        names = {name.lower(): name for name in source.fields().names()}
        found = next((names[word] for word in known if word in names), "")
        if found:
            self.tell(feedback, translate("Processing", "Field {field} was found by its name.").format(field=found))
        return found

    def events(
        self, parameters, context, feedback, fields=(), crs: WorkingCrs | None = None, watch: Watch | None = None
    ) -> tuple[Events, WorkingCrs]:
        """Return the events of the input in a working system, and say what was changed or left out."""
        found, working = read(self, parameters, self.INPUT, context, fields, crs, watch or Watch())
        if working.changed:
            self.tell(feedback, working.changed)
        if len(found.without):
            told = translate("Processing", "{count} features have no place and do not count, such as {features}.")
            named = ", ".join(str(number) for number in found.without[:_NAMED])
            feedback.pushWarning(told.format(count=len(found.without), features=named))
        self.tell(feedback, translate("Processing", "{count} events were read.").format(count=len(found)))
        return found, working

    def tell(self, feedback, text: str) -> None:
        """Say something in the log that belongs into the description of the output, too."""
        feedback.pushInfo(text)
        self._notes.append(text)

    def warn(self, feedback, text: str) -> None:
        """Warn of something in the log that belongs into the description of the output, too."""
        feedback.pushWarning(text)
        self._notes.append(text)

    def about(self, parameters) -> str:
        """Return all parameters, by default or as given, and what was found out: the description of what came of it."""
        known = sorted(self.parameterDefinitions(), key=lambda definition: definition.name())
        told = [(one.name(), _told(one, parameters.get(one.name(), one.defaultValue()))) for one in known]
        pairs = [f"{name} = {value}" for name, value in told if value]
        return "\n".join([f"communitybrain:{self.name()}", *pairs, *self._notes])


def _told(definition, value) -> str:
    """Return a parameter's value as text, a choice with its words; "" for none."""
    if value is None or value == NULL:
        return ""
    if isinstance(definition, QgsProcessingParameterEnum) and str(value).isdigit():
        options = definition.options()
        return f"{value} ({options[int(value)]})" if int(value) < len(options) else str(value)
    return str(value)


def _dress(layer: QgsMapLayer, dressing: Dressing) -> None:
    dressing.style(layer)
    metadata = QgsLayerMetadata()
    metadata.setTitle(dressing.title)
    metadata.setAbstract(dressing.abstract)
    metadata.setType("dataset")
    metadata.setCrs(layer.crs())
    layer.setMetadata(metadata)
    # A layer in memory has its fields for a source, which is no path and may be longer than one can be.
    path = Path() if layer.dataProvider().name() == "memory" else Path(layer.source().split("|")[0])
    if path.is_file():
        layer.saveNamedStyle(str(path.with_suffix(".qml")))
        layer.saveNamedMetadata(str(path.with_suffix(".qmd")))
