"""Save patrol plan: planned routes kept in the room for a day, given to who is on duty, published if wanted."""

import datetime as dt

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..errors import RoomError
from ..indicators.periods import ZONE
from ..patrols import plans
from . import planned_routes
from .result_algorithm import ResultAlgorithm, parameters_of

translate = QCoreApplication.translate

_GOALS = {"0": plans.COVER, "1": plans.FEWEST, "2": plans.VALUE}


class SavePatrolPlan(ResultAlgorithm):
    """communitybrain:savepatrolplan"""

    INPUT, COVERAGE, STOPS, NAME, DAY = "INPUT", "COVERAGE", "STOPS", "NAME", "DAY"
    STAFF, PUBLISH = "STAFF", "PUBLISH"

    def __init__(self) -> None:
        super().__init__()
        self._about: dict[str, object] = {}

    def initAlgorithm(self, configuration=None) -> None:
        """Declare parameters and outputs."""
        line = [QgsProcessing.TypeVectorLine]
        self.add(
            QgsProcessingParameterFeatureSource(self.INPUT, translate("Processing", "Patrol routes"), line),
            translate("Processing", "What Plan patrols gave; its bound and parameters are read from the description."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.COVERAGE, translate("Processing", "Coverage"), line, optional=True
            ),
            translate("Processing", "The coverage that came with them: what is left out is kept with its reason."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.STOPS,
                translate("Processing", "Stops at hazards"),
                [QgsProcessing.TypeVectorPoint],
                optional=True,
            ),
            translate("Processing", "The stops that came with them: what each officer looks at, and when."),
        )
        self._add_what_for()
        self.add_room()
        self.addOutput(QgsProcessingOutputNumber("PLAN", translate("Processing", "Number of the plan")))

    def _add_what_for(self) -> None:
        self.add(
            QgsProcessingParameterString(self.NAME, translate("Processing", "Name")),
            translate("Processing", "What others will find it by, up to 80 letters."),
        )
        self.add(
            QgsProcessingParameterDateTime(
                self.DAY, translate("Processing", "Day"), QgsProcessingParameterDateTime.Date, optional=True
            ),
            translate(
                "Processing",
                "On which day the routes are walked; without one, today. The plan belongs to the shift in which the "
                "first officer starts.",
            ),
        )
        self.add(
            QgsProcessingParameterBoolean(
                self.STAFF, translate("Processing", "Give the routes to who is on duty"), defaultValue=True
            ),
            translate(
                "Processing",
                "Collectors of that shift, by their staff numbers. Each route can be given to somebody else later.",
            ),
        )
        self.add(
            QgsProcessingParameterBoolean(
                self.PUBLISH, translate("Processing", "Publish to the shift"), defaultValue=False
            ),
            translate(
                "Processing",
                "The shift leader only. All desks show the routes during the shift; another plan of the same shift is "
                "withdrawn.",
            ),
        )

    def prepareAlgorithm(self, parameters, context, feedback) -> bool:
        """Take the description of the routes, which only the layer's own thread may give."""
        layer = self.parameterAsVectorLayer(parameters, self.INPUT, context)
        if layer is not None:
            if context.project() is None or context.project().mapLayer(layer.id()) is None:
                # A layer named by its file comes without what is kept beside the file.
                layer.loadDefaultMetadata()
            self._about = parameters_of(layer.metadata().abstract())
        return True

    def processAlgorithm(self, parameters, context, feedback):
        """Read the routes, save them, publish them."""
        connection = self.connect(parameters, context)
        try:
            plan = self._read(parameters, context, feedback, connection)
            if feedback.isCanceled():
                return {}
            answer = plans.save(connection, plan)
            told = translate("Processing", "Saved as {name}, number {number}: {officers} officers, {legs} legs.")
            legs = sum(len(route.legs) for route in plan.routes)
            feedback.pushInfo(told.format(name=plan.name, number=answer.plan_id, officers=len(plan.routes), legs=legs))
            if self.parameterAsBool(parameters, self.PUBLISH, context):
                plans.publish(connection, answer.plan_id, answer.version)
                feedback.pushInfo(translate("Processing", "Published: every desk shows it during its shift."))
        except RoomError as error:
            raise QgsProcessingException(str(error)) from error
        finally:
            connection.close()
        return {"PLAN": answer.plan_id}

    def _read(self, parameters, context, feedback, connection) -> plans.Plan:
        srid, today = plans.where_and_when(connection)
        room = QgsCoordinateReferenceSystem(f"EPSG:{srid}")

        def into(source) -> QgsCoordinateTransform:
            return QgsCoordinateTransform(source.sourceCrs(), room, context.transformContext())

        source = self.parameterAsSource(parameters, self.INPUT, context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, self.INPUT))
        day = self.parameterAsDateTime(parameters, self.DAY, context).date()
        wanted = dt.date(day.year(), day.month(), day.day()) if day.isValid() else today
        midnight = dt.datetime.combine(wanted, dt.time(), ZONE)
        routes = planned_routes.read(source, into(source), midnight)
        stops = self.parameterAsSource(parameters, self.STOPS, context)
        if stops is not None:
            routes = planned_routes.with_stops(routes, stops, into(stops), midnight)
        if self.parameterAsBool(parameters, self.STAFF, context):
            routes = self._given(connection, routes, feedback)
        coverage = self.parameterAsSource(parameters, self.COVERAGE, context)
        return plans.Plan(
            self.parameterAsString(parameters, self.NAME, context).strip(),
            routes,
            planned_routes.left_out(coverage, into(coverage)) if coverage is not None else [],
            _GOALS.get(str(self._about.get("GOAL", "0"))[:1], plans.COVER),
            planned_routes.number(self._about.get("BOUND")),
            self._about,
        )

    @staticmethod
    def _given(connection, routes: list[plans.Route], feedback) -> list[plans.Route]:
        """Give routes that are nobody's to who is on duty when the first of them begins."""
        people = plans.on_duty(connection, min(route.starts_at for route in routes))
        given = plans.given(routes, people)
        without = sum(route.staff_number is None for route in given)
        if without:
            told = translate("Processing", "{count} routes are nobody's yet: {people} collectors are on duty then.")
            feedback.pushWarning(told.format(count=without, people=len(people)))
        return given
