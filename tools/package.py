"""Stage the plugin tree and build the zip that QGIS installs.

`package.py stage` lays the four folders of the repository out as the one package they are mapped to;
`package.py zip TARGET` packs that tree. The same bytes go in again as long as no source has changed.
"""

import argparse
import importlib.metadata
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "community_brain_plugin"
STAGE = ROOT / "build" / "stage" / PACKAGE
PARTS = {"": PACKAGE, "ui": "ui", "processing": "processing", "resources": "resources"}
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", "*.orig", ".*.swp")
# Pure Python that QGIS installers may lack; the plugin looks for it in QGIS's own Python first.
VENDORED = "pyqtgraph"
# Where Debian's own package, which is new enough in some releases, keeps the licence.
DEBIAN_LICENCE = f"/usr/share/doc/python3-{VENDORED}/copyright"
NOT_VENDORED = shutil.ignore_patterns("__pycache__", "*.pyc", "examples", "tests")
# Zip knows no earlier moment; a fixed one keeps the zip the same for the same sources.
MOMENT = (1980, 1, 1, 0, 0, 0)


def stage() -> None:
    """Copy the sources to `build/stage`, translations compiled, beside the old tree, then swap."""
    fresh = STAGE.with_name(f"{PACKAGE}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    for target, source in PARTS.items():
        shutil.copytree(ROOT / source, fresh / target, ignore=LEFT_OUT, dirs_exist_ok=True)
    for name in ("metadata.txt", "LICENSE"):
        shutil.copy2(ROOT / name, fresh / name)
    compile_translations(fresh / "resources" / "translations")
    vendor(fresh / "vendored")
    shutil.rmtree(STAGE, ignore_errors=True)
    fresh.rename(STAGE)


def vendor(folder: Path) -> None:
    """Copy what travels with the plugin, with its licence, from the environment that builds."""
    distribution = importlib.metadata.distribution(VENDORED)
    shutil.copytree(str(distribution.locate_file(VENDORED)), folder / VENDORED, ignore=NOT_VENDORED)
    listed = [file for file in distribution.files or () if file.name.startswith("LICENSE")]
    licence = str(distribution.locate_file(listed[0])) if listed else DEBIAN_LICENCE
    shutil.copy2(licence, folder / VENDORED / "LICENSE.txt")


def compile_translations(folder: Path) -> None:
    """Turn every .ts in `folder` into the .qm that Qt loads. Raises CalledProcessError when one is malformed."""
    for source in sorted(folder.glob("*.ts")):
        subprocess.run(
            ["lrelease", "-silent", str(source), "-qm", str(source.with_suffix(".qm"))],
            check=True,
            env={**os.environ, "QT_SELECT": "qt5"},
        )


def pack(target: Path) -> None:
    """Write the staged tree to `target`; a half-written zip never bears the name."""
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_suffix(".part")
    with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(STAGE.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(path.relative_to(STAGE.parent).as_posix(), MOMENT)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, path.read_bytes())
    half.replace(target)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    jobs = parser.add_subparsers(dest="job", required=True)
    jobs.add_parser("stage")
    jobs.add_parser("zip").add_argument("target", type=Path)
    arguments = parser.parse_args()
    if arguments.job == "stage":
        stage()
    else:
        pack(arguments.target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
