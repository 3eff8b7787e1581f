"""Reports from a CSV file: every fault named by row and column, all rows or none, and nothing twice."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from little_room import FIRE_LANE, MANHOLE, ORIGIN, PROFILE, SRID, SUBDISTRICT

from community_brain_plugin import wording
from community_brain_plugin.analysis.watch import Cancelled, Watch
from community_brain_plugin.cases import coordinates, csv_reports, settings
from community_brain_plugin.cases.csv_reports import Context, check, read, send
from community_brain_plugin.errors import RoomError

HERE = f"{ORIGIN[0] + 50:.1f},{ORIGIN[1] + 60:.1f}"
HEAD = "类别,描述,坐标,地址,发现时间,来源,姓名,电话\n"
GOOD = (
    f'占用消防通道,第一辆车,"{HERE}",,2020-11-21 09:30,热线,李女士,13800000000\n'
    f'09-012,second car,"{HERE}",,2020-11-21T09:31:00+08:00,collector,,\n'
    f'{FIRE_LANE},,"{HERE}",,,,,\n'
)


@pytest.fixture(autouse=True)
def english():
    wording.set_language("en")
    yield
    wording.set_language(None)


@pytest.fixture
def context(room):
    """What rows are checked against: the classes in force, the room's system and time."""
    classes = [
        dict(zip(("profile", "kind", "code", "label", "name_zh", "name_en"), row, strict=True))
        for row in room.query(
            "SELECT profile, kind, code, major_code || '-' || minor_code, name_zh, name_en FROM room.class"
            " WHERE profile = %s",
            (PROFILE,),
        )
    ]
    return Context(classes, SRID, coordinates.CGCS2000, room.one("SELECT room.room_now()"))


@pytest.fixture
def file(tmp_path):
    """Return a function that writes a file and reads it back as a table."""

    def write(text: str, encoding: str = "utf-8-sig") -> csv_reports.Table:
        path = tmp_path / "reports.csv"
        path.write_bytes(text.encode(encoding))
        return read(path)

    return write


def send_all(room, table, checked, post: str = "acceptor"):
    """Send as the desk does: one transaction, taken back when the room refuses a row."""
    session = room.connect(post, autocommit=False)
    answers, faults = send(session, table, checked.reports)
    session.rollback() if faults else session.commit()
    return answers, faults


def count(room) -> int:
    return room.one("SELECT count(*) FROM room.case_file")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "gb18030"])
def test_a_file_is_reported_whole_and_never_twice(own_room, file, context, encoding):
    table = file(HEAD + GOOD, encoding)
    checked = check(table, context)
    assert (checked.faults, len(checked.reports)) == ([], 3)
    answers, faults = send_all(own_room, table, checked)
    assert (faults, count(own_room), [answer.repeated for answer in answers]) == ([], 3, [False] * 3)
    again, _ = send_all(own_room, table, check(file(HEAD + GOOD), context))
    assert ([answer.repeated for answer in again], count(own_room)) == ([True] * 3, 3)
    first = own_room.case(answers[0].case_id)
    assert (first["source"], first["description"], first["class_code"]) == ("hotline", "第一辆车", FIRE_LANE)
    # The time in the file is a claim; first found is when the room heard of it.
    assert first["claimed_found_at"].startswith("2020-11-21T01:30:00")
    assert not first["first_found_at"].startswith("2020")


def test_a_row_with_a_caller_and_no_source_came_by_the_hotline(file, context):
    callers = ("热线,,025-1", ",,025-1", ",王,", "指挥室,王,025-1", ",,")
    rows = "".join(f'{FIRE_LANE},,"{HERE}",,,{caller}\n' for caller in callers)
    reports = check(file(HEAD + rows), context).reports
    assert [report.payload["source"] for _, report in reports] == ["hotline", "hotline", "hotline", "desk", "desk"]


def test_the_same_line_twice_in_a_file_is_two_reports(own_room, file, context):
    line = GOOD.splitlines(keepends=True)[1]
    table = file(HEAD + line + line)
    send_all(own_room, table, check(table, context))
    assert count(own_room) == 2


