"""The current map as a PDF: what is on the sheet, and that the desk goes on while it is made."""

from datetime import UTC, datetime

import pytest
from little_room import ORIGIN
from map_window import wait
from osgeo import gdal
from qgis.core import (
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsMapRendererParallelJob,
    QgsProject,
    QgsSvgMarkerSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QStandardPaths

from community_brain_plugin.ui.map import printing
from community_brain_plugin.ui.map.printing import MapPrinter


@pytest.fixture
def sheets(monkeypatch):
    """What the printed sheets said: the labels' texts and the legends' lines."""
    kept = []

    class Exporter(printing.QgsLayoutExporter):
        def __init__(self, layout):
            super().__init__(layout)
            labels = {item.id(): item.text() for item in layout.items() if isinstance(item, QgsLayoutItemLabel)}
            legends = [item for item in layout.items() if isinstance(item, QgsLayoutItemLegend)]
            lines = []
            for node in legends[0].model().rootGroup().findLayers():
                nodes = legends[0].model().layerLegendNodes(node)
                lines += [node.name(), *(str(line.data(0)) for line in nodes)]
            kept.append((labels, lines))

    monkeypatch.setattr(printing, "QgsLayoutExporter", Exporter)
    return kept


def printed(room, path, before=lambda: None) -> str:
    done = []
    room.map.printed.connect(done.append)
    room.map.print_map(path)
    before()
    assert wait(lambda: done, 60), "nothing was printed"
    return done[0]


def test_one_step_makes_a_sheet_with_title_time_and_only_what_is_on_the_map(map_window, map_room, tmp_path, sheets):
    map_room.query("UPDATE room.component SET state = 'damaged' WHERE source_id = '0'")
    room = map_window().open()
    map_room.report()
    assert wait(lambda: room.rows("case"))
    room.zoom(ORIGIN[0] + 40, ORIGIN[1] + 70, 700)
    path = tmp_path / "maps" / "map.pdf"
    assert printed(room, path) == str(path)
    assert path.read_bytes().startswith(b"%PDF")
    labels, lines = sheets[0]
    assert labels["title"] == "小街街道"
    assert labels["subtitle"] == "Unit grid · By open cases"
    assert labels["note"].startswith("Data of 20")
    assert labels["note"].endswith("live")
    assert {"Open cases by urgency", "Waiting elsewhere", "Components by class", "Damaged"} <= set(lines)
    assert {"Manhole covers and grates", "Sensors", "Fire-lane magnetometer", "Open cases: 1"} <= set(lines)
    assert not {"Overdue", "Lamps", "Missing", "Smoke detector", "Open cases: 2"} & set(lines)


def test_the_file_is_named_after_the_room_s_time_as_the_sheet_is(map_window, tmp_path, sheets, monkeypatch):
    room = map_window().open()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda place: str(tmp_path))
    monkeypatch.setattr(room.map._model, "room_now", lambda: datetime(2027, 1, 2, 1, 5, tzinfo=UTC))
    assert printed(room, None).endswith("小街街道 2027-01-02 0905.pdf")


def test_printed_in_grey_what_is_in_time_differs_from_what_waits_elsewhere_by_its_edge(map_window):
    room = map_window().open()
    # A symbol lives as long as the category it is asked of.
    categories = room.layer("case_cluster").renderer().categories()
    edges = {}
    for category in categories:
        symbol = category.symbol()
        if symbol.symbolLayerCount() > 1:
            edges[category.value()] = (symbol.symbolLayer(1).strokeStyle(), symbol.symbolLayer(1).strokeWidth())
    assert sorted(map(str, edges)) == ["12", "13"]
    assert len(set(edges.values())) == 2


def test_the_sheet_shows_the_map(map_window, tmp_path):
    if gdal.GetDriverByName("PDF") is None:
        pytest.skip("GDAL reads no PDF here")
    room = map_window().open()
    path = printed(room, tmp_path / "map.pdf")
    picture = gdal.OpenEx(path, open_options=["DPI=50"])
    grey = picture.GetRasterBand(1).ReadAsArray()
    height, width = grey.shape
    assert width > height, "landscape"
    inside = grey[int(height * 0.2) : int(height * 0.85), int(width * 0.1) : int(width * 0.7)]
    assert inside.std() > 2, "the map is blank"


def svg_paths(symbol) -> list[str]:
    """Return the pictures that a symbol draws where no feature names one."""
    parts = symbol.symbolLayers()
    inner = [part.subSymbol() for part in parts if part.subSymbol() is not None]
    found = [part.path() for part in parts if isinstance(part, QgsSvgMarkerSymbolLayer)]
    return found + [path for part in inner for path in svg_paths(part)]


def test_no_legend_has_the_question_mark_of_a_missing_picture(map_window):
    map_window().open()
    layers = [layer for layer in QgsProject.instance().mapLayers().values() if isinstance(layer, QgsVectorLayer)]
    paths: list[str] = []
    for layer in layers:
        # A symbol lives as long as the item it is asked of.
        items = layer.renderer().legendSymbolItems()
        for item in items:
            if item.symbol() is not None:
                paths += svg_paths(item.symbol())
    assert paths
    assert all(paths)


def test_a_silent_server_leaves_its_layers_out_and_the_note_says_so(map_window, tmp_path, sheets, monkeypatch):
    room = map_window().open()
    room.queries.close()
    printed(room, tmp_path / "map.pdf")
    labels, lines = sheets[0]
    assert "could not be read" in labels["note"]
    assert "Streets" not in lines


def test_the_map_is_drawn_by_threads_of_qgis_not_by_the_window(map_window, tmp_path, monkeypatch):
    jobs = []

    def job(settings):
        jobs.append(QgsMapRendererParallelJob(settings))
        return jobs[-1]

    monkeypatch.setattr(printing, "QgsMapRendererParallelJob", job)
    printed(map_window().open(), tmp_path / "map.pdf")
    assert len(jobs) == 1


def test_one_sheet_at_a_time(map_window, tmp_path):
    room = map_window().open()
    printer: MapPrinter = room.map._printer
    done = []
    room.map.printed.connect(done.append)
    room.map.print_map(tmp_path / "first.pdf")
    assert printer.is_busy
    room.map.print_map(tmp_path / "second.pdf")
    assert wait(lambda: done, 60)
    wait(lambda: False, 0.3)
    assert done == [str(tmp_path / "first.pdf")]
    assert not (tmp_path / "second.pdf").exists()


def test_a_folder_that_cannot_be_written_is_told_in_words(map_window, tmp_path):
    room = map_window().open()
    failed = []
    room.map.failed.connect(failed.append)
    (tmp_path / "taken.pdf").mkdir()
    room.map.print_map(tmp_path / "taken.pdf")
    assert wait(lambda: failed, 60)
    assert failed[0].code == "map.print"
    assert "taken.pdf" in str(failed[0])
    assert not room.map._printer.is_busy
