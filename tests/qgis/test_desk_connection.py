"""Which room is opened and how: profiles without passwords, the dialog's answers, and a start that connects nothing."""

import configparser
import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psycopg2
import pytest
from little_room import LittleRoom, furnish
from mute_proxy import OlderServer, OnTheNetwork
from psycopg2 import sql
from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsProject, QgsSettings, QgsVectorLayer
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QMainWindow

from community_brain_plugin import wording
from community_brain_plugin.cases.drafts import Drafts
from community_brain_plugin.database.connection import SERVICE, connect
from community_brain_plugin.errors import RoomError, from_database
from community_brain_plugin.ui.connection import profiles, trial
from community_brain_plugin.ui.connection.dialog import ConnectionDialog
from community_brain_plugin.ui.connection.options import RoomOptionsPage, room_in_words
from community_brain_plugin.ui.connection.profiles import Profile
from community_brain_plugin.ui.desk.context import DeskContext
from community_brain_plugin.ui.desk.lock_line import LockLine
from community_brain_plugin.ui.entry import DeskEntry
from community_brain_plugin.ui.live.queries import Queries
from community_brain_plugin.ui.live.room_model import RoomModel
from community_brain_plugin.ui.map import subjects
from community_brain_plugin.ui.map.layers import static_layer

#: What the tests write into the settings.
GROUPS = ("community-brain", *(f"PostgreSQL/connections/{name}" for name in ("town", "kept")))

SESAME = "open" + "sesame"


