"""What if: how long routes, fairness, coverage and cost change with officers, shift and visits; streets change hands.

Ctrl+Enter tries what the fields say, Esc ends a search with the best plan so far, Ctrl+Z goes back to the plan before.
"""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from qgis.core import QgsFeature, QgsProcessingUtils, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QEvent, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QDoubleSpinBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...analysis.watch import Watch
from ...patrols.what_if import Figures, Settings, Trial, Variant
from ...wording import language
from ..desk.own_key import add_keys
from ..desk.steady import SteadyScrollArea
from . import drawing, streets
from .fields import TrialFields
from .street_tool import StreetTool
from .tables import StreetTable, VariantTable, hours
from .worker import Refusal, Worker

_ROWS_SHOWN, _BAR = 5, 60
#: So many officers whose times have changed are named.
_TOLD = 4


class WhatIfPanel(SteadyScrollArea):
    """Tries plans on the layers of the project; it needs no room.

    `shown(number)` when a plan is drawn; `room_wanted(layer)` when its routes, as a layer, are to be saved in a room.
    """

    shown = pyqtSignal(int)
    room_wanted = pyqtSignal(object)

    def __init__(self, canvas, parent=None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._trial: Trial | None = None
        self._source: tuple[object, ...] = ()
        self._crs = None
        self._layer = drawing.RouteLayer()
        #: Routes of the plan that has just been made, for the map.
        self._drawn: list[QgsFeature] = []
        self._tool_before = None
        self.worker = Worker(self)
        self._build()
        self.tool = StreetTool(canvas, self._officer_of)
        self.tool.given.connect(self.give)
        self.tool.pointed.connect(self.list.choose)
        self.tool.left.connect(lambda: self.drag.setChecked(False))
        self.worker.busy_changed.connect(self._offer)
        self.worker.progress.connect(lambda share: self.bar.setValue(round(100 * share)))
        add_keys(self, self.try_it, "Ctrl+Return", "Ctrl+Enter")
        add_keys(self, self.worker.cancel, "Esc")
        self._offer()

    @property
    def variant(self) -> Variant | None:
        """The plan that is shown."""
        item = self.table.currentItem()
        return self._trial.variants[int(item.text(0)) - 1] if self._trial is not None and item is not None else None

    def begin(self) -> None:
        """Go to the fields."""
        self.fields.officers.setFocus(Qt.FocusReason.OtherFocusReason)

    def try_it(self) -> None:
        """Plan with what the fields say; the plan becomes a new row."""
        streets_layer, stations, visits = self.fields.layers()
        if streets_layer is None:
            self._say(self.tr("Choose a layer of streets."))
            return
        settings = self.fields.settings()
        source = (streets_layer.id(), stations.id() if stations is not None else "", visits)
        trial, request = self._trial if source == self._source else None, None
        if trial is None:
            request = streets.Request.of(streets_layer, stations, visits)

        def work(watch):
            made = trial or streets.read(request, watch.part(0.0, 0.05))
            return made, made.planned(settings, watch.part(0.05, 1.0))

        def done(made: Trial, variant: Variant) -> None:
            if made is not trial:
                self._take(made, source, request.crs)
            self._add(variant, self._told(settings))

        self._run(work, done)

    def give(self, street: int, officer: int) -> None:
        """Give a street of the plan shown to an officer, counted from 0."""
        variant, trial = self.variant, self._trial
        if variant is None or officer >= len(variant.plan.walks):
            return
        if not trial.can_change(variant):
            self._say(self.tr("There are too many visits for streets to change hands."))
            return
        name = trial.named(street) or self.tr("a street")
        words = self.tr("{street} → officer {officer}").format(street=name, officer=officer + 1)

        def done(_trial: Trial, made: Variant | None) -> None:
            if made is None:
                self._say(self.tr("Officer {officer} has it already.").format(officer=officer + 1))
            else:
                self._add(made, words)

        self._run(lambda watch: (trial, trial.given(variant, [street], officer)), done)

    def even_out(self) -> None:
        """Even the routes of the plan shown out, with as few changes as is worth it."""
        variant, trial = self.variant, self._trial
        if variant is None or not trial.can_change(variant):
            return
        weight = 60.0 * self.worth.value()

        def done(_trial: Trial, made: Variant | None) -> None:
            if made is None:
                self._say(self.tr("No change would save so much."))
            else:
                self._add(made, self.tr("evened out: {count} visits changed hands").format(count=len(made.moved)))

        self._run(lambda watch: (trial, trial.evened_out(variant, weight, watch)), done)

    def undo(self) -> None:
        """Go back to the plan that the one shown was made from; it stays in the table."""
        variant = self.variant
        if variant is not None and variant.number > 1:
            self.table.choose(variant.before or variant.number - 1)

    def save(self, path: str = "") -> QgsVectorLayer | None:
        """Save the routes of the plan shown to a GeoPackage, open it and return its layer; None where that fails."""
        variant = self.variant
        if variant is None:
            return None
        if not path:
            path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the routes"), "", "GeoPackage (*.gpkg)")
        if not path:
            return None
        path = str(Path(path).with_suffix(".gpkg"))
        try:
            layer = drawing.save(self._trial, variant, self._crs, path)
        except Refusal as error:
            self._say(str(error))
            return None
        QgsProject.instance().addMapLayer(layer)
        self._say(self.tr("Saved: {path}").format(path=path))
        return layer

    def save_to_room(self) -> None:
        """Keep the routes of the plan shown as a layer, and ask for it to be saved in the room."""
        layer = self.save(QgsProcessingUtils.generateTempFilename("routes.gpkg"))
        if layer is not None:
            self.room_wanted.emit(layer)

    def let_go(self) -> None:
        """End what is under way and take layer and tool off the map."""
        self.worker.close()
        self.drag.setChecked(False)
        self.tool.remove()
        self._layer.remove()

    def event(self, event) -> bool:
        # QGIS has Ctrl+Z for edits of layers: of two owners Qt would hear neither.
        if event.type() == QEvent.Type.ShortcutOverride and event.matches(QKeySequence.StandardKey.Undo):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        body = QWidget(self)
        self.fields = TrialFields(body)
        self.table, self.list = VariantTable(body), StreetTable(body)
        for tree in (self.table, self.list):
            tree.setMinimumHeight(self.fontMetrics().lineSpacing() * _ROWS_SHOWN)
        self.table.chosen.connect(self._show)
        self.list.given.connect(self.give)
        self.list.pointed.connect(lambda street: self.tool.hold(street) if self.drag.isChecked() else None)
        self.message = QLabel(body)
        self.message.setObjectName("what_if_message")
        self.message.setWordWrap(True)
        self.bar = QProgressBar(body)
        self.bar.setRange(0, 100)
        self.bar.setMinimumWidth(_BAR)
        self._buttons(body)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.fields)
        layout.addLayout(self._row(self.do_it, self.stop, self.bar))
        layout.addWidget(self.table, 2)
        layout.addWidget(self.message)
        layout.addWidget(self.list, 3)
        layout.addLayout(self._row(self.drag, self.undo_it))
        layout.addLayout(self._row(self.even, self.worth))
        layout.addLayout(self._row(self.keep, self.to_room))
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(body.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width())
        order = (self.fields.begin, self.do_it, self.stop, self.table, self.list, self.drag, self.undo_it, self.even,
                 self.worth, self.keep, self.to_room)  # fmt: skip
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _buttons(self, body: QWidget) -> None:
        self.do_it, self.stop = QPushButton(self.tr("Try it (Ctrl+Enter)"), body), QPushButton(self.tr("Stop"), body)
        self.drag = QToolButton(body)
        self.drag.setText(self.tr("Drag streets on the map"))
        self.drag.setCheckable(True)
        self.drag.setToolTip(
            self.tr(
                "Press on a street and drop it on a street of another officer, or press his number. In the list below, "
                "go to a street and press the number."
            )
        )
        self.undo_it, self.keep = QPushButton(self.tr("Undo"), body), QPushButton(self.tr("Save as layer …"), body)
        self.keep.setToolTip(
            self.tr("Save patrol plan, Print patrol plan, Replan patrols and Compare tracks take this layer, too")
        )
        self.to_room = QPushButton(self.tr("Save to the room …"), body)
        self.to_room.setToolTip(self.tr("Save patrol plan is asked for, filled in; from there it can be published"))
        self.to_room.clicked.connect(lambda checked=False: self.save_to_room())
        self.undo_it.setToolTip(self.tr("Go back to the plan before (Ctrl+Z); nothing is lost"))
        self.even = QPushButton(self.tr("Even out"), body)
        self.even.setToolTip(
            self.tr("Hand over as little as is worth it; streets that were given by hand stay where they are")
        )
        self.worth = QDoubleSpinBox(body)
        self.worth.setRange(0.0, 60.0)
        self.worth.setDecimals(1)
        self.worth.setValue(1.0)
        self.worth.setSuffix(self.tr(" min"))
        self.worth.setToolTip(self.tr("What handing over one visit must save of the longest route"))
        self.do_it.clicked.connect(lambda checked=False: self.try_it())
        self.stop.clicked.connect(lambda checked=False: self.worker.cancel())
        self.undo_it.clicked.connect(lambda checked=False: self.undo())
        self.keep.clicked.connect(lambda checked=False: self.save())
        self.even.clicked.connect(lambda checked=False: self.even_out())
        self.drag.toggled.connect(self._on_drag)

    def _row(self, *widgets: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _run(
        self, work: Callable[[Watch], tuple[Trial, Variant | None]], done: Callable[[Trial, Variant | None], None]
    ) -> None:
        """Have a plan made, and its routes for the map; `done` is told what it is of and the plan."""

        def made(watch: Watch):
            trial, variant = work(watch)
            return trial, variant, drawing.legs(trial, variant) if variant is not None else []

        def take(answer) -> None:
            trial, variant, self._drawn = answer
            done(trial, variant)
            self._drawn = []

        if self.worker.run(made, take, self._on_failed):
            self._say(self.tr("Planning …"))
        else:
            self._say(self.tr("A calculation is under way; it can be stopped."))

    def _on_failed(self, words: str) -> None:
        self._say(words or self.tr("Stopped before there was a plan."))

    def _take(self, trial: Trial, source: tuple[object, ...], crs) -> None:
        """Work on other streets: what was tried on those before can no longer be compared."""
        self._trial, self._source, self._crs = trial, source, crs
        self._finder = drawing.StreetFinder(trial)
        self.table.clear()

    def _add(self, variant: Variant, words: str) -> None:
        self.table.add(variant, words)
        before = self._trial.variants[variant.before - 1] if variant.before else None
        if before is not None:
            changed = _changed(before.figures, variant.figures, self._words())
            self._say(_joined([f"{words} – {changed}", self._theirs(before, variant)]))
        else:
            self._say(self._sum_up(variant))

    def _show(self, number: int) -> None:
        variant, trial = self._trial.variants[number - 1], self._trial
        layer = self._layer.show(variant, self._drawn or drawing.legs(trial, variant), self._crs)
        if len(trial.variants) == 1:
            self._centre(layer)
        self.list.show_plan(trial, variant)
        self.tool.work_on(self._finder, self._crs, len(variant.plan.walks))
        self.fields.show_settings(variant.settings)
        self._say(self._sum_up(variant))
        self._offer()
        self.shown.emit(number)

    def _centre(self, layer) -> None:
        extent = self._canvas.mapSettings().layerExtentToOutputExtent(layer, layer.extent())
        extent.scale(1.1)
        self._canvas.setExtent(extent)
        self._canvas.refresh()

    def _on_drag(self, on: bool) -> None:
        if on:
            self._tool_before = self._canvas.mapTool()
            self._canvas.setMapTool(self.tool)
        elif self._canvas.mapTool() is self.tool:
            before, self._tool_before = self._tool_before, None
            if before is not None:
                self._canvas.setMapTool(before)
            else:
                self._canvas.unsetMapTool(self.tool)

    def _officer_of(self, street: int) -> int:
        return self.variant.officer_of(street) if self.variant is not None else -1

    def _offer(self) -> None:
        busy, variant = self.worker.is_busy, self.variant
        may = not busy and variant is not None and self._trial.can_change(variant)
        self.do_it.setEnabled(not busy)
        self.stop.setVisible(busy)
        self.bar.setVisible(busy)
        self.bar.setValue(0)
        for button in (self.even, self.drag):
            button.setEnabled(may or (busy and button is self.drag))
        self.undo_it.setEnabled(variant is not None and variant.number > 1)
        for button in (self.keep, self.to_room):
            button.setEnabled(not busy and variant is not None)

    def _told(self, settings: Settings) -> str:
        words = self.tr("{officers} officers, {shift} h at {speed} km/h, visits × {times}")
        return words.format(
            officers=settings.officers, shift=f"{settings.shift:g}", speed=f"{settings.speed:g}", times=settings.times
        )

    def _sum_up(self, variant: Variant) -> str:
        figures = variant.figures
        lines = [self.tr("Plan {number}: the longest route takes {longest}, on average {mean}.").format(
            number=variant.number, longest=hours(figures.longest), mean=hours(figures.mean))]  # fmt: skip
        if figures.bound > 0.0:
            lines.append(self.tr("No plan is below {bound}.").format(bound=hours(figures.bound)))
        if variant.plan.left_out:
            lines.append(self.tr("{count} streets cannot be reached.").format(count=len(variant.plan.left_out)))
        if figures.longest > 60.0 * variant.settings.shift + 1e-6:
            lines.append(self.tr("The longest route takes longer than the shift."))
        return _joined(lines)

    def _theirs(self, before: Variant, after: Variant) -> str:
        """Return whose routes take another time, the first few of them."""
        words = self.tr("Officer {number}: {before} → {after}.")
        times = enumerate(zip(before.plan.times / 60.0, after.plan.times / 60.0, strict=True), start=1)
        told = [
            words.format(number=number, before=hours(old), after=hours(new))
            for number, (old, new) in times
            if hours(old) != hours(new)
        ]
        return _joined(told[:_TOLD]) + (" …" if len(told) > _TOLD else "")

    def _words(self) -> str:
        return self.tr(
            "Changed: longest {longest}, mean {mean}, longest ÷ mean {fairness}, coverage {coverage}, {kilometres} km."
        )

    def _say(self, text: str) -> None:
        self.message.setText(text)
        QTimer.singleShot(0, lambda: self.message.setToolTip(text))


def _joined(sentences: list[str]) -> str:
    return ("" if language() == "zh" else " ").join(sentences)


def _changed(before: Figures, after: Figures, words: str) -> str:
    """Return what two plans differ in."""

    def pair(one: str, other: str) -> str:
        return one if one == other else f"{one} → {other}"

    return words.format(
        longest=pair(hours(before.longest), hours(after.longest)), mean=pair(hours(before.mean), hours(after.mean)),
        fairness=pair(f"{before.fairness:.2f}", f"{after.fairness:.2f}"),
        coverage=pair(f"{100.0 * before.coverage:.1f} %", f"{100.0 * after.coverage:.1f} %"),
        kilometres=pair(f"{before.metres / 1000.0:.1f}", f"{after.metres / 1000.0:.1f}"),
    )  # fmt: skip
