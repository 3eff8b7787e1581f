"""Bring the Chinese .ts file up to date with the strings in the sources: `translations.py update`.

New strings come in unfinished, strings that are gone leave; tests/qgis/test_translations.py holds the result.
Line numbers are left out, so that a moved line is not a change.
"""

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "translations" / "community_brain_zh_CN.ts"
FOLDERS = ("community_brain_plugin", "ui", "processing")
_EMPTY = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.0" language="zh_CN" sourcelanguage="en"/>\n'


def sources() -> list[str]:
    """Return every Python file whose strings people see, relative to the repository's root."""
    found = (path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py")))
    return [str(path.relative_to(ROOT)) for path in found]


def update(target: Path = TARGET) -> None:
    """Collect the strings of the sources into `target`. Raises CalledProcessError when pylupdate5 fails."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists():
        target.write_text(_EMPTY, encoding="utf-8")
    # pylupdate5 reads its sources as Latin-1 unless it is told otherwise.
    subprocess.run(
        ["pylupdate5", "-noobsolete", "-tr-function", "tr", *sources(), "-ts", str(target)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        env={**os.environ, "QT_SELECT": "qt5", "LC_ALL": "C.UTF-8"},
    )
    text = re.sub(r"\n\s*<location [^>]*/>", "", target.read_text(encoding="utf-8"))
    target.write_text(text, encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("job", choices=["update"])
    parser.parse_args()
    update()
    unfinished = TARGET.read_text(encoding="utf-8").count('type="unfinished"')
    sys.stdout.write(f"translations: {TARGET.relative_to(ROOT)}, {unfinished} to translate\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
