"""Print patrol plan: a page for each officer with his way on the map and his list of turns, as a PDF."""

import datetime as dt

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..errors import RoomError
from ..indicators.periods import ZONE
from ..patrols import plans
from . import patrol_pages, planned_routes
from .result_algorithm import ResultAlgorithm

translate = QCoreApplication.translate


class PrintPatrolPlan(ResultAlgorithm):
    """communitybrain:printpatrolplan"""

    PLAN, INPUT, STREETS, FILE = "PLAN", "INPUT", "STREETS", "FILE"

    def flags(self):
        """Run on the main thread: layouts live there."""
        return super().flags() | QgsProcessingAlgorithm.FlagNoThreading

    def initAlgorithm(self, configuration=None) -> None:
        """Declare parameters and outputs."""
        line = [QgsProcessing.TypeVectorLine]
        self.add(
            QgsProcessingParameterString(self.PLAN, translate("Processing", "Plan"), optional=True),
            translate("Processing", "Name or number of a saved plan; without one, what is published now or next."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.INPUT, translate("Processing", "Patrol routes"), line, optional=True
            ),
            translate("Processing", "Routes that Plan patrols gave, printed without a room, whatever the plan says."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(self.STREETS, translate("Processing", "Streets"), line, optional=True),
            translate("Processing", "Drawn below the routes; without them, the room's own for a saved plan."),
        )
        self.add(
            QgsProcessingParameterFileDestination(self.FILE, translate("Processing", "Pages"), "PDF (*.pdf)"),
            translate("Processing", "A PDF with a page or more for each officer."),
        )
        self.add_room()
        self.addOutput(QgsProcessingOutputNumber("OFFICER_COUNT", translate("Processing", "Officers")))

    def processAlgorithm(self, parameters, context, feedback):
        """Gather what is on the pages, then print them."""
        source = self.parameterAsSource(parameters, self.INPUT, context)
        try:
            book = self._saved(parameters, context) if source is None else self._planned(source, context)
            streets = self.parameterAsSource(parameters, self.STREETS, context)
            if streets is not None:
                book = book.on(self._lines(streets, book.crs, context))
            path = self.parameterAsFileOutput(parameters, self.FILE, context)
            patrol_pages.write(book, path, feedback)
        except RoomError as error:
            raise QgsProcessingException(str(error)) from error
        return {self.FILE: path, "OFFICER_COUNT": len(book.routes)}

    def _saved(self, parameters, context) -> patrol_pages.Book:
        connection = self.connect(parameters, context)
        try:
            head = plans.named(connection, self.parameterAsString(parameters, self.PLAN, context))
            whole = plans.load(connection, head.plan_id)
            srid, _ = plans.where_and_when(connection)
            streets = [
                (name, QgsGeometry.fromWkt(line)) for name, line in plans.streets_about(connection, head.plan_id)
            ]
        finally:
            connection.close()
        crs = QgsCoordinateReferenceSystem(f"EPSG:{srid}")
        return patrol_pages.Book(whole.name, whole.routes, crs, streets, head)

    @staticmethod
    def _planned(source, context) -> patrol_pages.Book:
        """Take routes from a layer, in its own system or, where that is in degrees, in web metres."""
        crs = source.sourceCrs()
        if crs.isGeographic():
            crs = QgsCoordinateReferenceSystem("EPSG:3857")
        into = QgsCoordinateTransform(source.sourceCrs(), crs, context.transformContext())
        today = dt.datetime.combine(dt.datetime.now(ZONE).date(), dt.time(), ZONE)
        routes = planned_routes.read(source, into, today)
        return patrol_pages.Book(translate("Processing", "Patrol routes"), routes, crs, [])

    @staticmethod
    def _lines(source, crs: QgsCoordinateReferenceSystem, context) -> list[tuple[str, QgsGeometry]]:
        into = QgsCoordinateTransform(source.sourceCrs(), crs, context.transformContext())
        names = {name.lower(): name for name in source.fields().names()}
        named = next((names[word] for word in ("name", "street_name", "name_zh", "road_name") if word in names), "")
        found = []
        for feature in source.getFeatures():
            geometry = QgsGeometry(feature.geometry())
            if not geometry.isNull():
                geometry.transform(into)
                found.append((str(feature[named] or "") if named else "", geometry))
        return found
