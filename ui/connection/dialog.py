"""Choosing the room: the private one of this machine in one click, a service, a stored connection, or a server."""

from collections.abc import Callable
from functools import partial

from qgis.gui import QgsAuthConfigSelect
from qgis.PyQt.QtCore import QProcess, QProcessEnvironment, Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...database import background
from ...database.home import Home, default_home
from ...errors import RoomError, at_once
from ...wording import language, name
from ..live.queries import Queries
from ..words import listed
from . import profiles, trial
from .profiles import parameters


class ConnectionDialog(QDialog):
    """One tab for each way to a room. Accepting keeps the profile; nothing connects but the test.

    With `leaves_room` another room is open: it is left for one that answers, or at a second press of the button.
    """

    def __init__(self, parent=None, leaves_room: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Choose the room"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._queries = Queries(workers=1, parent=self)
        self._process: QProcess | None = None
        self._kinds: list[str] = []
        self._leaves_room = leaves_room
        # What was tried in vain, and may be opened all the same.
        self._in_vain: profiles.Profile | None = None
        # Under which name stands what is filled in.
        self._taken = ""
        self._build_names()
        self._tabs = QTabWidget(self)
        self._tabs.setObjectName("ways")
        self._build_private()
        self._build_service()
        self._build_stored()
        self._build_server()
        self._lay_out()
        self.show_profile(profiles.load())

    def profile(self) -> profiles.Profile:
        """Return what is filled in."""
        return profiles.Profile(
            name=self.name.currentText().strip(),
            kind=self._kinds[self._tabs.currentIndex()],
            post=self.post.currentData() or "dispatcher",
            service=self.service.text().strip(),
            stored=self.stored.currentText(),
            host=self.host.text().strip(),
            port=self.port.text().strip(),
            database=self.database.text().strip(),
            authcfg=self.authcfg.configId(),
            user=self.user.text().strip(),
        )

    def show_profile(self, profile: profiles.Profile) -> None:
        """Fill the fields from a profile."""
        self._taken = profile.name
        self.name.setCurrentText(profile.name)
        self._offer_removal()
        self._tabs.setCurrentIndex(self._kinds.index(profile.kind) if profile.kind in self._kinds else 0)
        self.post.setCurrentIndex(max(0, self.post.findData(profile.post)))
        self.service.setText(profile.service)
        # One that is there no more is not replaced by whichever comes first.
        self.stored.setCurrentIndex(self.stored.findText(profile.stored) if profile.stored else 0)
        self.host.setText(profile.host)
        self.port.setText(profile.port)
        self.database.setText(profile.database)
        self.authcfg.setConfigId(profile.authcfg)
        self.user.setText(profile.user)

    def test(self) -> None:
        """Ask the room who we are, in the background, and say what came back."""
        self._ask(self._on_answer, self._say)

    def _ask(self, done: Callable[[trial.Answer], None], failed: Callable[[str], None]) -> None:
        """Ask the room that is filled in who we are; meanwhile nothing else is asked."""
        self._say(self.tr("Asking …"))
        try:
            way = profiles.way(self.profile())
        except RoomError as error:
            failed(str(error))
            return

        def over(then: Callable[..., None], answer: object) -> None:
            for button in (self.test_button, self.open_button):
                button.setEnabled(True)
            then(answer)

        for button in (self.test_button, self.open_button):
            button.setEnabled(False)
        self._queries.open(parameters(way))
        self._queries.run(trial.ask, partial(over, done), lambda error: over(failed, str(at_once(error))))

    def start_private(self) -> None:
        """Run `community-brain up` as a process; what it says is shown."""
        if self._process is not None:
            return
        self._process = QProcess(self)
        environment = QProcessEnvironment()
        for variable, value in background.environment(Home(default_home())).items():
            environment.insert(variable, value)
        self._process.setProcessEnvironment(environment)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._process.readyReadStandardOutput.connect(self._show_output)
        self._process.finished.connect(self._on_started)
        self._process.errorOccurred.connect(lambda error: self._on_started(-1))
        self.start_button.setEnabled(False)
        self._say(self.tr("Starting the private room …"))
        program, *arguments = background.command("--language", language(), "up")
        self._process.start(program, arguments)

    def remove(self) -> None:
        """Forget the profile whose name is shown; the fields stay as they are."""
        profiles.forget(self.name.currentText().strip())
        self._list_names()
        self.name.setCurrentText("")
        self._offer_removal()

    def accept(self) -> None:
        if not self.open_button.isEnabled():
            return
        self._follow_name()
        wanted = self.profile()
        if self._leaves_room and wanted != self._in_vain:
            self.open_button.setText(self.tr("Open the room"))
            # What was changed while the room was asked is asked for, too.
            self._ask(lambda answer: self._keep() if wanted == self.profile() else self.accept(), self._stay)
        else:
            self._keep()

    def _stay(self, reason: str) -> None:
        """Say why the room that was chosen does not open; the one that is open stays."""
        self._in_vain = self.profile()
        self.open_button.setText(self.tr("Open it all the same"))
        stays = self.tr("You are still in the room that was open. Choose another, or press again to leave it.")
        self._say(f"{reason}\n{stays}")

    def _keep(self) -> None:
        profiles.keep(self.profile())
        profiles.save(self.profile())
        profiles.set_opens_on_start(self.on_start.isChecked())
        super().accept()

    def done(self, result: int) -> None:
        self._queries.close()
        super().done(result)

    def _build_names(self) -> None:
        self.name = QComboBox(self)
        self.name.setObjectName("profile_name")
        self.name.setEditable(True)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.name.lineEdit().setPlaceholderText(self.tr("without a name, only the last choice is kept"))
        self.name.activated.connect(lambda index: self._take_profile())
        self.name.lineEdit().editingFinished.connect(self._follow_name)
        self.name.editTextChanged.connect(lambda text: self._offer_removal())
        self.removal = QPushButton(self.tr("Forget"), self)
        self.removal.setToolTip(self.tr("Forget the profile of this name"))
        self.removal.clicked.connect(lambda checked: self.remove())
        self._list_names()

    def _list_names(self) -> None:
        shown = self.name.currentText()
        self.name.clear()
        self.name.addItems(list(profiles.kept()))
        self.name.setCurrentText(shown)

    def _follow_name(self) -> None:
        """A name that was typed leads to the profile kept under it: it must not open, nor become, another room."""
        if self.name.currentText().strip() != self._taken:
            self._take_profile()

    def _take_profile(self) -> None:
        chosen = profiles.kept().get(self.name.currentText().strip())
        if chosen is not None:
            self.show_profile(chosen)

    def _offer_removal(self) -> None:
        self.removal.setEnabled(self.name.currentText().strip() in profiles.kept())

    def _build_private(self) -> None:
        page, form = self._page(profiles.PRIVATE, self.tr("Private room"))
        self.post = QComboBox(page)
        self.start_button = QPushButton(self.tr("Start the private room"), page)
        self.start_button.setToolTip(self.tr("Starts the database of this machine; it takes a few seconds"))
        self.start_button.clicked.connect(self.start_private)
        form.addRow(self.tr("Post"), self.post)
        form.addRow("", self.start_button)
        self._list_posts()

    def _build_service(self) -> None:
        page, form = self._page(profiles.BY_SERVICE, self.tr("Service name"))
        self.service = QLineEdit(page)
        form.addRow(self.tr("Entry of pg_service.conf"), self.service)

    def _build_stored(self) -> None:
        page, form = self._page(profiles.STORED, self.tr("Stored connection"))
        self.stored = QComboBox(page)
        self.stored.addItems(profiles.stored_connections())
        form.addRow(self.tr("Connection of QGIS"), self.stored)
        self.plain = QLabel(page)
        self.plain.setWordWrap(True)
        self.plain.setText(
            self.tr(
                "The password saved with this connection is not used: it lies open in QGIS’s settings. Keep it under "
                "Settings › Options › Authentication and choose that for the connection, or write it into ~/.pgpass."
            )
        )
        form.addRow(self.plain)
        self.stored.currentTextChanged.connect(self._warn_of_password)
        self._warn_of_password(self.stored.currentText())

    def _warn_of_password(self, name: str) -> None:
        self.plain.setVisible(profiles.holds_plain_password(name))

    def _build_server(self) -> None:
        page, form = self._page(profiles.SERVER, self.tr("Server"))
        self.host, self.port, self.database, self.user = (QLineEdit(page) for _ in range(4))
        self.authcfg = QgsAuthConfigSelect(page)
        self.authcfg.setObjectName("authcfg")
        self.authcfg.selectedConfigIdChanged.connect(lambda chosen: self._offer_user())
        self.user.setToolTip(self.tr("Where the login needs no password, or it is written in ~/.pgpass"))
        for part in ("host", "port", "database", "user"):
            getattr(self, part).setObjectName(part)
        form.addRow(self.tr("Host"), self.host)
        form.addRow(self.tr("Port"), self.port)
        form.addRow(self.tr("Database"), self.database)
        form.addRow(self.tr("Login kept by QGIS"), self.authcfg)
        form.addRow(self.tr("or login name"), self.user)
        self._offer_user()

    def _offer_user(self) -> None:
        """A login that QGIS keeps brings its own name."""
        self.user.setEnabled(not self.authcfg.configId())

    def _page(self, kind: str, title: str) -> tuple[QWidget, QFormLayout]:
        page = QWidget(self)
        self._tabs.addTab(page, title)
        self._kinds.append(kind)
        return page, QFormLayout(page)

    def _lay_out(self) -> None:
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        self.message.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.on_start = QCheckBox(self.tr("Open the room when QGIS starts"), self)
        self.on_start.setChecked(profiles.opens_on_start())
        self.test_button = QPushButton(self.tr("Test"), self)
        self.test_button.clicked.connect(self.test)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.open_button = buttons.addButton(self.tr("Open the room"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.test_button)
        row.addWidget(buttons, 1)
        layout = QVBoxLayout(self)
        names = QHBoxLayout()
        names.addWidget(QLabel(self.tr("Profile"), self))
        names.addWidget(self.name, 1)
        names.addWidget(self.removal)
        layout.addLayout(names)
        layout.addWidget(self._tabs)
        layout.addWidget(self.on_start)
        layout.addWidget(self.message)
        layout.addLayout(row)
        self.resize(480, self.sizeHint().height())

    def _list_posts(self) -> None:
        chosen = self.post.currentData()
        self.post.clear()
        held = profiles.held_posts()
        for post in held or profiles.POSTS:
            self.post.addItem(name("role", post), post)
        self.post.setCurrentIndex(max(0, self.post.findData(chosen)))

    def _on_answer(self, answer: trial.Answer) -> None:
        text = self.tr("Connected: {room}, as {person} ({roles}). Schema {version}.").format(
            room=answer.room, person=answer.person, roles=listed(name("role", role) for role in answer.roles),
            version=answer.schema,
        )  # fmt: skip
        self._say(f"{text}\n{answer.misfit}" if answer.misfit else text)

    def _show_output(self) -> None:
        text = bytes(self._process.readAllStandardOutput()).decode("utf-8", "replace").strip()
        if text:
            self._say("\n".join(text.splitlines()[-4:]))

    def _on_started(self, code: int, *_status) -> None:
        self.start_button.setEnabled(True)
        self._process = None
        self._list_posts()
        # 3 says that the room runs but has no tables yet, which its own words explain.
        if code == 0:
            self._say(self.tr("The private room is running."))
        elif code == -1:
            self._say(self.tr("The private room could not be started: Python was not found."))

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.layout().activate()
        self.resize(self.width(), max(self.height(), self.layout().totalHeightForWidth(self.width())))