def test_every_fault_is_named_by_row_and_column(file, context):
    table = file(
        HEAD + f'没有这类,,"{HERE}",,,,,\n' + "占用消防通道,,somewhere,,,,,\n" + "占用消防通道,,,,,,,\n"
        f'占用消防通道,,"{HERE}",,yesterday,carrier pigeon,,\n' + f'占用消防通道,,"{HERE}",,2999-01-01 10:00,,,\n'
    )
    checked = check(table, context)
    assert checked.reports == []
    assert [(fault.row, fault.column) for fault in checked.faults] == [
        (2, "类别"), (3, "坐标"), (4, "地址"), (5, "来源"), (5, "发现时间"), (6, "发现时间"),
    ]  # fmt: skip
    assert "没有这类" in checked.faults[0].text


def test_a_row_the_room_refuses_keeps_all_others_back(own_room, file, context):
    far = f"{ORIGIN[0] + 90000:.1f},{ORIGIN[1]:.1f}"
    table = file(HEAD + GOOD + f'占用消防通道,,"{far}",,,,,\n' + "占用消防通道,,,无此地址1号,,,,\n")
    checked = check(table, context)
    assert checked.faults == []
    _, faults = send_all(own_room, table, checked)
    assert [(fault.row, fault.column) for fault in faults] == [(5, "坐标"), (6, "地址")]
    assert "outside this subdistrict" in faults[0].text
    assert count(own_room) == 0


def test_an_address_alone_is_the_place_of_the_one_building_there(own_room, file, context):
    own_room.query(
        "INSERT INTO room.building (subdistrict, source, source_id, address, geom) SELECT %s, 'x', n::text, a,"
        " ST_Multi(ST_Buffer(ST_SetSRID(ST_MakePoint(%s, %s), %s), 5))"
        " FROM (VALUES (1, '松涛路9号'), (2, '双号'), (3, '双号')) v(n, a)",
        (SUBDISTRICT, ORIGIN[0] + 150, ORIGIN[1] + 50, SRID),
    )
    table = file(HEAD + "占用消防通道,,,松涛路9号,,,,\n")
    answers, faults = send_all(own_room, table, check(table, context))
    assert faults == []
    assert own_room.case(answers[0].case_id)["address"] == "松涛路9号"
    table = file(HEAD + "占用消防通道,,,双号,,,,\n")
    _, faults = send_all(own_room, table, check(table, context))
    assert "Several buildings" in faults[0].text
    # The number on a lamp post is an address too.
    own_room.query(
        "UPDATE room.component SET address = '松涛路11号' WHERE identity_code LIKE %s", (f"%{MANHOLE}000003",)
    )
    table = file(HEAD + "占用消防通道,,,松涛路11号,,,,\n")
    _, faults = send_all(own_room, table, check(table, context))
    assert faults == []


def test_degrees_are_read_in_the_system_that_is_said(file, context):
    table = file("class;longitude;latitude\n09-012;120.0005;31.1714\n")
    (plain,) = check(table, context).reports
    (shifted,) = check(table, Context(context.classes, SRID, coordinates.GCJ02, context.now)).reports
    away = abs(plain[1].payload["x"] - shifted[1].payload["x"])
    assert 100 < away < 1000


def test_components_are_reported_by_their_code(own_room, file, context):
    table = file(f"标识码\n320106{MANHOLE}000003\n999999\n")
    _, faults = send_all(own_room, table, check(table, context))
    assert [(fault.row, fault.column) for fault in faults] == [(3, "标识码")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "csv.empty"),
        (HEAD, "csv.empty"),
        ("a,b\n1,2\n", "csv.no_class"),
        ("class,描述,内容\n09-012,a,b\n", "csv.column_twice"),
        ('class,address\n09-012,"松涛路\n09-012,梧桐路\n', "csv.quotes"),
        ("class\n" + "x\n" * 10_001, "csv.too_long"),
    ],
)
def test_a_file_of_another_kind_is_turned_away(file, text, code):
    with pytest.raises(RoomError) as caught:
        file(text)
    assert caught.value.code == code


def test_a_workbook_is_called_one_and_excels_unicode_text_is_read(file, tmp_path, context):
    book = tmp_path / "book.csv"
    book.write_bytes(b"PK\x03\x04\xff\xfe\x00\x80\xff")
    with pytest.raises(RoomError) as caught:
        read(book)
    assert "perhaps it is a workbook" in str(caught.value)
    assert len(check(file(f"类别\t坐标\n占用消防通道\t{HERE}\n", "utf-16"), context).reports) == 1