@pytest.fixture(autouse=True)
def clean(monkeypatch, tmp_path):
    """English words, no profile, no service file, and a home of one's own."""
    wording.set_language("en")
    monkeypatch.delenv("PGSERVICEFILE", raising=False)
    monkeypatch.setenv("COMMUNITY_BRAIN_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(profiles._Start, "service_file", "")
    monkeypatch.setattr(profiles._Start, "has_chosen", False)
    for group in GROUPS:
        QgsSettings().remove(group)
    yield
    for group in GROUPS:
        QgsSettings().remove(group)
    wording.set_language(None)


@contextlib.contextmanager
def open_desk(parameters: dict[str, str], folder: Path) -> Iterator[DeskContext]:
    """A desk without a window."""
    model, queries = RoomModel(), Queries(workers=1)
    desk = DeskContext(model, queries, Drafts(folder / "drafts.json"))
    model.connection_changed.connect(lambda: queries.follow(model.connection))
    for part in (queries, model):
        part.open(parameters)
    try:
        yield desk
    finally:
        model.close()
        queries.close()


@pytest.fixture
def little(database):
    """A furnished little room."""
    room = LittleRoom(database.cluster, database.name)
    connection = room.connect(autocommit=False)
    furnish(connection)
    connection.commit()
    yield room
    room.close()


def write_post(home: Path, post: str, parameters: dict[str, str]) -> Path:
    services = home / "services"
    services.mkdir(parents=True, exist_ok=True)
    lines = [f"[{SERVICE}]", *(f"{key}={value}" for key, value in parameters.items()), ""]
    path = services / f"{post}.conf"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_profile_comes_back_as_it_was_kept():
    kept = Profile(kind=profiles.SERVER, host="db.example", port="5433", database="town", authcfg="abc1234")
    profiles.save(kept)
    assert profiles.load() == kept


def test_several_profiles_are_kept_by_name_and_forgotten_one_by_one():
    station = Profile(name="街道/一", kind=profiles.SERVER, host="db.example", database="town", authcfg="abc1234")
    profiles.keep(station)
    profiles.keep(Profile(name="home", post="acceptor"))
    profiles.keep(Profile(post="planner"))
    assert profiles.kept() == {"home": Profile(name="home", post="acceptor"), "街道/一": station}
    profiles.keep(Profile(name="home", post="dispatcher"))
    profiles.forget("街道/一")
    profiles.forget("nowhere")
    assert profiles.kept() == {"home": Profile(name="home", post="dispatcher")}
    QgsSettings().setValue("community-brain/profiles", "{broken")
    assert profiles.kept() == {}


def test_the_dialog_goes_from_room_to_room_by_the_names_of_profiles(tmp_path, qtbot):
    for post in ("acceptor", "dispatcher"):
        write_post(tmp_path / "home", post, {"host": str(tmp_path), "user": "li"})
    profiles.keep(Profile(name="town", kind=profiles.SERVER, host="db.example", database="town", authcfg="abc1234"))
    profiles.keep(Profile(name="here", post="dispatcher"))
    dialog = ConnectionDialog()
    qtbot.addWidget(dialog)
    dialog.name.setCurrentIndex(dialog.name.findText("town"))
    dialog.name.activated.emit(dialog.name.currentIndex())
    assert (dialog.profile().kind, dialog.profile().host) == (profiles.SERVER, "db.example")
    dialog.name.setCurrentIndex(dialog.name.findText("here"))
    dialog.name.activated.emit(dialog.name.currentIndex())
    assert (dialog.profile().kind, dialog.profile().post) == (profiles.PRIVATE, "dispatcher")
    dialog.name.setCurrentText("second desk")
    assert not dialog.removal.isEnabled()
    dialog.post.setCurrentIndex(dialog.post.findData("acceptor"))
    dialog.accept()
    assert sorted(profiles.kept()) == ["here", "second desk", "town"]
    assert profiles.load().name == "second desk"
    assert room_in_words(profiles.load()) == "second desk (private room of this machine, post Acceptor)"
    again = ConnectionDialog()
    qtbot.addWidget(again)
    assert again.name.currentText() == "second desk"
    again.remove()
    assert sorted(profiles.kept()) == ["here", "town"]
    again.reject()


def test_a_server_s_login_name_is_kept_by_the_dialog_and_goes_where_qgis_keeps_the_login(kept_login, qtbot):
    profiles.keep(Profile(name="town", kind=profiles.SERVER, host="db.example", database="town", user="li"))
    dialog = ConnectionDialog()
    qtbot.addWidget(dialog)
    dialog.name.setCurrentIndex(dialog.name.findText("town"))
    dialog.name.activated.emit(dialog.name.currentIndex())
    assert (dialog.user.text(), dialog.user.isEnabled()) == ("li", True)
    dialog.user.setText(" wang ")
    dialog.accept()
    assert (profiles.load().user, profiles.kept()["town"].user) == ("wang", "wang")
    assert profiles.parameters(profiles.way(profiles.load()))["user"] == "wang"
    again = ConnectionDialog()
    qtbot.addWidget(again)
    assert again.user.text() == "wang"
    again.authcfg.setConfigId(kept_login("x"))
    assert not again.user.isEnabled(), "the login that QGIS keeps brings its own name"
    again.reject()


def test_a_name_that_is_typed_opens_the_room_kept_under_it_and_changes_neither(qtbot):
    north = Profile(name="north", kind=profiles.SERVER, host="north.example", database="town", user="li")
    south = replace(north, name="south", host="south.example")
    for one in (north, south):
        profiles.keep(one)
    profiles.save(south)
    dialog = ConnectionDialog()
    qtbot.addWidget(dialog)
    assert dialog.name.currentText() == "south"
    line = dialog.name.lineEdit()
    line.selectAll()
    qtbot.keyClicks(line, "north")
    dialog.accept()
    assert profiles.load() == north
    assert profiles.kept() == {"north": north, "south": south}


def test_a_stored_connection_that_is_gone_is_not_replaced_by_another(qtbot):
    for key, value in {"host": "db.example", "database": "town"}.items():
        QgsSettings().setValue(f"PostgreSQL/connections/town/{key}", value)
    profiles.save(Profile(kind=profiles.STORED, stored="a deleted one"))
    dialog = ConnectionDialog()
    qtbot.addWidget(dialog)
    assert dialog.profile().stored == ""
    dialog.test()
    assert "no stored PostgreSQL connection" in dialog.message.text()
    dialog.reject()


def test_another_login_at_the_same_server_never_reads_by_the_connections_of_the_one_before(little, qtbot, monkeypatch):
    """QGIS keeps a layer's connections for a minute; and a room that is open is not disturbed by trying another one."""
    where = little.parameters("dispatcher")
    one, two = (
        profiles.way(Profile(kind=profiles.SERVER, host=where["host"], port=where.get("port", "5432"),
                             database=where["dbname"], user=little.parameters(post)["user"]))
        for post in ("dispatcher", "acceptor")
    )  # fmt: skip
    for way, post in ((one, "dispatcher"), (two, "acceptor"), (one, "dispatcher")):
        monkeypatch.setenv("PGSERVICEFILE", str(way.service_file))
        uri = f"service='{way.service}' key='id' table=\"(SELECT 1 AS id, session_user::text AS who)\""
        layer = QgsVectorLayer(f"{uri} sql=", "who", "postgres")
        assert [feature["who"] for feature in layer.getFeatures()] == [little.parameters(post)["user"]]


@pytest.fixture
def guarded(little, tmp_path):
    """The little room at a port of 127.0.0.1, where the dispatcher's login has to give a password."""
    login, hba = little.parameters("dispatcher")["user"], little.cluster.home.data / "pg_hba.conf"
    before = hba.read_text(encoding="utf-8")
    little.query(sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(login), sql.Literal(SESAME)))
    hba.write_text(f"local {little.name} {login} scram-sha-256\n{before}", encoding="utf-8")
    little.query("SELECT pg_reload_conf()")
    proxy = OnTheNetwork(tmp_path / "proxy", little.cluster.home.socket)
    yield Profile(kind=profiles.SERVER, host=proxy.host, port=proxy.port, database=little.name)
    proxy.close()
    hba.write_text(before, encoding="utf-8")
    little.query("SELECT pg_reload_conf()")
    little.query(sql.SQL("ALTER ROLE {} PASSWORD NULL").format(sql.Identifier(login)))


