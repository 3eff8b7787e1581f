"""What is tried: layers, officers, shift, speed, visits, what an hour costs; remembered until the next time."""

from qgis.core import QgsMapLayerProxyModel, QgsSettings, QgsVectorLayer
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QTime
from qgis.PyQt.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from ...patrols.what_if import Settings

_KEPT = "community-brain/what-if"
#: On a small screen a field needs no more, in pixels.
_NARROW = 56
_SPINS = ("officers", "shift", "speed", "times", "seconds", "rate")


class TrialFields(QWidget):
    """Fields of what is tried."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self.streets, self.stations = QgsMapLayerComboBox(self), QgsMapLayerComboBox(self)
        self.streets.setFilters(QgsMapLayerProxyModel.LineLayer)
        self.stations.setFilters(QgsMapLayerProxyModel.PointLayer)
        self.stations.setAllowEmptyLayer(True, self.tr("none: the middle of the streets"))
        self.visits = QgsFieldComboBox(self)
        self.visits.setAllowEmptyFieldName(True)
        self.streets.layerChanged.connect(self.visits.setLayer)
        self.visits.setLayer(self.streets.currentLayer())
        self.stations.setCurrentIndex(0)
        for box in (self.streets, self.stations, self.visits):
            box.setMinimumWidth(2 * _NARROW)
        self.visits.setToolTip(self.tr("How often each street is to be walked; without a field, once"))
        kept = self._kept()
        self.officers = self._whole(1, 60, kept.officers, self.tr("How many walk"))
        self.times = self._whole(1, 9, kept.times, self.tr("All visits so many times"))
        self.shift = self._number(0.25, 24.0, kept.shift, self.tr("Hours a route may take"))
        self.speed = self._number(0.5, 60.0, kept.speed, self.tr("On patrol, looking included, in km/h"))
        self.rate = self._number(0.0, 100_000.0, kept.rate, self.tr("What an officer's hour costs"))
        self.rate.setDecimals(0)
        self.seconds = self._number(1.0, 600.0, kept.seconds, self.tr("How long is searched at most, in seconds"))
        self.begin = QTimeEdit(QTime.fromMSecsSinceStartOfDay(1000 * kept.begin), self)
        self.begin.setDisplayFormat("HH:mm")
        self.begin.setToolTip(self.tr("When all start"))
        self._lay_out()

    def settings(self) -> Settings:
        """Return what is to be tried, and remember it."""
        made = Settings(
            self.officers.value(), self.shift.value(), self.speed.value(), self.times.value(), self.seconds.value(),
            self.rate.value(), self.begin.time().msecsSinceStartOfDay() // 1000,
        )  # fmt: skip
        for name in _SPINS:
            QgsSettings().setValue(f"{_KEPT}/{name}", getattr(made, name))
        return made

    def layers(self) -> tuple[QgsVectorLayer | None, QgsVectorLayer | None, str]:
        """Return streets, stations and the field of visits."""
        return self.streets.currentLayer(), self.stations.currentLayer(), self.visits.currentField()

    def show_settings(self, settings: Settings) -> None:
        """Show what was tried."""
        for name in _SPINS:
            getattr(self, name).setValue(getattr(settings, name))
        self.begin.setTime(QTime.fromMSecsSinceStartOfDay(1000 * settings.begin))

    def _kept(self) -> Settings:
        plain = Settings()
        values = {}
        for name in _SPINS:
            usual = getattr(plain, name)
            values[name] = QgsSettings().value(f"{_KEPT}/{name}", usual, type=type(usual))
        return Settings(**values)

    def _whole(self, least: int, most: int, value: int, tip: str) -> QSpinBox:
        spin = QSpinBox(self)
        spin.setRange(least, most)
        spin.setValue(value)
        spin.setToolTip(tip)
        spin.setMinimumWidth(_NARROW)
        return spin

    def _number(self, least: float, most: float, value: float, tip: str) -> QDoubleSpinBox:
        spin = QDoubleSpinBox(self)
        spin.setDecimals(2 if least < 1.0 else 0)
        spin.setRange(least, most)
        spin.setSingleStep(0.5 if least < 1.0 else 1.0)
        spin.setMinimumWidth(_NARROW)
        spin.setValue(value)
        spin.setToolTip(tip)
        return spin

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("Streets"), self.streets)
        form.addRow(self.tr("Stations"), self.stations)
        form.addRow(self.tr("Visits"), self.visits)
        grid = QGridLayout()
        rows = (
            (self.tr("Officers"), self.officers), (self.tr("Visits ×"), self.times),
            (self.tr("Shift (h)"), self.shift), (self.tr("Speed (km/h)"), self.speed),
            (self.tr("Cost per hour"), self.rate), (self.tr("Search (s)"), self.seconds),
            (self.tr("Beginning"), self.begin),
        )  # fmt: skip
        for number, (text, spin) in enumerate(rows):
            label = QLabel(text, self)
            label.setBuddy(spin)
            grid.addWidget(label, number // 2, 2 * (number % 2))
            grid.addWidget(spin, number // 2, 2 * (number % 2) + 1)
        for column in (1, 3):
            grid.setColumnStretch(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(form)
        layout.addLayout(grid)
