"""Run inside QGIS (`qgis --code`): wait until the command room has rendered, keep a picture of the window, and end.

COMMUNITY_BRAIN_SCREENSHOT names the picture, COMMUNITY_BRAIN_PATIENCE the seconds to wait.
"""

import importlib
import os
import sys
import time
import traceback
from pathlib import Path

import qgis.utils
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QTimer

PLUGIN = "community_brain_plugin"
LOOK_EVERY_MS = 200
# Once ready, docks and canvas have this long to paint what they were given.
SETTLE_MS = 700


class Photographer:
    """Looks at the plugin until it is ready, then takes the picture."""

    def __init__(self, picture: Path, patience: float) -> None:
        self.picture = picture
        self.deadline = time.monotonic() + patience
        self.window = qgis.utils.iface.mainWindow()
        self.window.showNormal()
        self.window.setGeometry(self.window.screen().geometry())
        self.timer = QTimer(self.window)
        self.timer.timeout.connect(self.look)
        self.timer.start(LOOK_EVERY_MS)

    def look(self) -> None:
        """Take the picture once the plugin says that its map has rendered, or say why it does not."""
        plugin = qgis.utils.plugins.get(PLUGIN)
        if plugin is not None and plugin.is_ready():
            self.timer.stop()
            QTimer.singleShot(SETTLE_MS, self.take)
        elif time.monotonic() > self.deadline:
            self.timer.stop()
            sys.stderr.write(f"screenshot: {why_not()}\n")
            self.keep(self.picture.with_name(f"{self.picture.stem}-failed.png"))
            leave(1)

    def take(self) -> None:
        """Keep the picture and end QGIS."""
        self.keep(self.picture)
        leave(0)

    def keep(self, target: Path) -> None:
        """Save the window; a half-written picture never bears the name."""
        half = target.with_name(f".{target.name}")
        self.window.grab().save(str(half), "PNG")
        half.replace(target)


def why_not() -> str:
    """Return why the room is not ready: the plugin's own error, or that its map is late."""
    if PLUGIN in qgis.utils.plugins:
        return "the plugin is loaded, but its map has not rendered in time"
    try:
        importlib.import_module(PLUGIN).classFactory(qgis.utils.iface)
    except Exception:  # whatever it is, it is the answer
        return f"the plugin does not load:\n{traceback.format_exc()}"
    return "the plugin is not switched on in this profile"


def leave(code: int) -> None:
    """End QGIS without its question about unsaved changes."""
    QgsProject.instance().setDirty(False)
    QCoreApplication.exit(code)


Path(os.environ["COMMUNITY_BRAIN_SCREENSHOT"]).parent.mkdir(parents=True, exist_ok=True)
photographer = Photographer(
    Path(os.environ["COMMUNITY_BRAIN_SCREENSHOT"]), float(os.environ.get("COMMUNITY_BRAIN_PATIENCE", "120"))
)