@pytest.fixture
def kept_login():
    """Return a function that keeps a login in QGIS's authentication and returns its name there."""
    manager, kept = QgsApplication.authManager(), []
    assert manager.setMasterPassword("only for this test", True)

    def keep(secret: str) -> str:
        config = QgsAuthMethodConfig("Basic")
        config.setName("little room")
        config.setConfig("username", "little_dispatcher")
        config.setConfig("password", secret)
        assert manager.storeAuthenticationConfig(config)
        kept.append(config.id())
        return config.id()

    yield keep
    for name in kept:
        manager.removeAuthenticationConfig(name)


def refusal(profile: Profile) -> str:
    """Return the code with which a server refuses this profile, "" when it lets it in."""
    try:
        connect(profiles.parameters(profiles.way(profile))).close()
    except RoomError as error:
        return error.code
    return ""


def test_a_login_or_a_database_that_is_not_there_is_no_connection_that_was_lost(guarded):
    """Nobody is told to wait for what does not come back by itself."""
    assert refusal(replace(guarded, user="nobody of this name")) == "database.login"
    assert refusal(replace(guarded, user="little_acceptor", database="elsewhere")) == "database.no_database"


def test_a_server_that_asks_for_a_password_lets_in_whose_login_qgis_keeps(guarded, kept_login, qtbot, monkeypatch,
                                                                           tmp_path):  # fmt: skip
    """The desk and its map layers; the password stands in no layer, project, setting, service file or message."""
    nobody = replace(guarded, user="little_dispatcher")
    qtbot.waitUntil(lambda: refusal(nobody) == "database.no_password", timeout=20_000)
    assert refusal(replace(guarded, authcfg=kept_login("wrong"))) == "database.password"
    said = []
    QgsApplication.messageLog().messageReceived.connect(lambda text, *_: said.append(text))
    profiles.save(replace(guarded, authcfg=kept_login(SESAME)))
    way = profiles.way(profiles.load())
    monkeypatch.setenv("PGSERVICEFILE", str(way.service_file))
    with open_desk(profiles.parameters(way), tmp_path) as desk:
        qtbot.waitUntil(desk.can_send, timeout=20_000)
        assert desk.identity["name"] == "dispatcher"
    assert not static_layer(subjects.COMPONENT, "", way.service, 4549).isValid(), "without it, layers are kept out too"
    layer = static_layer(subjects.COMPONENT, "", way.service, 4549, way.authcfg)
    assert len(list(layer.getFeatures())) == 20
    assert SESAME not in repr(way), "nor where a traceback names it"
    assert profiles.parameters(way)["password"] == SESAME
    entries = configparser.ConfigParser(interpolation=None)
    entries.read(way.service_file, encoding="utf-8")
    assert dict(entries[SERVICE]) == dict(entries[way.service]), "the toolbox finds the room that is open by its name"
    project = QgsProject()
    project.addMapLayer(layer, False)
    saved = tmp_path / "room.qgs"
    assert project.write(str(saved))
    QgsSettings().sync()
    texts = [Path(file).read_text(encoding="utf-8") for file in (saved, way.service_file, QgsSettings().fileName())]
    assert way.authcfg in texts[0]
    for text in (*texts, layer.source(), *said):
        assert SESAME not in text


