"""Run inside QGIS (`qgis --code`): note when QGIS is ready, and end it."""

import os
import time
from pathlib import Path

import qgis.utils
from qgis.PyQt.QtCore import QCoreApplication, QTimer


def note() -> None:
    """Write down this moment of the system's monotonic clock and whether the plugin is loaded."""
    loaded = "community_brain_plugin" in qgis.utils.plugins
    Path(os.environ["COMMUNITY_BRAIN_BENCH_OUTPUT"]).write_text(f"{time.monotonic()} {loaded}\n", encoding="utf-8")
    QTimer.singleShot(0, lambda: QCoreApplication.exit(0))


# The code runs before QGIS says that it is ready, unless a version turns that round.
qgis.utils.iface.initializationCompleted.connect(note)
