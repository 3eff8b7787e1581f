"""Composition root: what QGIS loads, and when each part of the plugin comes to life."""

import contextlib
import threading
from importlib import import_module

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QObject, QTimer, QTranslator, pyqtSignal

from . import resources, wording


class CommunityBrainPlugin(QObject):
    """The plugin in one QGIS. `iface` is None under qgis_process.

    Nothing connects while QGIS starts: the room opens when it is asked for, or, where the setting
    `community-brain/open_on_start` says so, once QGIS is ready. Nothing heavy is imported either: in a window the
    algorithms are announced first; once QGIS is ready a thread imports the desk, if it is to open, and then them.
    """

    _desk_imported = pyqtSignal()
    _algorithms_imported = pyqtSignal()

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
        self._desk_imported.connect(self._open_on_start)
        self._algorithms_imported.connect(self._complete)
        if self._iface.mainWindow().isVisible():
            QTimer.singleShot(0, lambda: self._import(at_start=False))
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

    def _import(self, at_start: bool = True) -> None:
        with_desk = at_start and self._desk is not None and self._desk.opens_on_start
        threading.Thread(
            target=self._import_all, args=(with_desk,), name="community-brain imports", daemon=True
        ).start()

    def _import_all(self, with_desk: bool) -> None:
        try:
            if with_desk:
                self._import_desk()
        finally:
            self._import_algorithms()

    def _import_desk(self) -> None:
        try:
            import_module(".ui.desk.session", __package__)
        finally:  # what could not be imported is told where the room opens
            self._tell(self._desk_imported)

    def _import_algorithms(self) -> None:
        import_module(".processing.catalogue", __package__).loaded()
        self._tell(self._algorithms_imported)

    def _tell(self, signal) -> None:
        with contextlib.suppress(RuntimeError):  # unloaded meanwhile
            signal.emit()

    def _open_on_start(self) -> None:
        if self._desk is not None:
            self._desk.open_room()

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
