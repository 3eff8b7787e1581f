"""One import path for streets, buildings, divisions, components and unit grids: OGR reads, the database judges.

Used by the command line and by the Processing algorithms alike; knows no QGIS and no widget.
"""
