"""The house rules: which part may know which, and what imports without QGIS."""

import ast
import importlib
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARTS = {
    "community_brain_plugin": ROOT / "community_brain_plugin",
    "ui": ROOT / "ui",
    "processing": ROOT / "processing",
}
PACKAGE = "community_brain_plugin"
# These build the parts and hand them to each other; they alone may know both sides.
COMPOSERS = {"plugin.py", "cli.py"}


def dotted(path: Path) -> str:
    """Return the name a source file is imported by."""
    for part, folder in PARTS.items():
        if path.is_relative_to(folder):
            inner = path.relative_to(folder).with_suffix("").parts
            prefix = [PACKAGE] if part == PACKAGE else [PACKAGE, part]
            return ".".join([*prefix, *inner]).removesuffix(".__init__")
    raise AssertionError(path)


def imports(path: Path, late: bool = True) -> set[str]:
    """Return every module a source file imports, relative ones made absolute.

    Without `late` only what is imported as the file itself is: not inside functions, nor for type checkers.
    """
    name = dotted(path)
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree) if late else tree.body:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, base]).rstrip(".")
            found |= {base} | {f"{base}.{alias.name}" for alias in node.names}
    return found


def sources(*parts: str) -> list[Path]:
    return [path for part in parts for path in sorted(PARTS[part].rglob("*.py"))]


def knows(path: Path, package: str) -> set[str]:
    return {name for name in imports(path) if name == package or name.startswith(f"{package}.")}


@pytest.mark.parametrize("path", sources(PACKAGE), ids=dotted)
def test_the_core_knows_neither_ui_nor_processing(path):
    if path.parent.name == PACKAGE and path.name in COMPOSERS:
        return
    assert not knows(path, f"{PACKAGE}.ui") | knows(path, f"{PACKAGE}.processing")


@pytest.mark.parametrize("path", sources("ui"), ids=dotted)
def test_ui_does_not_know_processing(path):
    assert not knows(path, f"{PACKAGE}.processing")


@pytest.mark.parametrize("path", sources("processing"), ids=dotted)
def test_processing_does_not_know_ui(path):
    assert not knows(path, f"{PACKAGE}.ui")


@pytest.mark.parametrize("path", sources("ui", "processing"), ids=dotted)
def test_nobody_below_knows_who_composes_them(path):
    assert not knows(path, f"{PACKAGE}.plugin") | knows(path, f"{PACKAGE}.cli")


@pytest.mark.parametrize("path", sorted((PARTS[PACKAGE] / "analysis").rglob("*.py")), ids=dotted)
def test_analysis_is_arrays_in_and_arrays_out(path):
    for package in ("qgis", "PyQt5", "psycopg2", "psycopg", "sqlite3"):
        assert not knows(path, package)
    own = {name for name in knows(path, PACKAGE) if not name.startswith(f"{PACKAGE}.analysis")}
    # Refusals have one shape everywhere.
    assert own <= {PACKAGE, f"{PACKAGE}.errors", f"{PACKAGE}.errors.RoomError"}


def test_the_core_imports_without_qgis():
    """Everything of the core but the composition root: PyQt and qgis are made impossible to import."""
    names = [dotted(path) for path in sources(PACKAGE) if path.name != "plugin.py"]
    program = (
        "import importlib, sys\n"
        "class Closed:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] in {'qgis', 'PyQt5', 'PyQt6', 'processing'}:\n"
        "            raise ImportError('closed: ' + name)\n"
        "sys.meta_path.insert(0, Closed())\n"
        f"for name in {names!r}:\n"
        "    importlib.import_module(name)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_what_qgis_loads_has_nothing_compiled_of_our_own():
    """PUM, psycopg 3 and shapely serve the command line alone: nothing on screen leads to a module that needs them."""
    modules = {dotted(path): path for path in sources(*PARTS)}
    waiting = [
        name for name in modules if name.startswith((f"{PACKAGE}.ui", f"{PACKAGE}.processing", f"{PACKAGE}.plugin"))
    ]
    reached: dict[str, str] = {name: name for name in waiting}
    while waiting:
        name = waiting.pop()
        found = imports(modules[name], late=reached[name] == name)
        compiled = {top for top in (module.split(".")[0] for module in found) if top in {"pum", "psycopg", "shapely"}}
        assert not compiled, f"{name} needs {compiled}, and {reached[name]} leads to it"
        for module in found & modules.keys() - reached.keys():
            reached[module] = name
            waiting.append(module)


def test_all_four_folders_are_one_package():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    mapped = settings["tool"]["setuptools"]["package-dir"]
    assert mapped == {PACKAGE: PACKAGE} | {f"{PACKAGE}.{part}": part for part in ("processing", "resources", "ui")}
    for package, folder in mapped.items():
        assert Path(importlib.import_module(package).__path__[0]) == ROOT / folder


def test_one_version_everywhere():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    version = settings["project"]["version"]
    assert f"\nversion={version}\n" in (ROOT / "metadata.txt").read_text(encoding="utf-8")
    assert f"\n## {version}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
