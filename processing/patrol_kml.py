"""Patrol routes as KML 2.2 for phones and globes: the route of each officer in his colour, a point for each turn."""

from html import escape
from itertools import groupby
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY

from .patrol_layers import Tables
from .patrol_look import colour

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>\n'


def write(path: Path, tables: Tables, crs, context) -> None:
    """Write all routes, true WGS84."""
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    transform = QgsCoordinateTransform(crs.qgis, degrees, context.transformContext())

    def place(point: QgsPointXY) -> str:
        there = transform.transform(point)
        return f"{there.x():.7f},{there.y():.7f}"

    turns: dict[int, list[str]] = {}
    for point, (officer, number, time, told, *_) in tables.turns():
        turns.setdefault(officer, []).append(
            f"<Placemark><name>{number}</name><description>{time} {escape(told)}</description><styleUrl>#{officer}"
            f"</styleUrl><Point><coordinates>{place(point.asPoint())}</coordinates></Point></Placemark>\n"
        )
    parts = [_HEAD]
    parts += [_style(officer) for officer in turns]
    for officer, legs in groupby(tables.legs, key=lambda leg: leg.officer):
        name = escape(tables.roster.called(officer))
        corners = [place(QgsPointXY(*corner)) for leg in legs for corner in leg.places(tables.graph)]
        parts.append(
            f"<Folder><name>{name}</name><Placemark><name>{name}</name><styleUrl>#{officer}</styleUrl><LineString>"
            f"<tessellate>1</tessellate><coordinates>{' '.join(corners)}</coordinates></LineString></Placemark>\n"
        )
        parts += [*turns[officer], "</Folder>\n"]
    parts.append("</Document></kml>\n")
    path.write_text("".join(parts), encoding="utf-8")


def _style(officer: int) -> str:
    """Return the style of an officer's line and points; KML writes colours as opacity, blue, green and red."""
    shade = colour(officer)
    code = f"ff{shade.blue():02x}{shade.green():02x}{shade.red():02x}"
    return (
        f'<Style id="{officer}"><LineStyle><color>{code}</color><width>4</width></LineStyle><IconStyle><color>{code}'
        "</color><scale>0.6</scale></IconStyle><LabelStyle><scale>0.7</scale></LabelStyle></Style>\n"
    )
