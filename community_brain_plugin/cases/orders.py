"""Orders of a case file on their way to its handling unit: how they went, sent again, and what the unit answered.

Every function takes a psycopg2 connection in a transaction that the caller ends; its errors come through.
"""

from collections.abc import Sequence

import psycopg2.extensions

from .records import Row, rows

Database = psycopg2.extensions.connection

#: Whose business orders are.
ROLES = frozenset({"dispatcher", "shift_leader"})
#: The level of a message by which a unit is told that an order it has is withdrawn.
WITHDRAWAL = 0


def listed(connection: Database, case_id: int) -> list[Row]:
    """Return the orders of a case file, those of its latest dispatch or rework first.

    Columns of desk.outbox without the body; `level` is None for an order, WITHDRAWAL where its unit is told that it is
    withdrawn, else that of an escalation's notice; `standing` is waiting, retrying, delivered, failed or withdrawn;
    `is_latest` whether it belongs to the latest dispatch or rework, `is_valid` whether it still says what is so,
    `rework_reason` what was wrong with work that is to be done again, `withdrawal` (action_zh, action_en, reason) how
    an order was taken back; `log` what happened to it, the first first: at (ISO 8601), action, staff_name, details.
    None where nothing did.
    """
    return rows(connection, _LIST, (case_id,))


def send_again(connection: Database, outbox_ids: Sequence[str]) -> None:
    """Try webhooks that have failed once more, from the first attempt on; any other order stays as it is."""
    with connection.cursor() as cursor:
        for outbox_id in outbox_ids:
            cursor.execute("SELECT desk.outbox_again(%s)", (outbox_id,))


def record_answer(connection: Database, outbox_id: str, answer: str, said_by: str, channel: str) -> None:
    """Keep what the unit said to an order: who said so, and by which way (phone, chat, radio, in_person)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT desk.outbox_answer(%s, %s, %s, %s)", (outbox_id, answer, said_by, channel))


def hand_notice(connection: Database, outbox_id: str) -> None:
    """Say that a notice, of an escalation or a withdrawal, was passed on by a person: printed, copied or read out."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT desk.notice_hand(%s)", (outbox_id,))


def to_tell(connection: Database) -> list[Row]:
    """Return the units that a person has still to tell that an order they have is withdrawn, the oldest first.

    Columns: case_id, case_number, department_zh, department_en. A webhook that is still being tried is not among them.
    """
    return rows(connection, _TO_TELL)


_LIST = """
    SELECT o.outbox_id::text AS outbox_id, o.case_version, o.level, o.channel, o.attempts, o.created_at, o.delivered_at,
           o.delivered_by_name, o.withdrawn_at, o.answer, o.is_valid, o.body #>> '{rework,reason}' AS rework_reason,
           o.body -> 'withdrawal' AS withdrawal, d.name_zh AS department_zh, d.name_en AS department_en,
           d.phone AS department_phone,
           CASE WHEN o.state = 'pending' AND o.attempts > 0 THEN 'retrying' WHEN o.state = 'pending' THEN 'waiting'
                ELSE o.state END AS standing,
           o.case_version = max(o.case_version) OVER () AS is_latest, l.log
    FROM desk.outbox o
    LEFT JOIN desk.department d ON d.subdistrict = o.subdistrict AND d.department_code = o.department_code
    LEFT JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_object('at', e.at, 'action', e.action, 'staff_name', e.staff_name,
                                            'details', e.details) ORDER BY e.entry_no) AS log
        FROM desk.room_log e
        WHERE e.subdistrict = o.subdistrict AND e.subject = 'delivery' AND e.key = o.outbox_id::text) l ON true
    WHERE o.case_id = %s ORDER BY o.case_version DESC, o.created_at, o.level NULLS FIRST, o.channel
"""
_TO_TELL = """
    SELECT o.case_id, c.case_number, d.name_zh AS department_zh, d.name_en AS department_en
    FROM desk.outbox o JOIN room.case_file c ON c.subdistrict = o.subdistrict AND c.case_id = o.case_id
    JOIN room.department d ON d.subdistrict = o.subdistrict AND d.department_code = o.department_code
    WHERE o.level = 0 AND (o.state = 'failed' OR (o.state = 'pending' AND o.channel <> 'webhook'))
    ORDER BY o.created_at, o.case_id LIMIT 50
"""
