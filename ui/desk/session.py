"""One open room in a QGIS window: the live wire, the map and the docks, put together and taken apart again."""

import os
from contextlib import nullcontext
from functools import partial
from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication

from ...cases import lookup
from ...cases.drafts import Drafts
from ...cases.queue import Filter
from ..connection.profiles import Way, fingerprint, parameters
from ..indicators.panel import IndicatorPanel
from ..live.queries import Queries
from ..live.room_model import RoomModel
from ..map.hazard_switch import HazardSwitch
from ..map.report_pin import ReportPin
from ..map.room_map import RoomMap
from ..words import clock
from . import patrol_plans
from .alarm_panel import AlarmPanel
from .area_states import AreaStatesPanel
from .arrangement import Arrangement
from .arrivals import Arrivals
from .awaited import Awaited
from .board import DutyBoard
from .case_pages import CasePages
from .case_panel import CasePanel
from .context import DeskContext
from .csv_intake import CsvIntakePanel
from .docks import Docks
from .handover import HandoverPanel
from .intake import IntakePanel
from .locator import CLASS, Locator, show_place
from .lock_line import UnderLockLine
from .old_mark import OldMark
from .own_key import add_keys
from .queue_model import QueueModel
from .queue_panel import QueuePanel
from .response import open_offer
from .room_settings import RoomSettingsPanel
from .shortcuts import Shortcuts
from .slip import open_slip
from .sounds import Sounds
from .status import StatusLine
from .toasts import Toasts
from .toolbar import RoomToolBar
from .way_back import WayBack
from .withdrawals import case_dock

_SECOND_MS = 1000
_PULSE_MS = 10_000


