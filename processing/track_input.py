"""What algorithms about tracks take in: points or lines, GPX or CSV files, and how their positions are meant."""

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMultipleLayers,
)
from qgis.PyQt.QtCore import QCoreApplication

from . import track_points
from .analysis_algorithm import AnalysisAlgorithm
from .track_points import Points
from .working_crs import WorkingCrs

translate = QCoreApplication.translate


class TrackAlgorithm(AnalysisAlgorithm):
    """An algorithm that reads tracks, from a layer or from files."""

    FILES, OFFICER, POSITIONS = "FILES", "OFFICER", "POSITIONS"

    def add_tracks(self) -> None:
        """Add the layer or files of tracks, and how they are to be read."""
        self.add(
            QgsProcessingParameterFeatureSource(
                self.INPUT, translate("Processing", "Tracks"), track_points.KINDS, optional=True
            ),
            translate("Processing", "Points with their time, or lines. Or leave it empty and give files."),
        )
        self.add(
            QgsProcessingParameterMultipleLayers(
                self.FILES, translate("Processing", "Files of tracks (GPX, CSV)"), QgsProcessing.TypeFile, optional=True
            ),
            translate(
                "Processing",
                "GPX of handhelds, or CSV with columns lon, lat, time and officer, or the same in Chinese.",
            ),
        )
        self.add_time()
        self.add_field(
            self.OFFICER,
            translate("Processing", "Officer"),
            translate("Processing", "Whose point it is. Without one, a field with a usual name is taken."),
            QgsProcessingParameterField.Any,
        )
        self.add_choice(
            self.POSITIONS,
            translate("Processing", "Positions are"),
            translate(
                "Processing",
                "Many Chinese handhelds and platforms give GCJ-02 or BD-09, 100 to 700 m off. It cannot be seen from "
                "the figures: ask who made them.",
            ),
            [translate("Processing", "True (WGS84, or as the layer says)"), "GCJ-02", "BD-09"],
        )

    def has_tracks(self, parameters, context) -> tuple[bool, bool]:
        """Return whether a layer, and whether files are given."""
        return self.parameterAsSource(parameters, self.INPUT, context) is not None, bool(parameters.get(self.FILES))

    def tracks(self, parameters, context, feedback, crs: WorkingCrs, watch) -> Points:
        """Return the points of the layer or the files, in the working system; just one of both must be given."""
        layer, files = self.has_tracks(parameters, context)
        if layer == files:
            told = translate("Processing", "Give the tracks as a layer or as files, one of both.")
            raise QgsProcessingException(told)
        truly = track_points.SHIFTS[self.parameterAsEnum(parameters, self.POSITIONS, context)]
        if files:
            points = track_points.of_files(self.parameterAsFileList(parameters, self.FILES, context), crs, truly, watch)
        else:
            columns = (
                self.field(parameters, self.TIME, context, feedback, track_points.TIMES),
                self.field(parameters, self.OFFICER, context, feedback, track_points.OFFICERS),
            )
            points = track_points.of_source(self, parameters, self.INPUT, context, columns, crs, truly, watch)
        if not len(points):
            raise QgsProcessingException(translate("Processing", "The tracks hold no points."))
        self.tell_of(feedback, points)
        return points

    def tell_of(self, feedback, points: Points) -> None:
        """Say in the log how much was read."""
        told = translate("Processing", "{count} points of {officers} officers were read.")
        self.tell(feedback, told.format(count=len(points), officers=len(points.names)))