def test_no_profile_has_a_place_for_a_password():
    assert not any("pass" in name for name in Profile.__dataclass_fields__)


def test_a_desk_that_was_started_for_a_post_opens_it_until_somebody_chooses_another(monkeypatch):
    monkeypatch.setattr(profiles._Start, "service_file", "/somewhere/dispatcher.conf")
    assert profiles.load().kind == profiles.BY_SERVICE
    profiles.save(Profile(kind=profiles.PRIVATE, post="acceptor"))
    assert profiles.load() == Profile(kind=profiles.PRIVATE, post="acceptor")


def test_a_post_nobody_holds_is_refused_with_what_to_do():
    with pytest.raises(RoomError) as refused:
        profiles.way(Profile(kind=profiles.PRIVATE, post="planner"))
    assert refused.value.code == "desk.no_post"
    assert "Grid planner" in str(refused.value)


def test_the_private_room_is_reached_by_the_posts_own_service_file(tmp_path):
    path = write_post(tmp_path / "home", "acceptor", {"host": "/run/x", "user": "li"})
    way = profiles.way(Profile(kind=profiles.PRIVATE, post="acceptor"))
    assert (way.service, way.service_file) == (SERVICE, path)
    assert profiles.parameters(way) == {"host": "/run/x", "user": "li"}
    assert profiles.held_posts() == ["acceptor"]


def test_a_stored_connection_is_taken_without_its_password():
    settings = QgsSettings()
    kept = {"host": "db.example", "port": "5433", "database": "town", "username": "li", "pass" + "word": "hidden"}
    for key, value in kept.items():
        settings.setValue(f"PostgreSQL/connections/town/{key}", value)
    assert "town" in profiles.stored_connections()
    way = profiles.way(Profile(kind=profiles.STORED, stored="town"))
    assert profiles.parameters(way) == {"host": "db.example", "port": "5433", "dbname": "town", "user": "li"}
    assert "hidden" not in way.service_file.read_text(encoding="utf-8")


def test_whose_password_is_not_taken_along_is_told_where_to_keep_it(qtbot):
    for name, more in (("town", {"pass" + "word": "hidden"}), ("kept", {"authcfg": "abc1234"})):
        for key, value in ({"host": "db.example", "database": "town"} | more).items():
            QgsSettings().setValue(f"PostgreSQL/connections/{name}/{key}", value)
    dialog = ConnectionDialog()
    qtbot.addWidget(dialog)
    dialog.stored.setCurrentText("town")
    assert not dialog.plain.isHidden()
    assert "Authentication" in dialog.plain.text()
    assert "pgpass" in dialog.plain.text()
    dialog.stored.setCurrentText("kept")
    assert dialog.plain.isHidden()
    missing = psycopg2.OperationalError("connection failed: fe_sendauth: no pass" + "word supplied")
    assert from_database(missing).code == "database.no_password"


@pytest.mark.parametrize(
    ("profile", "code"),
    [
        (Profile(kind=profiles.STORED, stored="nowhere"), "desk.no_stored"),
        (Profile(kind=profiles.BY_SERVICE, service=""), "desk.no_service"),
        (Profile(kind=profiles.SERVER, host="h", authcfg="nosuch1"), "desk.no_authcfg"),
    ],
)
def test_what_is_not_there_is_named(profile, code):
    with pytest.raises(RoomError) as refused:
        profiles.way(profile)
    assert refused.value.code == code


def test_a_login_that_cannot_be_read_is_not_called_missing(kept_login):
    name, manager = kept_login("x"), QgsApplication.authManager()
    manager.clearMasterPassword()
    try:
        with pytest.raises(RoomError) as refused:
            profiles.way(Profile(kind=profiles.SERVER, host="h", authcfg=name))
    finally:
        assert manager.setMasterPassword("only for this test", True)
    assert refused.value.code == "desk.locked_authcfg"
    assert "little room" in str(refused.value)


class Door:
    """As much of QGIS's window as the plugin's foot in its door has to do with."""

    def __init__(self) -> None:
        self.window, self.bar = QMainWindow(), QgsMessageBar()
        self.mainWindow, self.messageBar = lambda: self.window, lambda: self.bar

    def __getattr__(self, name: str):
        return lambda *arguments: None


