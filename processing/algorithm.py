"""What all algorithms share: names, help in the reader's language, parameters with a tooltip each."""

import re
from pathlib import Path

from qgis.core import (
    QgsProcessingException,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication, QUrl

from ..database.connection import SERVICE, by_service, connect
from ..errors import RoomError, at_once
from ..wording import language
from .catalogue import Entry, entry
from .listed import Listed

HELP = Path(__file__).parent / "help"
# The dialog shows help in a narrow column, whose width in pixels its pictures must not pass.
_COLUMN = 220
_PICTURE = re.compile(r'<img src="([^"]+)"[^>]*>')
# A line that ends or begins with a Chinese character is joined without a blank.
_CHINESE_BREAK = re.compile("(?<=[\u2e80-\uffff])\n|\n(?=[\u2e80-\uffff])")


class RoomAlgorithm(Listed):
    """An algorithm that works on the room's database. What the toolbox lists of it stands in the catalogue."""

    ROOM = "ROOM"

    def createInstance(self) -> "RoomAlgorithm":
        """Return a fresh one: an algorithm keeps nothing between two runs."""
        return type(self)()

    def entry(self) -> Entry:
        """Return what the catalogue says of this class."""
        return entry(type(self).__name__)

    def shortHelpString(self) -> str:
        """Return the help page in the reader's language, on one line, as QGIS makes a paragraph of each."""
        text = (HELP / f"{self.name()}.{language()}.html").read_text(encoding="utf-8").strip()
        folder = QUrl.fromLocalFile(str(HELP)).toString()
        pictured = _PICTURE.sub(rf'<img src="{folder}/\1" width="{_COLUMN}">', text)
        return _CHINESE_BREAK.sub("", pictured).replace("\n", " ")

    def add(self, parameter: QgsProcessingParameterDefinition, tip: str, *, advanced: bool = False) -> None:
        """Add a parameter with its tooltip."""
        parameter.setHelp(tip)
        if advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.FlagAdvanced)
        self.addParameter(parameter)

    def add_room(self) -> None:
        """Add the parameter that says which room is meant."""
        self.add(
            QgsProcessingParameterString(
                self.ROOM, QCoreApplication.translate("Processing", "Room (service name)"), defaultValue=SERVICE
            ),
            QCoreApplication.translate(
                "Processing", "Entry of the pg_service file that leads to the room; the default is the desk's own room."
            ),
            advanced=True,
        )

    def connect(self, parameters, context):
        """Open a connection to the room; QgsProcessingException with a plain answer when that fails."""
        service = self.parameterAsString(parameters, self.ROOM, context)
        try:
            return connect(by_service(service), application="community-brain processing")
        except RoomError as error:
            raise QgsProcessingException(str(at_once(error))) from error
