"""Patrol routes as GPX 1.1 for handhelds: a track for each officer, and a way point for each turn."""

from html import escape
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY

from .patrol_layers import Tables

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="Community Brain" xmlns="{space}">\n'
_SPACE = "http://www.topografix.com/GPX/1/1"


def write(path: Path, tables: Tables, crs, context) -> None:
    """Write all routes, true WGS84 as handhelds want it."""
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    transform = QgsCoordinateTransform(crs.qgis, degrees, context.transformContext())

    def place(point: QgsPointXY) -> str:
        there = transform.transform(point)
        return f'lat="{there.y():.7f}" lon="{there.x():.7f}"'

    # Way points come before tracks, as the schema has it.
    parts = [_HEAD.format(space=_SPACE)]
    for point, (officer, number, time, told, *_) in tables.turns():
        name = escape(f"{tables.roster.names[officer - 1] or officer}-{number}")
        parts.append(f"<wpt {place(point.asPoint())}><name>{name}</name><desc>{time} {escape(told)}</desc></wpt>\n")
    officer = 0
    for leg in tables.legs:
        if leg.officer != officer:
            parts.append("</trkseg></trk>\n" if officer else "")
            officer = leg.officer
            name = tables.roster.called(officer)
            parts.append(f"<trk><name>{escape(name)}</name><trkseg>\n")
        parts += [f"<trkpt {place(QgsPointXY(*corner))}/>\n" for corner in leg.places(tables.graph)]
    parts.append("</trkseg></trk>\n</gpx>\n" if officer else "</gpx>\n")
    path.write_text("".join(parts), encoding="utf-8")
