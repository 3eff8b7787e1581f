"""Labels of what algorithms give: dark words on a light rim, legible on any map."""

from qgis.core import (
    QgsPalLayerSettings,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)


def label(layer: QgsVectorLayer, expression: str, size: float) -> None:
    """Label features with an expression, in points of this size; lines are labelled along themselves."""
    settings = QgsPalLayerSettings()
    settings.fieldName, settings.isExpression = expression, True
    if layer.geometryType() == QgsWkbTypes.LineGeometry:
        settings.placement = QgsPalLayerSettings.Line
    written = QgsTextFormat()
    written.setSize(size)
    rim = QgsTextBufferSettings()
    rim.setEnabled(True)
    rim.setSize(size / 10.0)
    written.setBuffer(rim)
    settings.setFormat(written)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
