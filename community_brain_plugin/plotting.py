"""pyqtgraph, bound to the Qt that QGIS runs on; from the environment, else from the copy in the plugin's zip."""

import importlib
import importlib.util
import os
import sys
from pathlib import Path
from typing import Any

from .errors import RoomError

# tools/package.py puts the copy there.
_VENDORED = Path(__file__).resolve().parent / "vendored"
_BINDING_VARIABLE = "PYQTGRAPH_QT_LIB"


def load() -> Any:
    """Return the module pyqtgraph. Importing it takes a moment: the first time on a worker.

    Where PyQt6 is installed beside PyQt5 it would take whichever it finds first, so it is told. Raises RoomError where
    it is missing, or where another plugin has bound it to another Qt.
    """
    from qgis.PyQt.QtCore import QObject

    binding = QObject.__module__.split(".")[0]
    if "pyqtgraph" not in sys.modules:
        os.environ.setdefault(_BINDING_VARIABLE, binding)
        if importlib.util.find_spec("pyqtgraph") is None and _VENDORED.is_dir():
            sys.path.append(str(_VENDORED))
            importlib.invalidate_caches()
    try:
        module = importlib.import_module("pyqtgraph")
        bound = importlib.import_module("pyqtgraph.Qt").QT_LIB
    except ImportError as error:
        raise RoomError("desk.no_charts", reason=str(error)) from error
    if bound != binding:
        raise RoomError("desk.no_charts", reason=f"pyqtgraph: {bound} ≠ {binding}")
    return module
