"""Kept tracks: where officers went, put into the room for some days, so that walks can be compared with their plans."""

from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingException, QgsProcessingOutputNumber
from qgis.PyQt.QtCore import QCoreApplication

from ..patrols import tracks
from . import track_points
from .track_input import TrackAlgorithm
from .working_crs import WorkingCrs

translate = QCoreApplication.translate

_DEGREES = "EPSG:4490"


class KeepTracks(TrackAlgorithm):
    """communitybrain:keeptracks"""

    def initAlgorithm(self, configuration=None) -> None:
        """Declare parameters and outputs."""
        self.add_tracks()
        self.add_room()
        self.addOutput(QgsProcessingOutputNumber("TRACKS", translate("Processing", "Tracks kept")))
        self.addOutput(QgsProcessingOutputNumber("POINTS", translate("Processing", "Points kept")))

    def calculate(self, parameters, context, feedback, watch) -> dict[str, object]:
        """Read, cut into walks, send: all or none."""
        degrees = WorkingCrs.same_as(QgsCoordinateReferenceSystem(_DEGREES))
        points = self.tracks(parameters, context, feedback, degrees, watch.part(0.0, 0.6))
        if not points.timed:
            told = translate(
                "Processing",
                "Not every point has a time: such tracks cannot be kept, as nobody knows when they expire.",
            )
            raise QgsProcessingException(told)
        found, left = track_points.walks(points)
        if not found:
            raise QgsProcessingException(translate("Processing", "No walk has two points of different times."))
        if left:
            told = translate(
                "Processing",
                "{count} points add nothing to a walk and are not kept: alone, or of a moment that has one.",
            )
            feedback.pushWarning(told.format(count=left))
        watch.at(0.6)
        connection = self.connect(parameters, context)
        try:
            until = tracks.keep(connection, found)
        finally:
            connection.close()
        kept = sum(len(track.time) for track in found)
        told = translate("Processing", "Kept: {tracks} walks, {points} points. The first is deleted on {day}.")
        first = min(until).astimezone(track_points.ZONE)
        feedback.pushInfo(told.format(tracks=len(found), points=kept, day=f"{first:%Y-%m-%d %H:%M}"))
        return {"TRACKS": len(found), "POINTS": kept}
