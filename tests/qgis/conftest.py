"""A little room with its map in a window, for the tests of the map."""

import contextlib
import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import pytest
from little_room import LittleRoom, furnish, furnished_copy
from psycopg2 import sql

from community_brain_plugin import wording
from community_brain_plugin.database.cluster import PrivateCluster
from community_brain_plugin.database.connection import connect, local


@pytest.fixture(scope="session", autouse=True)
def no_layer_outlives_qgis(qgis_app) -> Iterator[None]:
    """Empty the frames that a refusal still holds, the tests' and the plugin's, before QGIS and GDAL go.

    QGIS 3.22 never lets go of an exception raised by an algorithm; its traceback keeps the frames it went through, and
    a layer in there would be closed by a GDAL that has gone: Python would die at its very end.
    """
    yield
    root = Path(__file__).parents[2]
    ours = tuple(f"{root / part}{os.sep}" for part in ("tests", "processing", "ui", "community_brain_plugin"))
    for frame in (thing for thing in gc.get_objects() if isinstance(thing, FrameType)):
        if frame.f_code.co_filename.startswith(ours):
            with contextlib.suppress(RuntimeError):
                frame.clear()


@pytest.fixture(scope="session")
def provider(qgis_app):
    """The Processing provider with its algorithms, as QGIS holds it."""
    from community_brain_plugin.processing.provider import Provider

    made = Provider()
    made.refreshAlgorithms()
    return made


@pytest.fixture
def run(provider) -> Callable:
    """Run an algorithm; returns its results and what it said. Its refusal is raised in its own words."""
    from hazard_layers import Listener
    from qgis.core import QgsProcessingContext, QgsProject

    def running(name: str, given: dict, listener: Listener | None = None) -> tuple[dict, Listener]:
        listener = listener or Listener()
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        results, _ = provider.algorithm(name).run(given, context, listener, {}, False)
        return results, listener

    return running


@pytest.fixture(scope="session")
def map_template(cluster: PrivateCluster, template: str) -> str:
    """Name of a database with the little room in it, which the map's tests copy."""
    name = "map_room_template"
    maintenance = connect(local(cluster.home, database="postgres"), autocommit=True)
    with maintenance.cursor() as cursor:
        cursor.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template)))
    maintenance.close()
    connection = connect(local(cluster.home, database=name))
    furnish(connection)
    connection.close()
    return name


@pytest.fixture
def map_room(cluster: PrivateCluster, map_template: str) -> Iterator[LittleRoom]:
    """A little room of the test's own."""
    yield from furnished_copy(cluster, map_template)


@pytest.fixture
def map_window(qgis_app, map_room: LittleRoom, tmp_path: Path) -> Iterator[Callable]:
    """Open windows on the little room, in English; all are closed afterwards."""
    from map_window import MapWindow

    wording.set_language("en")
    opened = []

    def make(room: LittleRoom = map_room, **options) -> MapWindow:
        opened.append(MapWindow(room, tmp_path, **options))
        return opened[-1]

    yield make
    for window in opened:
        window.close()
    wording.set_language(None)


@pytest.fixture
def english() -> Iterator[None]:
    """The desk speaks English."""
    from community_brain_plugin import wording

    wording.set_language("en")
    yield
    wording.set_language(None)


@pytest.fixture
def opened(qtbot, tmp_path: Path) -> Callable:
    """Return a function that opens the panel of case file 1 in a state, for a person with these roles."""
    from desk_rows import case, hand_fed_desk

    from community_brain_plugin.ui.desk.case_panel import CasePanel

    def open_panel(state, *roles, **more):
        fed = hand_fed_desk(tmp_path, *roles)
        panel = CasePanel(fed.desk)
        qtbot.addWidget(panel)
        panel.resize(400, 700)
        panel.show()
        fed.feed(case(1, state, **more))
        panel.show_case(1)
        return fed, panel

    return open_panel


@pytest.fixture
def sit_at(map_room, tmp_path, monkeypatch):
    """Take the seat of a post: what is saved and opened from now on is by that login."""

    def sitting(post: str) -> None:
        service = tmp_path / f"{post}.conf"
        entry = "\n".join(f"{key}={value}" for key, value in map_room.parameters(post).items())
        service.write_text(f"[community-brain]\n{entry}\n")
        monkeypatch.setenv("PGSERVICEFILE", str(service))

    return sitting
