"""Draw what the analyses give on a real city and on the demo district: `algorithm_pictures.py NAME FILE [algorithm …]`.

NAME is boston or demo; FILE a GeoPackage with layers `cases` and `streets`, for Boston `later` and `earlier` too (cases
of 2017 on, and before), for the demo district `components`.
Run by the environment's Python; QGIS draws on no screen. Every picture is drawn twice, with Chinese and English
legends, into docs/images/algorithms.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (
    QgsApplication,
    QgsLayerTree,
    QgsLayerTreeModel,
    QgsLegendRenderer,
    QgsLegendSettings,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize, QTranslator
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter

from community_brain_plugin import wording
from community_brain_plugin.processing.catalogue import ENTRIES
from community_brain_plugin.processing.provider import Provider

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "images" / "algorithms"
TRANSLATION = ROOT / "resources" / "translations" / "community_brain_zh_CN.ts"
#: Pixels of the sheet and of the map on it, and dots an inch.
SHEET, MAP, DPI = QSize(900, 540), QSize(560, 484), 96
#: Layers of the file that may stand for a parameter.
LAYERS = ("components", "streets", "later", "earlier")
#: What each is given besides events, by city.
GIVEN: dict[str, dict[str, dict[str, object]]] = {
    "boston": {
        "hazarddensity": {"RULE": 1, "BANDWIDTH": 600},
        "relativehazard": {"INPUT": "later", "BASE": "earlier", "BASE_KIND": 1, "RULE": 1, "BANDWIDTH": 900},
        "hotspots": {"SIZE": 400},
        "emerginghotspots": {"STEP": 2, "SIZE": 500},
        "hazardrhythm": {"CLASS": "category", "ZONE": "America/New_York"},
        "gridsummary": {"CELL_SIZE": 400},
        "streethazarddensity": {"STREETS": "streets", "NAME": "name"},
    },
    "demo": {
        "hazarddensity": {"RULE": 1, "BANDWIDTH": 120},
        "relativehazard": {"RULE": 1, "BANDWIDTH": 150, "BASE": "components"},
        "hotspots": {"SIZE": 100},
        "emerginghotspots": {"STEP": 2, "SIZE": 150},
        "hazardrhythm": {"CLASS": "class_code", "SHOW": 1},
        "gridsummary": {"COMPONENTS": "components", "CELL_SIZE": 150},
        "streethazarddensity": {"STREETS": "streets"},
    },
}


def layer(file: Path, name: str) -> QgsVectorLayer:
    """Open one layer of the file."""
    found = QgsVectorLayer(f"{file}|layername={name}", name, "ogr")
    if not found.isValid():
        sys.exit(f"algorithm_pictures: {file} has no layer {name}")
    return found


def streets(file: Path) -> QgsVectorLayer:
    """Return the streets as a quiet ground."""
    found = layer(file, "streets")
    found.renderer().setSymbol(QgsLineSymbol.createSimple({"color": "#b4b4b4", "width": "0.15"}))
    return found


def run(algorithm, city: str, file: Path, picture: Path) -> QgsMapLayer | None:
    """Run an analysis; returns its layer, or None where it has drawn its own picture."""
    given = {"INPUT": layer(file, "cases"), "OUTPUT": "TEMPORARY_OUTPUT", **GIVEN[city][algorithm.name()]}
    for key, value in given.items():
        if value in LAYERS:
            given[key] = layer(file, str(value))
    drawn = algorithm.parameterDefinition("PICTURE") is not None
    if drawn:
        given["PICTURE"] = str(picture)
    if algorithm.parameterDefinition("PROFILE") is not None:
        given["PROFILE"] = str(picture.with_name(picture.name.replace(algorithm.name(), "streetprofile")))
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    results, well = algorithm.create().run(given, context, QgsProcessingFeedback(False))
    if not well:
        sys.exit(f"algorithm_pictures: {algorithm.name()} failed")
    if drawn:
        return None
    found = QgsProcessingUtils.mapLayerFromString(results["OUTPUT"], context)
    found.setName(found.metadata().title() or algorithm.displayName())
    # Else it would go with the context.
    return context.takeResultLayer(found.id()) or found


def draw(found: QgsMapLayer, ground: list[QgsMapLayer], title: str, picture: Path) -> None:
    """Draw title, map and legend side by side, as a picture of few colours."""
    settings = QgsMapSettings()
    settings.setDestinationCrs(found.crs())
    settings.setLayers([found, *ground])
    settings.setOutputSize(MAP)
    settings.setBackgroundColor(QColor("white"))
    box = QgsRectangle(found.extent())
    box.scale(1.03)
    settings.setExtent(box)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    sheet = QImage(SHEET, QImage.Format.Format_RGB32)
    sheet.fill(QColor("white"))
    sheet.setDotsPerMeterX(round(DPI / 0.0254))
    sheet.setDotsPerMeterY(round(DPI / 0.0254))
    painter = QPainter(sheet)
    painter.setFont(QFont("sans", 13))
    painter.drawText(12, 30, title)
    painter.drawImage(12, 44, job.renderedImage())
    painter.drawRect(12, 44, MAP.width(), MAP.height())
    root = QgsLayerTree()
    node = root.addLayer(found)
    model = QgsLayerTreeModel(root)
    if isinstance(found, QgsRasterLayer):
        # The first line names the band, which the title does already.
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, list(range(1, len(model.layerLegendNodes(node)))))
        model.refreshLayerLegend(node)
    context = QgsRenderContext.fromQPainter(painter)
    painter.translate(MAP.width() + 20, 40)
    painter.scale(context.scaleFactor(), context.scaleFactor())
    QgsLegendRenderer(model, QgsLegendSettings()).drawLegend(context)
    painter.end()
    sheet.save(str(picture), "PNG")


def small(picture: Path) -> None:
    """Store a picture without transparency, packed as small as it gets: a palette would change its colours."""
    image = QImage(str(picture)).convertToFormat(QImage.Format.Format_RGB888)
    # GDAL would take a file that is there for one to be changed.
    picture.unlink()
    image.save(str(picture), "PNG", 0)


def speak(application: QgsApplication, language: str, folder: Path) -> QTranslator | None:
    """Have everything said in a language from now on; returns what must be kept."""
    wording.set_language(language)
    if language == "en":
        return None
    compiled = folder / "zh.qm"
    subprocess.run(["lrelease", "-silent", str(TRANSLATION), "-qm", str(compiled)], check=True)
    translator = QTranslator()
    translator.load(str(compiled))
    application.installTranslator(translator)
    return translator


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("city", choices=sorted(GIVEN))
    parser.add_argument("file", type=Path)
    parser.add_argument("algorithms", nargs="*")
    options = parser.parse_args()
    application = QgsApplication([], False)
    application.initQgis()
    FOLDER.mkdir(parents=True, exist_ok=True)
    known = [entry.name for entry in ENTRIES if entry.name in GIVEN[options.city]]
    with tempfile.TemporaryDirectory() as folder:
        for language in ("en", "zh"):
            kept = speak(application, language, Path(folder))
            provider = Provider()
            provider.refreshAlgorithms()
            for name in options.algorithms or known:
                picture = FOLDER / f"{name}-{options.city}.{language}.png"
                algorithm = provider.algorithm(name)
                found = run(algorithm, options.city, options.file, picture)
                if found is not None:
                    draw(found, [streets(options.file)], algorithm.displayName(), picture)
                profile = picture.with_name(picture.name.replace("streethazarddensity", "streetprofile"))
                for one in sorted({picture, profile}):
                    if one.is_file():
                        small(one)
                        sys.stdout.write(f"algorithm_pictures: {one.relative_to(ROOT)}\n")
            if kept is not None:
                application.removeTranslator(kept)
    application.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main())
