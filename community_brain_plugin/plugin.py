"""Composition root: what QGIS loads, and when each part of the plugin comes to life."""

import contextlib
import threading

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QObject, QTimer, QTranslator, pyqtSignal

from . import resources, wording


class CommunityBrainPlugin(QObject):
    """The plugin in one QGIS. `iface` is None under qgis_process.

    Nothing connects while QGIS starts: the room opens when it is asked for, or, where the setting
    `community-brain/open_on_start` says so, once QGIS is ready. Nothing heavy is imported either: in a window the
    algorithms are announced first, and imported on a thread once QGIS is ready.
    """

    _imported = pyqtSignal()

    def __init__(self, iface) -> None:
        super().__init__()
        self._iface = iface
        self._provider = None
        self._desk = None
        self._translator: QTranslator | None = None
        self._speak()

    def initProcessing(self) -> None:
        """Register the Processing provider; QGIS calls this alone under qgis_process."""
        self._offer(announce=False)

    def initGui(self) -> None:
        """Add the menu, the settings page and the provider."""
        from .ui.entry import DeskEntry

        self._desk = DeskEntry(self._iface)
        self._offer(announce=True)
        self._imported.connect(self._complete)
        if self._iface.mainWindow().isVisible():
            QTimer.singleShot(0, self._import)
        else:
            self._iface.initializationCompleted.connect(self._import)

    def unload(self) -> None:
        """Take everything out of QGIS again."""
        if self._desk is not None:
            self._desk.unload()
            self._desk = None
            with contextlib.suppress(TypeError):  # not connected: QGIS was ready already
                self._iface.initializationCompleted.disconnect(self._import)
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None

    def open_room(self) -> None:
        """Open the room of the profile in use."""
        self._desk.open_room()

    def choose_room(self) -> None:
        """Show the dialog of connection profiles."""
        self._desk.choose_room()

    def close_room(self) -> None:
        """Close the room; QGIS goes on."""
        self._desk.close_room()

    @property
    def session(self):
        """The open room (ui.desk.session.RoomSession), or None."""
        return self._desk.session if self._desk is not None else None

    def is_ready(self) -> bool:
        """Whether the map has rendered with live data."""
        return self.session is not None and self.session.is_ready

    def _offer(self, announce: bool) -> None:
        from .processing.provider import Provider

        self._provider = Provider(announce)
        QgsApplication.processingRegistry().addProvider(self._provider)

    def _import(self) -> None:
        threading.Thread(target=self._import_algorithms, name="community-brain imports", daemon=True).start()

    def _import_algorithms(self) -> None:
        from .processing.catalogue import loaded

        loaded()
        with contextlib.suppress(RuntimeError):  # unloaded meanwhile
            self._imported.emit()

    def _complete(self) -> None:
        if self._provider is not None:
            self._provider.complete()

    def _speak(self) -> None:
        """Use QGIS's language: Chinese where it is Chinese, else English."""
        locale = str(QgsSettings().value("locale/userLocale", "") or QgsApplication.locale() or "en")
        wording.set_language(locale)
        if wording.language() != "zh":
            return
        translator = QTranslator()
        if translator.load(str(resources.path("translations", "community_brain_zh_CN.qm"))):
            QCoreApplication.installTranslator(translator)
            self._translator = translator
