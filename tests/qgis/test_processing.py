"""The imports run from qgis_process on a room; every algorithm has help in both languages and tips on parameters."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from little_room import MANHOLE, ORIGIN, PROPERTY, SRID, SUBDISTRICT, furnish
from osgeo import gdal
from qgis.core import QgsProcessingContext
from qgis_process import call, make_profile

from community_brain_plugin import resources, wording
from community_brain_plugin.database.importing.source import Source
from community_brain_plugin.processing.catalogue import ENTRIES
from community_brain_plugin.processing.provider import Provider

IDS = [entry.name for entry in ENTRIES]


@pytest.fixture(scope="module")
def profile(tmp_path_factory) -> Path:
    """A fresh folder of QGIS profiles with the plugin in it."""
    return make_profile(tmp_path_factory.mktemp("qgis"))


@pytest.fixture
def process(profile, database, tmp_path):
    """Run qgis_process as the planner of a little room; returns exit code and what it wrote."""
    connection = database.connect_as(autocommit=False)
    furnish(connection)
    connection.close()
    service = tmp_path / "pg_service.conf"
    entry = "\n".join(f"{key}={value}" for key, value in database.parameters("little_planner").items())
    service.write_text(f"[community-brain]\n{entry}\n")

    def run(*words: str, language: str = "en") -> tuple[int, str]:
        return call(profile, *words, language=language, extra={"PGSERVICEFILE": str(service)})

    return run


def write(path: Path, geometry: str, coordinates: object, **properties: object) -> Path:
    """Write one feature in the little room's own metres."""
    crs = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{SRID}"}}
    shape = {"type": geometry, "coordinates": coordinates}
    feature = {"type": "Feature", "properties": properties, "geometry": shape}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": [feature]}, ensure_ascii=False))
    return path


def at(x: float, y: float) -> list[float]:
    return [ORIGIN[0] + x, ORIGIN[1] + y]


RUNS = {
    "importstreets": (
        ("LineString", [at(10, 10), at(90, 10)], {"highway": "lane", "name": "东街", "id": 1}),
        [],
        "SELECT name, class FROM room.street",
        [("东街", "lane")],
    ),
    "importbuildings": (
        ("Polygon", [[at(10, 10), at(20, 10), at(20, 20), at(10, 10)]], {"stories": 6, "id": 1}),
        ["FLOORS_FIELD=stories"],
        "SELECT floors FROM room.building",
        [(6,)],
    ),
    "importcomponents": (
        ("Point", at(150, 50), {"id": 1}),
        [f"CLASS_CODE={MANHOLE}", f"DEPARTMENT_CODE={PROPERTY}"],
        "SELECT identity_code FROM room.component WHERE source = 'layer'",
        [(f"320106{MANHOLE}000021",)],
    ),
    "importdivisions": (
        (
            "Polygon",
            [[at(0, 0), at(200, 0), at(200, 200), at(0, 200), at(0, 0)]],
            {"k": f"{SUBDISTRICT}001", "name": "新东社区"},
        ),
        ["CODE_FIELD=k"],
        f"SELECT name_zh FROM room.division WHERE code = '{SUBDISTRICT}001'",
        [("新东社区",)],
    ),
}


def test_every_import_is_run_here():
    assert set(RUNS) == {entry.name for entry in ENTRIES if entry.group == "import"}


@pytest.mark.parametrize("name", RUNS)
def test_every_import_runs_from_the_command_line(process, database, tmp_path, name):
    (kind, coordinates, properties), words, query, expected = RUNS[name]
    layer = write(tmp_path / "layer.geojson", kind, coordinates, **properties)
    inputs = [f"INPUT={layer}", "SOURCE=layer", *words]
    code, told = process("run", f"communitybrain:{name}", "--", *inputs)
    assert code == 0, told
    assert "FAULTS:\t0" in told
    assert database.query(query) == expected


def test_a_file_is_the_same_source_in_the_toolbox_as_on_the_command_line(provider, tmp_path):
    """Under another name, what one of them brought in would be doubled by the other."""
    layer = write(tmp_path / "town.geojson", "LineString", [at(10, 10), at(90, 10)], highway="lane", id=1)
    gdal.VectorTranslate(str(tmp_path / "town.gpkg"), str(layer), format="GPKG", layerName="edges")
    folder = tmp_path / "rewritten"
    folder.mkdir()
    context = QgsProcessingContext()
    algorithm = provider.algorithm("importstreets")
    order = algorithm._order({"INPUT": f"{tmp_path / 'town.gpkg'}|layername=edges"}, context, folder)
    with Source(order.path, order.layer) as source:
        assert (order.source or source.label) == source.label == "town:edges"


