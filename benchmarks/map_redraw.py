"""Redrawing a million components: our styled layers as a dispatcher against a plain one of the table as superuser."""

import os
import statistics
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from _harness import conclude, demo_room, folder, parser, say

from community_brain_plugin.database.connection import SERVICE, connect
from community_brain_plugin.database.services import service_file

GOAL = 1.2
COMPONENTS = 1_000_000
# A desk's map at 1920 × 1080 beside its docks.
WIDTH, HEIGHT, DPI = 1200, 900, 96
METRES_PER_PIXEL = 0.0254 / DPI
#: Denominators, from block to house scale, and where in the district's extent (share of width and height) each looks.
SCALES = (3000, 2000, 1500, 1000, 500)
PLACES = ((0.5, 0.5), (0.55, 0.5), (0.3, 0.7))
CITY_SCALE = 12_000


@dataclass(frozen=True)
class View:
    """An extent of the room at a scale."""

    scale: int
    x: float
    y: float

    def box(self) -> tuple[float, float, float, float]:
        """Return xmin, ymin, xmax, ymax in metres."""
        half = [size * METRES_PER_PIXEL * self.scale / 2 for size in (WIDTH, HEIGHT)]
        return self.x - half[0], self.y - half[1], self.x + half[0], self.y + half[1]


def views(extent: tuple[float, float, float, float]) -> Iterator[View]:
    """Yield the fixed list: for every scale a place, a pan from there and a jump."""
    xmin, ymin, xmax, ymax = extent
    for scale in SCALES:
        for across, up in PLACES:
            yield View(scale, xmin + across * (xmax - xmin), ymin + up * (ymax - ymin))


def plain_layer(parameters: Mapping[str, str], srid: int):
    """Return the table itself, as QGIS opens and draws it by default, under the superuser."""
    from qgis.core import QgsDataSourceUri, QgsVectorLayer

    uri = QgsDataSourceUri()
    uri.setConnection(parameters["host"], parameters["port"], parameters["dbname"], parameters["user"], "")
    uri.setDataSource("room", "component", "geom")
    uri.setSrid(str(srid))
    uri.setUseEstimatedMetadata(True)
    return QgsVectorLayer(uri.uri(False), "plain", "postgres")


def our_layers(srid: int):
    """Return the map's own component layers (their states, near and from afar), opened by service name."""
    from community_brain_plugin.ui.map.layers import static_layer
    from community_brain_plugin.ui.map.styling import apply_style
    from community_brain_plugin.ui.map.subjects import COMPONENT, COMPONENT_FAR, COMPONENT_STATE

    layers = []
    for subject in (COMPONENT_STATE, COMPONENT, COMPONENT_FAR):
        layers.append(static_layer(subject, subject.title, SERVICE, srid))
        apply_style(layers[-1], subject.name)
    return layers


def draw(layers, view: View) -> float:
    """Draw layers into a picture, as the canvas does, without its cache; return the seconds it took."""
    from qgis.core import QgsMapRendererParallelJob, QgsMapSettings, QgsRectangle, QgsRenderContext
    from qgis.PyQt.QtCore import QSize

    from community_brain_plugin.ui.map.labels import draws_labels

    settings = QgsMapSettings()
    settings.setDestinationCrs(layers[0].crs())
    settings.setLayers([layer for layer in layers if layer.isInScaleRange(view.scale)])
    settings.setOutputSize(QSize(WIDTH, HEIGHT))
    settings.setOutputDpi(DPI)
    settings.setExtent(QgsRectangle(*view.box()))
    labels = settings.labelingEngineSettings()
    labels.setDefaultTextRenderFormat(QgsRenderContext.TextFormatAlwaysText)
    settings.setLabelingEngineSettings(labels)
    for layer in layers:
        layer.setLabelsEnabled(layer.labeling() is not None and draws_labels(layer, view.scale))
    job = QgsMapRendererParallelJob(settings)
    began = time.perf_counter()
    job.start()
    job.waitForFinished()
    return time.perf_counter() - began


def measure(ours, plain, extent: tuple[float, float, float, float], rounds: int) -> list[float]:
    """Draw every view with both layers in turn, the first drawing thrown away; return the ratio of each pair."""
    ratios: list[float] = []
    for scale in SCALES:
        pairs = []
        for view in (view for view in views(extent) if view.scale == scale):
            draw(ours, view)
            for number in range(rounds):
                if number % 2 == 0:
                    mine, other = draw(ours, view), draw(plain, view)
                else:
                    other, mine = draw(plain, view), draw(ours, view)
                pairs.append((mine, other))
        found = [mine / other for mine, other in pairs]
        mine, other = (statistics.median(column) for column in zip(*pairs, strict=True))
        say(
            f"1:{scale}: ours {1000 * mine:.0f} ms, plain {1000 * other:.0f} ms, "
            f"ratio {statistics.median(found):.2f} (median of {len(found)} pairs)"
        )
        ratios += found
    return ratios


def compare(parameters: Mapping[str, str], rounds: int) -> list[float]:
    """Open both layers and measure; QGIS runs without a window."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    try:
        connection = connect(parameters)
        with connection, connection.cursor() as cursor:
            cursor.execute("SELECT srid FROM room.room_info")
            srid = cursor.fetchone()[0]
            cursor.execute(
                "SELECT count(*), ST_XMin(ST_Extent(geom)), ST_YMin(ST_Extent(geom)), ST_XMax(ST_Extent(geom)),"
                " ST_YMax(ST_Extent(geom)) FROM room.component"
            )
            count, *extent = cursor.fetchone()
        connection.close()
        ours, plain = our_layers(srid), [plain_layer(parameters, srid)]
        if not all(layer.isValid() for layer in (*ours, *plain)):
            raise SystemExit("A layer could not be opened.")
        say(f"{count} components, {len(SCALES) * len(PLACES)} extents, {rounds} interleaved pairs each")
        whole = View(CITY_SCALE, (extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2)
        say(
            f"1:{CITY_SCALE}, for the record: ours {1000 * draw(ours, whole):.0f} ms (grids stand for components), "
            f"plain {1000 * draw(plain, whole):.0f} ms"
        )
        return measure(ours, plain, tuple(extent), rounds)
    finally:
        application.exitQgis()


def main() -> None:
    """Make the room, or use a given service file's, and compare."""
    options = parser(__doc__)
    options.add_argument("--components", type=int, default=COMPONENTS)
    options.add_argument("--rounds", type=int, default=2, help="interleaved pairs for each extent")
    wanted = options.parse_args()
    with folder() as path, demo_room(path, "--components", str(wanted.components)) as room:
        os.environ["PGSERVICEFILE"] = str(service_file(room.home, "dispatcher"))
        ratios = compare(room.parameters("admin"), wanted.rounds)
    figure = statistics.median(ratios)
    conclude("map_redraw", figure, "times a plain layer", f"≤ {GOAL}", figure <= GOAL, digits=2)


if __name__ == "__main__":
    main()
