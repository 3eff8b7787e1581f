"""Every string people see is in the Chinese file, finished, current, and Chinese."""

import ast
import importlib.util
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHINESE = re.compile("[\u4e00-\u9fff]")
LATIN = re.compile(r"[A-Za-z]{2,}")
#: Names and figures that Chinese text writes in Latin letters too.
LATIN_WORDS = {
    "asia", "baidu", "bd", "building", "cgcs", "community", "conf", "csv", "ctrl", "epsg", "esc", "gcj", "geotiff",
    "gi", "gpx", "highway", "html", "id", "kml", "mb", "no", "ogr", "openstreetmap", "osm", "pdf", "pg", "pgpass",
    "png", "postgresql", "python", "qgis", "reverse", "service", "shanghai", "yes",
}  # fmt: skip


def load_tool():
    spec = importlib.util.spec_from_file_location("translations_tool", ROOT / "tools" / "translations.py")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


TOOL = load_tool()


def messages(path: Path) -> dict[tuple[str, str], tuple[str, str | None]]:
    """Return (context, source) → (translation, its type) of a .ts file."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            key = (context.findtext("name"), message.findtext("source"))
            found[key] = (translation.text or "", translation.get("type"))
    return found


@pytest.fixture(scope="module")
def chinese():
    return messages(TOOL.TARGET)


def translated_calls():
    """Yield (file, line, context, the expression that is the text) of every call that translates."""
    for source in TOOL.sources():
        for context, text in TOOL.calls(ast.parse((ROOT / source).read_text(encoding="utf-8"))):
            yield source, text.lineno, context, text


def test_no_string_is_missing_and_none_is_obsolete(tmp_path, chinese):
    fresh = tmp_path / "fresh.ts"
    TOOL.update(fresh)
    wanted = set(messages(fresh))
    assert sorted(wanted - set(chinese)) == [], "run tools/translations.py update and translate"
    assert sorted(set(chinese) - wanted) == [], "run tools/translations.py update"


def test_every_text_has_a_context():
    """`tr` outside a class and `translate` with a computed context cannot be found again by Qt."""
    assert [f"{source}:{line}" for source, line, context, _ in translated_calls() if not context] == []


def test_no_translated_string_is_an_f_string_or_a_sum():
    computed = ast.JoinedStr | ast.BinOp
    bad = [f"{source}:{line}" for source, line, _, text in translated_calls() if isinstance(text, computed)]
    assert bad == []


def test_every_string_is_translated(chinese):
    assert [key for key, (text, kind) in chinese.items() if kind is not None or not text.strip()] == []


def test_the_translation_is_chinese(chinese):
    """Figures and names apart, no English is left."""
    left = {}
    for (context, source), (text, _) in chinese.items():
        bare = re.sub(r"\{[a-z_]+\}|<[^>]+>|&[a-z]+;", "", text)
        words = {word.lower() for word in LATIN.findall(bare)} - LATIN_WORDS
        if words or not (CHINESE.search(bare) or not LATIN.search(re.sub(r"\{[a-z_]+\}", "", source))):
            left[context, source] = text
    assert left == {}


def test_placeholders_and_markup_are_the_same(chinese):
    parts = re.compile(r"\{[a-z_]*\}|</?[a-z]+>")
    different = [
        (source, text) for (_, source), (text, _) in chinese.items()
        if sorted(parts.findall(source)) != sorted(parts.findall(text))
    ]  # fmt: skip
    assert different == []


@pytest.mark.skipif(shutil.which("lrelease") is None, reason="Qt's lrelease is not installed")
def test_it_compiles_without_a_word(tmp_path):
    done = subprocess.run(
        ["lrelease", "-silent", str(TOOL.TARGET), "-qm", str(tmp_path / "out.qm")],
        capture_output=True, text=True, check=True, env={"QT_SELECT": "qt5", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert done.stdout + done.stderr == ""
    assert (tmp_path / "out.qm").stat().st_size > 1000
