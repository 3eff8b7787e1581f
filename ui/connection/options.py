"""The plugin's page in QGIS's settings: which room, and whether it opens with QGIS."""

from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout

from ... import resources
from ...wording import name


class RoomOptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page; `choose` opens the dialog of connection profiles."""

    def __init__(self, choose) -> None:
        super().__init__()
        self._choose = choose
        self.setTitle(QCoreApplication.translate("RoomOptionsPage", "Community Brain"))

    def icon(self) -> QIcon:
        return QIcon(str(resources.path("icons", "community_brain.svg")))

    def createWidget(self, parent):
        # Settings pages are made when the dialog opens; what knows the database is imported no sooner.
        from . import profiles

        return RoomOptionsPage(profiles, self._choose, parent)


class RoomOptionsPage(QgsOptionsPageWidget):
    """One page of the settings dialog; nothing connects from here. `profiles` is the module of that name."""

    def __init__(self, profiles, choose, parent=None) -> None:
        super().__init__(parent)
        self._profiles = profiles
        self._on_start = QCheckBox(self.tr("Open the room when QGIS starts"), self)
        self._on_start.setChecked(profiles.opens_on_start())
        chosen = QLabel(self.tr("The room: {room}").format(room=room_in_words(profiles.load())), self)
        chosen.setWordWrap(True)
        button = QPushButton(self.tr("Choose the room …"), self)
        button.clicked.connect(lambda checked: choose())
        layout = QVBoxLayout(self)
        layout.addWidget(chosen)
        layout.addWidget(button)
        layout.addWidget(self._on_start)
        layout.addStretch(1)

    def apply(self) -> None:
        """Keep what was set; QGIS calls this on OK."""
        self._profiles.set_opens_on_start(self._on_start.isChecked())


def room_in_words(profile) -> str:
    """Return which room a profile leads to."""
    words = {
        "private": QCoreApplication.translate("RoomOptionsPage", "private room of this machine, post {post}"),
        "service": QCoreApplication.translate("RoomOptionsPage", "service {service}"),
        "stored": QCoreApplication.translate("RoomOptionsPage", "stored connection {stored}"),
        "server": QCoreApplication.translate("RoomOptionsPage", "{database} on {host}"),
    }
    text = words[profile.kind].format(
        post=name("role", profile.post), service=profile.service, stored=profile.stored, database=profile.database,
        host=profile.host,
    )  # fmt: skip
    return f"{profile.name} ({text})" if profile.name else text
