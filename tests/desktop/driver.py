"""Runs inside QGIS (`qgis --code`): takes commands over a local socket and does them with mouse and keyboard.

DESK_SOCKET names the socket. A command is a line of JSON, [name, arguments]; the answer is one too, [error, result].
"""

import json
import os
import sys
import time
import traceback
from pathlib import Path

import qgis.utils
from qgis.core import QgsCoordinateTransform, QgsPointXY, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QPoint, Qt, QTimer
from qgis.PyQt.QtNetwork import QLocalServer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QTabBar, QTreeView, QWidget

PLUGIN = "community_brain_plugin"
BEAT_MS = 5
_MOST_TABS = 40


class Heartbeat:
    """The longest time between two beats of the GUI thread, and the most work it did between two, in seconds."""

    def __init__(self) -> None:
        self.beats, self.longest, self.work = 0, 0.0, 0.0
        self.skip()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def skip(self) -> None:
        """Begin anew: what was done since the last beat is the test's own doing."""
        self._at, self._worked = time.monotonic(), time.thread_time()

    def _beat(self) -> None:
        self.beats += 1
        self.longest = max(self.longest, time.monotonic() - self._at)
        self.work = max(self.work, time.thread_time() - self._worked)
        self.skip()


class Driver:
    """The commands. Widgets are found by object name, as a person finds them by their label."""

    def __init__(self) -> None:
        self.window = qgis.utils.iface.mainWindow()
        self.window.showNormal()
        self.window.setGeometry(self.window.screen().geometry())
        self.seen: dict[str, float] = {}
        self.faults: list[str] = []
        sys.excepthook = self._note_fault
        qgis.utils.showException = lambda kind, value, trace, *more, **options: self._note_fault(kind, value, trace)
        self._watched = self._heart = None

    @property
    def session(self):
        """The open room."""
        return qgis.utils.plugins[PLUGIN].session

    def is_ready(self) -> bool:
        """Whether the map has rendered with live rows; begins to note what arrives."""
        plugin = qgis.utils.plugins.get(PLUGIN)
        if plugin is None or not plugin.is_ready() or self.session.desk.rules is None:
            return False
        if self._watched is not self.session:
            self._watched = self.session
            self.session.room.changed.connect(self._note_arrival)
            self.window.activateWindow()
            self._heart = Heartbeat()
        return True

    def heartbeat(self) -> dict[str, float]:
        """How the GUI thread has fared since the room was ready: beats, longest gap and most work between two."""
        return {name: getattr(self._heart, name) for name in ("beats", "longest", "work")}

    def roles(self) -> list[str]:
        """Roles of the person at the desk."""
        return sorted(self.session.desk.roles)

    def rows(self) -> list[list[str]]:
        """What the queue shows, a list of cells a row."""
        model = self.session.queue.view.model()
        return [[model.index(row, column).data() for column in range(5)] for row in range(model.rowCount())]

    def numbers(self) -> list[str]:
        """Numbers of the case files the queue shows."""
        model = self.session.queue.view.model()
        return [self.session.room.cases[key]["case_number"] for key in list(model.keys())]

    def shown(self) -> str | None:
        """Number of the case file in the details."""
        case = self.session.room.cases.get(self.session.case.case_id)
        return case["case_number"] if case is not None else None

    def chosen(self) -> str | None:
        """Number of the case file whose row is chosen."""
        case = self.session.room.cases.get(self.session.queue.view.current_key())
        return case["case_number"] if case is not None else None

    def selected(self) -> list[str]:
        """Numbers of the case files whose rows are shown as chosen."""
        return [self.session.room.cases[key]["case_number"] for key in self.session.queue.view.selected()]

    def choose_nothing(self) -> None:
        """Give the choice up."""
        self.session.queue.view.choose(None)

    def overflow(self) -> list[str]:
        """What of the desk is wider than its window, or the window than the screen."""
        screen = self.window.screen().geometry()
        found = ["window"] if self.window.width() > screen.width() or self.window.height() > screen.height() else []
        parts = {"queue": self.session.queue, "case": self.session.case, "toolbar": self.session.toolbar}
        return found + [
            name for name, part in parts.items() if part.minimumSizeHint().width() > self.window.width() // 2
        ]

    def recommended(self) -> str:
        """What the details say about the unit to send."""
        return self.session.case.recommended_text()

    def intake_place(self) -> bool:
        """Whether the report has a place."""
        return "x" in self.session.intake.payload()

    def state(self, number: str) -> str | None:
        """State of a case file as this desk knows it."""
        return next((case["state"] for case in self.session.room.cases.values() if case["case_number"] == number), None)

    def arrivals(self) -> dict[str, float]:
        """When this desk's window knew each version of each case file ("number/version"), seconds since 1970."""
        return self.seen

    def click_queue(self) -> None:
        """Click the queue beside its rows."""
        view = self.session.queue.view
        place = view.viewport().rect().bottomLeft() + QPoint(5, -5)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def choose(self, number: str) -> None:
        """Click the row of a case file."""
        view = self.session.queue.view
        key = next(key for key, case in self.session.room.cases.items() if case["case_number"] == number)
        row = view.model().row_of(key)
        view.scrollTo(view.model().index(row, 1))
        place = view.visualRect(view.model().index(row, 1)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def key(self, name: str, modifier: str = "No") -> None:
        """Press a key where the focus is, with Shift or Control held or alone."""
        held = getattr(Qt.KeyboardModifier, f"{modifier}Modifier")
        QTest.keyClick(self._focus(), getattr(Qt.Key, f"Key_{name}"), held)

    def go_to(self, name: str) -> list[str]:
        """Press Tab until a widget of this name, or inside it, has the focus; return the names it came through."""
        way: list[str] = []
        for _ in range(_MOST_TABS):
            widget = QApplication.focusWidget()
            inside = widget
            while inside is not None and inside.objectName() != name:
                inside = inside.parentWidget()
            if inside is not None:
                return way
            way.append(widget.objectName() or type(widget).__name__)
            self.key("Tab")
        raise LookupError(f"Tab does not lead to {name}, but through {way}")

    def focus_is_visible(self) -> bool:
        """Whether what has the focus can be seen whole, and not below the edge of its panel."""
        widget = QApplication.focusWidget()
        return widget is not None and widget.visibleRegion().boundingRect().height() >= min(widget.height(), 16)

    def keys(self, text: str) -> None:
        """Write text where the focus is."""
        QTest.keyClicks(self._focus(), text)

    def focus_bar(self) -> None:
        """Go to QGIS's locator bar, as Ctrl+K does, with what stands there marked."""
        (line,) = (line for line in self.window.findChildren(QLineEdit) if _is_a(line, "QgsLocatorLineEdit"))
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        line.selectAll()

    def found_in_bar(self) -> bool:
        """Whether the locator bar has found something; its first two rows are headings."""
        (found,) = (view for view in self.window.findChildren(QTreeView) if _is_a(view, "QgsLocatorResultsView"))
        return found.isVisible() and found.model().rowCount() > 2

    def press(self, name: str) -> None:
        """Click a button."""
        QTest.mouseClick(self._find(name, QPushButton), Qt.MouseButton.LeftButton)

    def is_in_sight(self, name: str) -> bool:
        """Whether a widget of this name is shown."""
        return any(widget.isVisible() for widget in self.window.findChildren(QWidget, name))

    def write(self, name: str, text: str) -> None:
        """Click a field and write into it."""
        field = self._find(name, QWidget)
        target = field.focusProxy() or field
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        target.setFocus()
        QTest.keyClicks(target, text)

    def tick(self, name: str) -> None:
        """Choose a radio button of a field."""
        button = getattr(self.session.case.form.field("passed"), name)
        QTest.mouseClick(
            button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(6, button.height() // 2)
        )

    def focus(self) -> str:
        """Object name and class of the widget that has the focus."""
        widget = QApplication.focusWidget()
        return f"{widget.objectName()} {type(widget).__name__}" if widget is not None else ""

    def form(self) -> str:
        """The act whose form is open, and what it says below its fields."""
        form = self.session.case.form
        return f"{form.transition.action} {form.message.text()}".strip() if form is not None else ""

    def written(self) -> dict[str, object]:
        """What is written in the form that is open."""
        form = self.session.case.form
        return form.payload() if form is not None else {}

    def together(self) -> list[str]:
        """Numbers of the case files that are chosen together."""
        return [self.session.room.cases[key]["case_number"] for key in self.session.pages.group.keys]

    def form_together(self) -> str:
        """The act whose form is open for the case files chosen together."""
        form = self.session.pages.group.form
        return form.transition.action if form is not None else ""

    def answers(self) -> list[str]:
        """What became of the case files acted on together: a mark for each."""
        return [mark for mark, _, _ in self.session.pages.group.answers.rows()]

    def subjects_on_map(self) -> list[str]:
        """Which of the room's subjects the map shows, be there any of them or not."""
        layers = qgis.utils.iface.mapCanvas().layers()
        return sorted({str(layer.customProperty("community_brain/subject", "")) for layer in layers} - {""})

    def conflict(self) -> list[str]:
        """What the conflict in the details says: mine, theirs, what can be decided; nothing where there is none."""
        shown = self.session.case.forms.conflict
        return list(shown.texts()) if shown is not None else []

    def claim(self) -> str:
        """What the claim's button offers for the case file shown: to claim it, or to give the claim back."""
        return self.session.case.claim.button.text()

    def alarms(self) -> list[bool]:
        """Whether each alarm in the list was acknowledged."""
        known = self.session.room.alarms
        return [known[key]["acknowledged_at"] is not None for key in list(self.session.alarms.model.keys())]

    def is_muted(self) -> bool:
        """Whether the desk is silent."""
        return self.session.arrivals.is_muted()

    def handover(self) -> str:
        """State of the handover shown."""
        row = self.session.handover.row
        return row["state"] if row is not None else ""

    def cut_off(self) -> list[str]:
        """Buttons and labels of the desk that show less than their text needs."""
        session = self.session
        parts = (session.queue, session.case, session.alarms, session.handover, session.settings, session.toolbar)
        return [
            f"{type(widget).__name__} {widget.text()}"
            for part in parts
            for widget in part.findChildren(QAbstractButton)
            if widget.isVisible() and widget.text() and _is_cut(widget)
        ]

    def log(self) -> str:
        """What the log of the case file shown says."""
        return self.session.case.log_text()

    def click_map(self, x: float, y: float) -> None:
        """Click the map at a place of the room's metric grid."""
        canvas = qgis.utils.iface.mapCanvas()
        crs = self.session.map.crs
        shown = QgsCoordinateTransform(crs, canvas.mapSettings().destinationCrs(), QgsProject.instance())
        pixel = canvas.getCoordinateTransform().transform(shown.transform(QgsPointXY(x, y)))
        place = QPoint(round(pixel.x()), round(pixel.y()))
        QTest.mouseMove(canvas.viewport(), place)
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def pin(self) -> list[float] | None:
        """Where the pin of a report that is being written stands on the map, in pixels from the middle of the map."""
        pin = self.session._pin
        if not pin.isVisible():
            return None
        viewport = qgis.utils.iface.mapCanvas().viewport().rect().center()
        place = qgis.utils.iface.mapCanvas().mapFromScene(pin.scenePos())
        return [place.x() - viewport.x(), place.y() - viewport.y()]

    def clipboard(self) -> str:
        """Text on the clipboard."""
        return QApplication.clipboard().text()

    def copy_picture(self) -> None:
        """Put a picture on the clipboard, as out of a chat."""
        QApplication.clipboard().setPixmap(self.window.grab())

    def pictures(self) -> str:
        """What the form says of the pictures it asks for."""
        form = self.session.case.form
        return form.pictures.text() if form is not None else ""

    def sit_at(self, post: str) -> None:
        """Change seats: choose the room again, as another post, in the dialog."""
        plugin = qgis.utils.plugins[PLUGIN]
        plugin.choose_room()
        dialog = QApplication.activeModalWidget() or next(
            widget for widget in QApplication.topLevelWidgets() if type(widget).__name__ == "ConnectionDialog"
        )
        seat = dialog.post.findData(post)
        if seat < 0:
            dialog.reject()
            raise LookupError(f"the dialog offers no post {post}")
        dialog.post.setCurrentIndex(seat)
        # As a window manager does once the room has answered; there is none here.
        dialog.finished.connect(lambda result: self.window.activateWindow())
        dialog.accept()

    def case_height(self) -> int:
        """Pixels that the case file's dock takes."""
        return self.window.findChild(QWidget, "community_brain_case").height()

    def choose_room(self) -> None:
        """Open the dialog of connection profiles, as its entry in the menu does."""
        qgis.utils.plugins[PLUGIN].choose_room()

    def turn_to(self, title: str) -> None:
        """Click a page of the dialog."""
        bar = self._dialog().findChild(QTabBar)
        place = next(number for number in range(bar.count()) if bar.tabText(number) == title)
        QTest.mouseClick(
            bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, bar.tabRect(place).center()
        )  # fmt: skip

    def rewrite(self, name: str, text: str) -> None:
        """Write into a field of the dialog, in the place of what stood there."""
        field = self._dialog().findChild(QWidget, name)
        line = getattr(field, "lineEdit", lambda: field)()
        line.selectAll()
        QTest.keyClicks(line, text)

    def enter(self, name: str) -> None:
        """Press Enter in a field of the dialog."""
        field = self._dialog().findChild(QWidget, name)
        QTest.keyClick(getattr(field, "lineEdit", lambda: field)(), Qt.Key.Key_Return)

    def has_dialog(self) -> bool:
        """Whether that dialog is open."""
        return any(_is_dialog(widget) and widget.isVisible() for widget in QApplication.topLevelWidgets())

    def room_of_layers(self) -> list[str]:
        """The services by which the map's PostGIS layers reach a room."""
        sources = (layer.source() for layer in QgsProject.instance().mapLayers().values())
        return sorted({part for source in sources for part in source.split() if part.startswith("service=")})

    def _dialog(self) -> QWidget:
        return next(widget for widget in QApplication.topLevelWidgets() if _is_dialog(widget) and widget.isVisible())

    def new_project(self) -> None:
        """Begin a new project, as Ctrl+N does."""
        QgsProject.instance().setDirty(False)
        qgis.utils.iface.newProject(False)

    def layers(self) -> int:
        """How many layers the project has."""
        return len(QgsProject.instance().mapLayers())

    def reload(self) -> list[str]:
        """Unload the plugin, say which of its widgets stayed, and load it again."""
        qgis.utils.unloadPlugin(PLUGIN)
        QCoreApplication.sendPostedEvents(None, 52)  # DeferredDelete
        left = [
            widget.objectName()
            for widget in self.window.findChildren(QWidget)
            if widget.objectName().startswith("community_brain")
        ]
        layers = [layer.name() for layer in QgsProject.instance().mapLayers().values()]
        qgis.utils.loadPlugin(PLUGIN)
        qgis.utils.startPlugin(PLUGIN)
        qgis.utils.plugins[PLUGIN].open_room()
        return left + layers

    def pause(self, milliseconds: int) -> None:
        """Let the window go on by itself."""
        QTest.qWait(milliseconds)

    def picture(self, path: str) -> None:
        """Keep a picture of the window."""
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        self.window.grab().save(path, "PNG")
        if self._heart is not None:
            self._heart.skip()

    def problems(self) -> list[str]:
        """Python errors since the start."""
        return self.faults

    def leave(self) -> None:
        """End QGIS without its question about unsaved changes."""
        QgsProject.instance().setDirty(False)
        QCoreApplication.exit(0)

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def _find(self, name: str, kind: type) -> QWidget:
        found = [widget for widget in self.window.findChildren(kind, name) if widget.isVisible()]
        if not found:
            raise LookupError(f"no {kind.__name__} {name} in sight")
        return found[-1]

    def _note_arrival(self, subject: str, upserted, removed) -> None:
        for key in upserted if subject == "case" else ():
            case = self.session.room.cases[key]
            self.seen.setdefault(f"{case['case_number']}/{case['version']}", time.time())

    def _note_fault(self, kind, value, trace, *more) -> None:
        self.faults.append("".join(traceback.format_exception(kind, value, trace)))


def _is_cut(widget: QWidget) -> bool:
    """Whether a button is narrower than its text, or reaches beyond the edge of its panel."""
    shown = widget.visibleRegion().boundingRect().width()
    return widget.width() < widget.minimumSizeHint().width() or 0 < shown < widget.width()


def _is_dialog(widget: QWidget) -> bool:
    """Whether a widget is the dialog of connection profiles."""
    return type(widget).__name__ == "ConnectionDialog"


def _is_a(widget: QWidget, kind: str) -> bool:
    """Whether a widget is of a kind of QGIS's that Python does not know."""
    return widget.metaObject().className() == kind


class Ear:
    """Listens for commands."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self._server = QLocalServer()
        self._server.newConnection.connect(self._accept)
        self._server.listen(os.environ["DESK_SOCKET"])
        self._sockets: list = []

    def _accept(self) -> None:
        socket = self._server.nextPendingConnection()
        self._sockets.append(socket)
        socket.readyRead.connect(lambda: self._read(socket))

    def _read(self, socket) -> None:
        while socket.canReadLine():
            name, arguments = json.loads(bytes(socket.readLine()).decode())
            try:
                member = getattr(self._driver, name)
                answer = [None, member(*arguments)]
            except Exception:
                answer = [traceback.format_exc(), None]
            socket.write(json.dumps(answer).encode() + b"\n")
            socket.flush()


ear = Ear(Driver())
