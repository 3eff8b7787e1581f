"""Community Brain: the command room of a subdistrict, as a QGIS plugin on a shared PostGIS database."""


def classFactory(iface):
    """Return the plugin; QGIS calls this once with its interface (None under qgis_process)."""
    from .plugin import CommunityBrainPlugin

    return CommunityBrainPlugin(iface)
