"""Times of day of a plan of patrols, read and told."""

from qgis.core import QgsProcessingException
from qgis.PyQt.QtCore import QCoreApplication

translate = QCoreApplication.translate

_DAY = 24 * 3600


def clock(text: str) -> int:
    """Return a time of day, such as 08:00, in seconds after midnight."""
    hours, _, minutes = text.strip().replace("：", ":").partition(":")
    if hours.isdecimal() and minutes.isdecimal() and int(hours) < 24 and int(minutes) < 60:
        return 3600 * int(hours) + 60 * int(minutes)
    raise QgsProcessingException(translate("Processing", "{text} is no time of day, such as 08:00.").format(text=text))


def at(seconds: float) -> str:
    """Return so many seconds after midnight as a time of day."""
    second = round(seconds) % _DAY
    return f"{second // 3600:02d}:{second % 3600 // 60:02d}:{second % 60:02d}"