def test_why_the_room_did_not_open_is_said_until_it_opens_and_not_longer(qtbot):
    door = Door()
    qtbot.addWidget(door.window)
    qtbot.addWidget(door.bar)
    entry = DeskEntry(door)
    profiles.save(Profile(kind=profiles.SERVER, host="h", authcfg="nosuch1"))
    entry.open_room()
    entry.open_room()
    assert "nosuch1" in door.bar.currentItem().text()
    assert len(door.bar.items()) == 1, "said once, however often somebody tried"
    entry._complain("")
    assert door.bar.items() == []


def test_a_trial_says_who_we_are_and_whether_the_schema_fits(little):
    answer = trial.ask(little.connect("dispatcher"))
    assert (answer.room, answer.person, answer.roles, answer.misfit) == (
        "小街街道",
        "dispatcher",
        ("dispatcher",),
        None,
    )
    for version, code in (("99.0.0", "room.schema_newer"), ("0.9.0", "room.schema_older")):
        little.query("UPDATE room_migration.pum_migrations SET version = %s", (version,))
        misfit = trial.schema_misfit(little.connect("dispatcher"))
        assert misfit.code == code
        assert version in str(misfit)


def test_a_server_that_is_too_old_is_named_and_nothing_can_be_written(little, tmp_path, qtbot):
    """PostgreSQL 14 has no views that guard rows by who looks at them."""
    proxy = OlderServer(tmp_path / "proxy", little.cluster.home.socket)
    where = {**little.parameters("dispatcher"), "host": proxy.host}
    write_post(tmp_path / "home", "dispatcher", where)
    dialog = ConnectionDialog()
    qtbot.addWidget(dialog)
    dialog.test()
    qtbot.waitUntil(lambda: dialog.message.text().startswith("The server runs PostgreSQL 14; 15 or"), timeout=20_000)
    with open_desk(where, tmp_path) as desk:
        qtbot.waitUntil(lambda: desk.is_live() and desk.rules is not None, timeout=20_000)
        assert "PostgreSQL 14" in desk.read_only
        assert not desk.can_write()
        assert not desk.can_send()
    dialog.reject()
    proxy.close()


@pytest.mark.parametrize(("version", "which"), [("99.0.0", "newer"), ("0.9.0", "older")])
def test_a_schema_that_changed_under_an_open_desk_makes_it_read_only_and_back(little, tmp_path, qtbot, version, which):
    """Somebody migrates the server at night while desks are open: they hear of it when they are connected again."""
    migrations = "SELECT max(version) FROM room_migration.pum_migrations"
    fitting = little.one(migrations)
    line_up = "UPDATE room_migration.pum_migrations SET version = %s"
    let_go = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'community-brain feed'"
    with open_desk(little.parameters("dispatcher"), tmp_path) as desk:
        line = LockLine(desk)
        qtbot.addWidget(line)
        qtbot.waitUntil(desk.can_send, timeout=20_000)
        assert line.text() == ""
        little.query(line_up, (version,))
        little.query(let_go)
        qtbot.waitUntil(lambda: version in line.text(), timeout=30_000)
        assert f"is {which} than this program" in line.text()
        assert not desk.can_write()
        qtbot.waitUntil(desk.is_live, timeout=30_000)
        assert desk.room.identity["name"] == "dispatcher", "what is there can be read"
        little.query(line_up, (fitting,))
        little.query(let_go)
        qtbot.waitUntil(desk.can_send, timeout=30_000)
        assert line.text() == ""


def test_a_newer_schema_is_named_even_where_its_tables_cannot_be_read_any_more(little, tmp_path, qtbot):
    little.query("UPDATE room_migration.pum_migrations SET version = '99.0.0'")
    little.query("ALTER TABLE room.case_limit RENAME TO case_bound")
    with open_desk(little.parameters("dispatcher"), tmp_path) as desk:
        qtbot.waitUntil(lambda: "newer than this program" in desk.locked, timeout=30_000)
        assert not desk.can_write()


def test_a_database_without_a_room_is_said_to_be_one(empty_database):
    with pytest.raises(RoomError) as refused:
        trial.ask(empty_database.connect_as())
    assert refused.value.code == "database.not_migrated"