def test_a_comma_too_many_moves_no_text_into_a_wrong_column(file, context):
    table = file("类别,地址,描述,姓名\n占用消防通道,望舒路102号,3单元,一辆车,李女士\n")
    (fault,) = check(table, context).faults
    assert (fault.row, fault.text[:33]) == (2, "The row has 5 cells for 4 heading")


def test_columns_that_mean_nothing_are_named(file):
    assert file("类别,备注,描述,处理人\n占用消防通道,a,b,c\n").unknown == ["备注", "处理人"]


def test_a_file_that_is_stopped_while_it_is_sent_leaves_nothing(own_room, file, context):
    table = file(HEAD + GOOD * 40)
    shares = []
    watch = Watch(shares.append, lambda: len(shares) > 1)
    session = own_room.connect("acceptor", autocommit=False)
    with pytest.raises(Cancelled):
        send(session, table, check(table, context).reports, watch)
    session.rollback()
    assert (shares, count(own_room)) == ([0.0, 50 / 120], 0)


def test_a_file_of_thousands_takes_no_lock_for_each_row(own_room, file, context):
    table = file(HEAD + GOOD * 40)
    session = own_room.connect("acceptor", autocommit=False)
    answers, _ = send(session, table, check(table, context).reports)
    assert len(answers) == 120
    with session.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")
        assert cursor.fetchone() == (0,)
    session.rollback()


def test_the_same_file_sent_twice_at_once_is_reported_once(own_room, file, context):
    table = file(HEAD + GOOD)
    checked = check(table, context)
    first, second = (own_room.connect("acceptor", autocommit=False) for _ in range(2))
    send(first, table, checked.reports)
    with ThreadPoolExecutor(1) as pool:
        later = pool.submit(send, second, table, checked.reports)
        waits = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%%report_case%%'"
        while not own_room.one(waits):
            time.sleep(0.01)
        first.commit()
        answers, faults = later.result(20)
    second.commit()
    assert (faults, [answer.repeated for answer in answers], count(own_room)) == ([], [True] * 3, 3)


def test_sql_in_a_file_is_text(own_room, file, context):
    nasty = "'); DROP TABLE room.case_file; --"
    table = file(HEAD + f'占用消防通道,{nasty},"{HERE}",,,,,\n')
    answers, _ = send_all(own_room, table, check(table, context))
    assert own_room.case(answers[0].case_id)["description"] == nasty


def test_the_duty_board_counts_what_waits_for_each_on_duty(own_room):
    own_room.query(
        "WITH s AS (INSERT INTO room.shift (subdistrict, name_zh, name_en, starts_at, ends_at) VALUES"
        " (%s, '白班', 'Day', room.room_now() - interval '1 hour', room.room_now() + interval '1 hour') RETURNING *)"
        " INSERT INTO room.roster (subdistrict, shift_id, staff_number, role)"
        " SELECT s.subdistrict, s.shift_id, v.n, v.r FROM s,"
        " (VALUES ('2002', 'worker'), ('2001', 'department'), ('1004', 'dispatcher'), ('3002', 'worker')) v(n, r)",
        (SUBDISTRICT,),
    )
    own_room.case_in("handling")
    late = own_room.case_in("handling")
    own_room.case_in("pending_handle")
    own_room.query(
        "UPDATE room.case_file SET due_at = room.room_now() - interval '1 minute' WHERE case_id = %s", (late,)
    )
    board = "SELECT staff_number, open_cases, late_cases FROM desk.duty_board() ORDER BY 1"
    assert own_room.query(board, (), "dispatcher") == [("1004", 0, 0), ("2001", 3, 1), ("2002", 2, 1), ("3002", 0, 0)]
    assert own_room.query(board, (), "officer") == [("2001", 3, 1), ("2002", 2, 1)]
    assert own_room.query(board, (), "neighbour") == []
    own_room.query("SELECT desk.move_staff('2002', 120.0005, 31.1714, now())", (), "dispatcher")
    places = "SELECT count(x) FROM desk.duty_board()"
    assert (own_room.one(places, (), "dispatcher"), own_room.one(places, (), "officer")) == (1, 0)


def test_a_room_takes_a_whole_file_of_one_person_unless_its_leaders_want_fewer(room):
    assert settings.read(room.session("acceptor")).reports_per_hour > csv_reports.MOST_ROWS