def test_faults_end_the_run_and_fill_the_reports(process, database, tmp_path):
    layer = write(tmp_path / "layer.geojson", "LineString", [at(10, 10), at(90, 10)], highway="lane", dir="up", id=5)
    reports = [f"REPORT_CSV={tmp_path / 'r.csv'}", f"REPORT_HTML={tmp_path / 'r.html'}"]
    code, told = process("run", "communitybrain:importstreets", "--", f"INPUT={layer}", *reports, language="zh")
    assert code != 0
    assert "未说明通行方向" in told
    assert "未导入任何数据" in told
    assert "import.bad_one_way" in (tmp_path / "r.csv").read_text(encoding="utf-8-sig")
    assert "单向" in (tmp_path / "r.html").read_text(encoding="utf-8")
    assert database.query("SELECT 1 FROM room.street") == []


def test_a_room_that_cannot_be_reached_is_said_plainly(process, tmp_path):
    layer = write(tmp_path / "layer.geojson", "LineString", [at(10, 10), at(90, 10)], highway="lane")
    code, told = process("run", "communitybrain:importstreets", "--", f"INPUT={layer}", "ROOM=nowhere")
    assert code != 0
    assert "The room cannot be reached" in told
    assert "Traceback" not in told


def test_the_toolbox_lists_them_in_the_readers_language(process):
    for language, word in (("en", "Import streets"), ("zh", "communitybrain:importstreets")):
        code, told = process("list", language=language)
        assert code == 0
        assert word in told


@pytest.fixture
def provider(qgis_app):
    """The provider with its algorithms, as QGIS holds it."""
    made = Provider()
    made.refreshAlgorithms()
    return made


def test_every_parameter_has_a_tip(provider):
    bare = [
        f"{algorithm.name()}.{parameter.name()}"
        for algorithm in provider.algorithms()
        for parameter in algorithm.parameterDefinitions()
        if not parameter.help() or not parameter.description()
    ]
    assert [algorithm.name() for algorithm in provider.algorithms()] == sorted(IDS)
    assert bare == []


def test_every_algorithm_has_its_help_in_both_languages(provider):
    folder = resources.FOLDER.parent / "processing" / "help"
    assert {path.name for path in folder.glob("*.html")} == {
        f"{name}.{tongue}.html" for name in IDS for tongue in ("en", "zh")
    }
    for algorithm in provider.algorithms():
        chinese, english = pages(algorithm)
        assert not any("\u4e00" <= sign <= "\u9fff" for sign in english)
        assert any("\u4e00" <= sign <= "\u9fff" for sign in chinese)
        # QGIS would make a paragraph of each line.
        assert "\n" not in chinese + english
        for name in re.findall(r'src="([^"]+)"', chinese + english):
            assert Path(name.removeprefix("file://")).is_file()
        if algorithm.groupId() == "import":
            assert "要么全部导入" in chinese
            assert "All or nothing" in english


def pages(algorithm) -> list[str]:
    """Return an algorithm's help in Chinese and in English."""
    found = []
    for tongue in wording.LANGUAGES:
        wording.set_language(tongue)
        found.append(algorithm.shortHelpString())
    wording.set_language(None)
    return found


def test_while_qgis_starts_the_toolbox_is_filled_without_importing_what_computes():
    program = (
        "import sys\n"
        "import qgis.core\n"
        "brought = set(sys.modules)\n"
        "from community_brain_plugin.processing.provider import Provider\n"
        "provider = Provider(announce=True)\n"
        "provider.refreshAlgorithms()\n"
        "assert provider.algorithms()\n"
        "assert not {'numpy', 'scipy', 'pyproj', 'psycopg2'} & (set(sys.modules) - brought)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_an_announced_algorithm_is_the_algorithm_itself_as_soon_as_it_is_wanted(provider):
    announced = Provider(announce=True)
    announced.refreshAlgorithms()
    for algorithm in provider.algorithms():
        stand_in = announced.algorithm(algorithm.name())
        assert stand_in.displayName() == algorithm.displayName()
        assert (stand_in.group(), stand_in.groupId()) == (algorithm.group(), algorithm.groupId())
        assert type(stand_in.create()) is type(algorithm)
    announced.complete()
    assert {type(algorithm) for algorithm in announced.algorithms()} == {type(kind) for kind in provider.algorithms()}
