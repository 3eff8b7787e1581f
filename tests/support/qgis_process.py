"""qgis_process with the plugin in a fresh profile, as an analyst at a command line has it."""

import os
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "community_brain_plugin"
_LOCALES = {"en": "en_US.UTF-8", "zh": "zh_CN.UTF-8"}


def make_profile(folder: Path) -> Path:
    """Make a folder of QGIS profiles with the plugin in it, unpacked from the built zip where there is one."""
    plugins = folder / "profiles" / "default" / "python" / "plugins"
    archive = os.environ.get("COMMUNITY_BRAIN_ZIP")
    if archive and Path(archive).exists():
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(plugins)
    else:
        unwanted = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / PACKAGE, plugins / PACKAGE, ignore=unwanted)
        for part in ("ui", "processing", "resources"):
            shutil.copytree(ROOT / part, plugins / PACKAGE / part, ignore=unwanted)
        shutil.copy(ROOT / "metadata.txt", plugins / PACKAGE)
    ini = folder / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    ini.parent.mkdir(parents=True)
    ini.write_text(f"[PythonPlugins]\n{PACKAGE}=true\nprocessing=true\n")
    return folder


def find_program() -> str:
    """Return qgis_process; Debian's wrapper fails on a display option, so the program behind it is called."""
    found = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    if found is None:
        pytest.skip("qgis_process is not installed")
    return found


def call(profile: Path, *words: str, language: str = "en", extra: Mapping[str, str] | None = None) -> tuple[int, str]:
    """Run qgis_process with these words; returns exit code and what it wrote."""
    locale = _LOCALES[language]
    environment = {
        **os.environ,
        "QGIS_CUSTOM_CONFIG_PATH": str(profile),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": "",
        "LANG": locale,
        "LC_ALL": locale,
        "LANGUAGE": locale,
        **(extra or {}),
    }
    done = subprocess.run(
        [find_program(), *words], env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    return done.returncode, done.stdout + done.stderr