class RoomSession(QObject):
    """A room that is open. `ready()` comes once the map has rendered with live rows."""

    ready = pyqtSignal()

    def __init__(self, iface, way: Way, parent=None) -> None:
        super().__init__(parent)
        self._iface = iface
        self.window = iface.mainWindow()
        self._service_file_before = os.environ.get("PGSERVICEFILE")
        if way.service_file is not None:
            os.environ["PGSERVICEFILE"] = str(way.service_file)
        self.is_ready = False
        self._toasts = Toasts(iface)
        self.room = RoomModel(self)
        self.queries = Queries(parent=self)
        # Case files of two rooms may bear the same number.
        drafts = Path(QgsApplication.qgisSettingsDirPath()) / "community_brain" / f"drafts-{fingerprint(way)}.json"
        self.desk = DeskContext(self.room, self.queries, Drafts(drafts), self)
        self._way = way
        self.map: RoomMap | None = None
        self._docks = Docks(iface)
        self._arrangement = Arrangement(self.window, parent=self)
        self._build()
        self._connect()
        self._second = QTimer(self)
        self._second.timeout.connect(self.tick)
        self._second.start(_SECOND_MS)
        self._pulse = QTimer(self)
        self._pulse.timeout.connect(self.desk.look_for_service)
        self._pulse.timeout.connect(self.handover.look)
        self._pulse.start(_PULSE_MS)
        self.queries.open(parameters(way))
        self.room.open(parameters(way))
        self._renew = QTimer(self)
        self._renew.setSingleShot(True)
        self._renew.timeout.connect(self._open_map)
        project = QgsProject.instance()
        # The first QGIS says of a project that ends, while its layers are still there.
        project.removeAll.connect(self._close_map)
        project.cleared.connect(self._renew.start)
        self._open_map()

    def close(self) -> None:
        """Take everything out of the window again and stop every thread."""
        self._second.stop()
        self._pulse.stop()
        self.shortcuts.unregister()
        self.locator.close()
        self._way_back.close()
        self.toolbar.let_go()
        self.hazard_switch.let_go()
        self._pin.remove()
        self._renew.stop()
        QgsProject.instance().removeAll.disconnect(self._close_map)
        QgsProject.instance().cleared.disconnect(self._renew.start)
        self._close_map()
        self.room.close()
        self.queries.close()
        self.desk.drafts.close()
        self._toasts.end_all()
        self._arrangement.leave()
        self._docks.remove()
        self.window.removeToolBar(self.toolbar)
        self.window.statusBar().removeWidget(self.status)
        # Without a parent at once: a room that opens before they are deleted must not find them by their names.
        for widget in (self.toolbar, self.status):
            widget.setParent(None)
            widget.deleteLater()
        self._arrangement.settle()
        if self._service_file_before is None:
            os.environ.pop("PGSERVICEFILE", None)
        else:
            os.environ["PGSERVICEFILE"] = self._service_file_before

    def _open_map(self) -> None:
        """Put the room into the project; a new project of the user's gets it again."""
        way = self._way
        self.map = RoomMap(self._iface, self.room, self.queries, way.service, self, way.authcfg)
        self.map.rendered.connect(self._on_rendered)
        self.map.case_clicked.connect(self.queue.choose)
        self.map.failed.connect(lambda error: self.say(str(error)))
        self.hazard_switch.follow(self.map.hazard)
        self.map.follow_loads(self.board)
        self.map.build()

    def _close_map(self) -> None:
        """Take the room out of the project, before QGIS deletes its layers or the desk closes."""
        if self.map is not None:
            self.hazard_switch.follow(None)
            self.map.teardown()
            self.map.deleteLater()
            self.map = None

    def tick(self) -> None:
        """Let every clock on the desk run on."""
        self.queue.tick()
        self.case.tick()
        self.alarms.tick()
        self.arrivals.tick()
        self.states.tick()
        self._show_mute()
        self._count_alarms()
        self.status.tick()

    def toggle_mute(self) -> None:
        """Be silent for half an hour, or speak again."""
        self.arrivals.mute(not self.arrivals.is_muted())
        if self.arrivals.is_muted():
            self.sounds.stop()
        self._show_mute()

    def _show_mute(self) -> None:
        muted = self.arrivals.is_muted()
        self.mute_action.setChecked(muted)
        until = clock(self.arrivals.muted_until)[:5]
        self.mute_action.setText(self.tr("Muted until {time}").format(time=until) if muted else self.tr("Mute"))

    def _count_alarms(self) -> None:
        number = sum(alarm["acknowledged_at"] is None for alarm in self.room.alarms.values())
        title = self.tr("Alarms ({count})").format(count=number) if number else self.tr("Alarms")
        self._alarms_title.say(title)

    def report_at(self, x: float, y: float) -> None:
        """Open intake with a point of the room's metric grid as the place."""
        self.open_intake()
        self.intake.set_point(x, y)

    def open_intake(self) -> None:
        """Show the form of a new report, with its draft."""
        if self._show_intake():
            self.intake.begin()
            if not self.intake.has_place():
                self._pick()
                self.intake.begin()

    def _show_intake(self) -> bool:
        """Bring the form of a report to the front; False where the post reports nothing."""
        if not self.desk.may_report():
            self.say(self.tr("Your post cannot report case files; an acceptor or a collector can."))
            return False
        self.pages.setCurrentWidget(self.intake)
        self._docks.open("case")
        return True

    def go_to(self, name: str) -> None:
        """Bring a dock to the front, and the focus to where work begins in it."""
        self._docks.open(name).begin()

    def _show_waiting(self, waits: bool) -> None:
        self._handover_title.say(self.tr("Handover (1)") if waits else self.tr("Handover"), is_figure=waits)

    def _show_drafted(self, is_kept: bool) -> None:
        text = self.tr("Room settings")
        self.settings_action.setText(f"{text} ✎" if is_kept else text)

    def say(self, text: str) -> None:
        """Tell the person something in QGIS's message bar."""
        self._iface.messageBar().pushMessage(self.tr("Community Brain"), text, Qgis.MessageLevel.Warning, 8)

    def _build(self) -> None:
        rows = QueueModel(self.room, self.desk.viewer, self)
        self.queue = QueuePanel(rows, self.room)
        self.case = CasePanel(self.desk)
        self.intake, self.csv_intake = IntakePanel(self.desk), CsvIntakePanel(self.desk)
        self._pin = ReportPin(self._iface.mapCanvas())
        self.pages = CasePages(self.desk, self.queue.view, self.case, self.intake, self.csv_intake)
        self.alarms = AlarmPanel(self.desk)
        self.indicators = IndicatorPanel(self.desk)
        self.board = DutyBoard(self.desk)
        self.handover = HandoverPanel(self.desk)
        self.settings = RoomSettingsPanel(self.desk)
        self.states = AreaStatesPanel(self.desk)
        docks = self._docks
        docks.add("queue", self.tr("Queue"), self.queue, left=True)
        docks.add("case", self.tr("Case file"), case_dock(self.desk, self.pages, self.show_any_case), left=True)
        docks.add("alarms", self.tr("Alarms"), self.alarms)
        self._alarms_title = OldMark(self.desk, docks["alarms"].setWindowTitle, self)
        docks.add("situation", self.tr("Situation"), self.indicators)
        docks.add("handover", self.tr("Handover"), UnderLockLine(self.desk, self.handover), is_read=True)
        docks.add("board", self.tr("On duty"), self.board)
        docks.add("settings", self.tr("Room settings"), UnderLockLine(self.desk, self.settings), is_read=True)
        docks.add("states", self.tr("Operating states"), UnderLockLine(self.desk, self.states), is_read=True)
        self.patrols = patrol_plans.add(self.desk, docks, self._way.service, self.back_to_queue)
        self._build_toolbar()
        self.status = StatusLine(self.desk, rows)
        self.window.statusBar().addPermanentWidget(self.status)
        self.status.widened.connect(self._arrangement.fit_soon)
        self.sounds = Sounds(self)
        self.arrivals = Arrivals(self.desk, self._toasts.show, self.sounds.play, self)
        self.locator = Locator(self._iface, self.desk, self)
        self._way_back = WayBack(self)
        self.shortcuts = Shortcuts(self)
        self.toolbar.add_command("?", self.tr("Show the keys (?)"), self.shortcuts.show_keys)
        self._arrangement.enter(*docks.values())
        # Opened when they are asked for, and not before.
        if docks.close_all(("handover", "settings", "states", "patrols")):
            docks["alarms"].raise_()

    def _build_toolbar(self) -> None:
        self.toolbar = RoomToolBar(self.desk, self.window)
        self.window.addToolBar(self.toolbar)
        self.hazard_switch = HazardSwitch(self.toolbar)
        self.toolbar.addWidget(self.hazard_switch)
        self.new_action = self.toolbar.add_command(
            self.tr("New case file"), self.tr("Report a case file (N)"), self.open_intake
        )
        self.toolbar.add_command(self.tr("Print map"), self.tr("Print the current map to PDF"), self.print_map)
        self.mute_action = self.toolbar.add_command(
            self.tr("Mute"), self.tr("No sound for half an hour (M)"), self.toggle_mute
        )
        self.mute_action.setCheckable(True)
        self.handover_action = self.toolbar.add_command(
            self.tr("Handover"), self.tr("Hand the shift over, or take it over"), partial(self.go_to, "handover")
        )
        self._handover_title = OldMark(self.desk, self.handover_action.setText, self)
        states = self.toolbar.add_command(
            self.states.sum_up(), self.tr("Operating states of the areas"), partial(self.go_to, "states")
        )
        self.states.summed.connect(OldMark(self.desk, states.setText, self).say)
        about = self.tr("What the room goes by, and figures that are final")
        self.settings_action = self.toolbar.add_command(
            self.tr("Room settings"), about, partial(self.go_to, "settings")
        )
        self.settings.drafted.connect(self._show_drafted)

    def _connect(self) -> None:
        self.room.connection_changed.connect(lambda: self.queries.follow(self.room.connection))
        self.desk.ready.connect(self._on_known)
        self.desk.failed.connect(self.say)
        # After the queue, which has the row when something is to be done with it.
        self._awaited = Awaited(self.room, self)
        self.queue.chosen.connect(self._on_chosen)
        self.queue.opened.connect(self._open_case)
        self.case.left.connect(self.back_to_queue)
        self.pages.wanted.connect(self._docks["case"].raise_)
        self.pages.group.case_wanted.connect(self.show_any_case)
        self.case.done.connect(self._on_done)
        self.case.slip_wanted.connect(self._show_slip)
        self.case.centre_wanted.connect(self.centre_case)
        self.case.around.case_wanted.connect(self.show_any_case)
        self.intake.case_wanted.connect(self.show_any_case)
        self.intake.left.connect(self._leave_intake)
        self.intake.reported.connect(self._on_reported)
        self.intake.pick_wanted.connect(self._pick)
        self.intake.placed.connect(self._show_place)
        self.intake.moved.connect(self._pin_report)
        self.pages.currentChanged.connect(lambda page: self._pin_report())
        self.intake.file_wanted.connect(lambda: self.pages.setCurrentWidget(self.csv_intake))
        self.csv_intake.left.connect(self._leave_intake)
        self.csv_intake.reported.connect(self._on_file_reported)
        self.alarms.chosen.connect(self._centre_alarm)
        self.alarms.centred.connect(self._centre_alarm)
        self.alarms.case_wanted.connect(self._report_alarm)
        self.alarms.offer_wanted.connect(self._take_offer)
        self.desk.offers.begin()
        self.indicators.case_wanted.connect(self.show_any_case)
        self.indicators.listed.connect(self.queue.narrow)
        self.indicators.area_wanted.connect(lambda kind, code: self._docks.open("states").show_area(kind, code))
        self.board.centred.connect(self._show_place)
        self.board.told.connect(self.say)
        for panel in (self.board, self.indicators):
            add_keys(panel, self.back_to_queue, "Esc")
        self.locator.case_wanted.connect(self.show_any_case)
        self.locator.class_wanted.connect(self._look_for_class)
        self.locator.told.connect(self.say)
        self.locator.went.connect(self._come_back)
        for part in (self.handover, self.settings, self.states):
            part.left.connect(self.back_to_queue)
        self.handover.waiting.connect(self._show_waiting)
        self.toolbar.shading_chosen.connect(self._shade)
        self.toolbar.theme_chosen.connect(self._show_theme)

    def _on_known(self) -> None:
        self.queue.view.model().set_viewer(self.desk.viewer)
        self.case.show_rules()
        self.new_action.setEnabled(self.desk.may_report())
        self.tick()

    def _on_rendered(self) -> None:
        self.toolbar.list_kinds(self.map.grid_kinds)
        if not self.is_ready and self.room.state.value == "live":
            self.is_ready = True
            # Work begins in the queue, unless somebody has gone elsewhere meanwhile.
            if QApplication.focusWidget() in (None, self.window, self._iface.mapCanvas()):
                self.queue.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ready.emit()

    def _on_chosen(self, case_id) -> None:
        # A form that is open for another case file has its draft kept.
        if case_id is not None:
            self._show_case()

    def _show_case(self) -> None:
        case_id = self.queue.view.current_key()
        if case_id is None:
            return
        self.pages.show_chosen()
        self.case.show_case(case_id)
        if self.map is not None:
            self.map.select_case(case_id)

    def show_any_case(self, case_id: int) -> None:
        """Show a case file: in the queue while it is live, else as it ended."""
        if case_id in self.room.cases:
            self.queue.choose(case_id)
        else:
            self.desk.ask(lambda connection: lookup.case(connection, case_id), self._show_past)

    def _look_for_class(self, label: str) -> None:
        """Show the open case files of a class in the queue."""
        self.queue.search.setText(label)
        self.queue.show_bucket(Filter.OPEN)

    def _come_back(self, kind: str) -> None:
        """Whoever chose a case file or a class works on it; whoever looked for a place goes on where he was."""
        if kind in (lookup.CASE, CLASS):
            self.queue.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._way_back.go(self.queue.view)

    def _show_past(self, case) -> None:
        if case is None:
            return
        self.queue.view.choose(None)
        self.pages.setCurrentWidget(self.case)
        self._docks["case"].raise_()
        self.case.show_past(case)
        self._show_place(case["x"], case["y"])

    def _show_place(self, x: float, y: float) -> None:
        show_place(self._iface.mapCanvas(), int(self.desk.identity["srid"]), x, y)

    def _open_case(self) -> None:
        self._show_case()
        self.pages.take_focus()

    def back_to_queue(self) -> None:
        """Go back to the queue and what is chosen there."""
        self._docks["queue"].raise_()
        self.queue.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_case()

    def _on_done(self, case_id: int, action: str, version: int) -> None:
        # Who has gone on to something else while the answer was on its way is left there.
        if self.pages.is_at_rest(case_id):
            self.back_to_queue()
        if action in ("dispatch", "redispatch", "rework"):
            self._awaited.once_known(case_id, version, lambda: self._show_slip(case_id))

    def _leave_intake(self) -> None:
        if self.map is not None:
            self.map.cancel_pick()
        self.pages.setCurrentWidget(self.case)
        self.back_to_queue()

    def _on_reported(self, case_id: int) -> None:
        if self.pages.is_at(self.intake):
            self._leave_intake()
        self._awaited.once_known(case_id, 1, lambda: self._show_reported(case_id))

    def _show_reported(self, case_id: int) -> None:
        offer = self.desk.offers.kept_for(self.room.cases[case_id])
        if self.pages.is_at_rest():
            self._open_offer(case_id, offer)

    def _on_file_reported(self, cases: list[int]) -> None:
        """Show what was reported, unless somebody has gone on to something else: he is told."""
        if self.pages.is_at(self.csv_intake):
            self.queue.show_bucket(Filter.OPEN)
        else:
            self.say(self.csv_intake.message.text())

    def _pick(self) -> None:
        """Let the next click on the map be the place, or the component, of the report."""
        if self.map is not None:
            self.map.pick_point(
                lambda x, y: self._take_click(self.intake.set_point, x, y),
                lambda code: self._take_click(self.intake.set_component, code),
            )

    def _take_click(self, take, *clicked) -> None:
        """What was clicked is the place; who has not gone elsewhere since goes on in the form."""
        take(*clicked)
        if self._iface.mapCanvas().hasFocus() and self.pages.currentWidget() is self.intake:
            self.intake.go_on()

    def _pin_report(self, *_moved) -> None:
        """Show on the map where the report lies that is being written."""
        place = self.intake.place() if self.pages.currentWidget() is self.intake else None
        self._pin.show_at(place, self.map.crs if self.map is not None and place is not None else None)

    def _report_alarm(self, alarm_id: int) -> None:
        alarm = self.room.alarms.get(alarm_id)
        if alarm is not None and self._show_intake():
            self.intake.set_alarm(alarm)

    def _take_offer(self, offer) -> None:
        """Open the form that sends whoever is offered for an alarm; where it has no case file yet, the intake's."""
        case_id = self.room.alarms[offer.alarm_id].get("case_id")
        if case_id in self.room.cases:
            self._open_offer(case_id, offer)
        else:
            self.desk.offers.keep(offer)
            self._report_alarm(offer.alarm_id)

    def _open_offer(self, case_id: int, offer) -> None:
        self.queue.choose(case_id)
        if offer is None:
            return
        self.pages.setCurrentWidget(self.case)
        self._docks["case"].raise_()
        self.case.show_case(case_id)
        open_offer(self.case, offer)

    def _centre_alarm(self, alarm_id) -> None:
        alarm = self.room.alarms.get(alarm_id)
        if alarm is not None and self.map is not None:
            self.map.centre(alarm["x"], alarm["y"])

    def centre_case(self) -> None:
        """Bring the chosen case file into the middle of the map."""
        case = self.room.cases.get(self.case.case_id)
        if case is not None and self.map is not None:
            self.map.centre(case["x"], case["y"])

    def _show_slip(self, case_id: int) -> None:
        case = self.room.cases.get(case_id)
        if case is not None and self.case.case_id == case_id:
            open_slip(self.case, self.desk, case)

    def print_map(self) -> None:
        """Print the map as it stands."""
        if self.map is not None:
            self.map.print_map()

    def _shade(self, grid_kind: str, measure: str) -> None:
        if self.map is not None:
            self.map.set_shading(grid_kind, measure)

    def _show_theme(self, theme: str) -> None:
        root = QgsProject.instance().layerTreeRoot()
        model = self._iface.layerTreeView().layerTreeModel()
        with self.map.hazard.kept() if self.map is not None else nullcontext():
            QgsProject.instance().mapThemeCollection().applyTheme(theme, root, model)