def test_the_dialog_tests_a_post_and_keeps_it(little, tmp_path, qtbot):
    for post in ("acceptor", "dispatcher"):
        write_post(tmp_path / "home", post, little.parameters(post))
    dialog = ConnectionDialog()
    qtbot.addWidget(dialog)
    dialog.post.setCurrentIndex(dialog.post.findData("acceptor"))
    dialog.test()
    qtbot.waitUntil(lambda: "小街街道" in dialog.message.text(), timeout=10_000)
    assert "acceptor (Acceptor)" in dialog.message.text()
    dialog.accept()
    assert profiles.load().post == "acceptor"


def test_a_room_that_is_open_is_not_left_for_one_that_does_not_answer(little, tmp_path, qtbot):
    write_post(tmp_path / "home", "acceptor", little.parameters("acceptor"))
    write_post(tmp_path / "home", "dispatcher", {"host": str(tmp_path), "user": "li"})
    profiles.save(Profile(post="acceptor"))
    dialog = ConnectionDialog(leaves_room=True)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.post.setCurrentIndex(dialog.post.findData("dispatcher"))
    dialog.open_button.click()
    qtbot.waitUntil(lambda: "still in the room that was open" in dialog.message.text(), timeout=10_000)
    assert dialog.message.text().startswith("The room cannot be reached")
    assert (dialog.isVisible(), profiles.load().post) == (True, "acceptor")
    dialog.post.setCurrentIndex(dialog.post.findData("acceptor"))
    with qtbot.waitSignal(dialog.accepted, timeout=10_000):
        dialog.open_button.click()


def test_who_leaves_an_open_room_all_the_same_presses_again(tmp_path, qtbot):
    write_post(tmp_path / "home", "dispatcher", {"host": str(tmp_path), "user": "li"})
    dialog = ConnectionDialog(leaves_room=True)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open_button.click()
    qtbot.waitUntil(lambda: dialog.open_button.text() == "Open it all the same", timeout=10_000)
    with qtbot.waitSignal(dialog.accepted):
        dialog.open_button.click()


def test_trying_another_login_leaves_the_open_rooms_service_file_alone():
    here = profiles.way(Profile(kind=profiles.SERVER, host="h", database="town", user="li"))
    there = profiles.way(Profile(kind=profiles.SERVER, host="h", database="town", user="wang"))
    assert (here.service_file, here.service) != (there.service_file, there.service)
    assert "user=li" in here.service_file.read_text(encoding="utf-8")


def test_the_dialog_says_plainly_what_is_wrong(tmp_path, qtbot):
    write_post(tmp_path / "home", "acceptor", {"host": str(tmp_path), "user": "li"})
    dialog = ConnectionDialog()
    qtbot.addWidget(dialog)
    dialog.test()
    qtbot.waitUntil(lambda: dialog.test_button.isEnabled() and "Asking" not in dialog.message.text(), timeout=10_000)
    assert dialog.message.text().startswith("The room cannot be reached")
    dialog.reject()


def test_the_settings_page_says_which_room_and_keeps_what_is_ticked(qtbot):
    page = RoomOptionsPage(profiles, lambda: None)
    qtbot.addWidget(page)
    page._on_start.setChecked(True)
    page.apply()
    assert profiles.opens_on_start()
    assert room_in_words(Profile(kind=profiles.BY_SERVICE, service="town")) == "service town"
    assert room_in_words(Profile(post="planner")) == "private room of this machine, post Grid planner"


def test_loading_the_plugin_imports_neither_driver_nor_docks():
    """QGIS's start must not wait for what only an open room needs."""
    script = (
        "import sys\n"
        "import community_brain_plugin.plugin, community_brain_plugin.ui.entry\n"
        "late = [name for name in sys.modules if name.split('.')[0] in ('psycopg2', 'scipy', 'pandas')\n"
        "        or name.startswith(('community_brain_plugin.database', 'community_brain_plugin.ui.desk',\n"
        "                            'community_brain_plugin.ui.map', 'community_brain_plugin.ui.live'))]\n"
        "sys.exit(', '.join(late) or 0)\n"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, env=environment, cwd="/"
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_nothing_of_the_dialogs_stays(qtbot):
    QApplication.sendPostedEvents(None, 52)
    assert [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, ConnectionDialog)] == []
