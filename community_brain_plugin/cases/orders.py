"""Orders of a case file on their way to its handling unit: how they went, sent again, and what the unit answered.

Every function takes a psycopg2 connection in a transaction that the caller ends; its errors come through.
"""

from collections.abc import Sequence

import psycopg2.extensions

from .records import Row, rows

Database = psycopg2.extensions.connection

#: Whose business orders are.
ROLES = frozenset({"dispatcher", "shift_leader"})


def listed(connection: Database, case_id: int) -> list[Row]:
    """Return the orders of a case file, those of its latest dispatch or rework first.

    Columns of desk.outbox without the body; `level` is that of an escalation's notice, None for an order; `standing` is
    waiting, retrying, delivered, failed or withdrawn; `is_latest` whether it belongs to the latest dispatch or rework,
    `is_valid` whether it still says what is so, `rework_reason` what was wrong with work that is to be done again;
    `log` what happened to it, the first first: at (ISO 8601), action, staff_name, details. None where nothing did.
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
    """Say that an escalation's notice was passed on by a person: printed, copied or read out."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT desk.notice_hand(%s)", (outbox_id,))


_LIST = """
    SELECT o.outbox_id::text AS outbox_id, o.case_version, o.level, o.channel, o.attempts, o.created_at, o.delivered_at,
           o.delivered_by_name, o.withdrawn_at, o.answer, o.is_valid, o.body #>> '{rework,reason}' AS rework_reason,
           d.name_zh AS department_zh, d.name_en AS department_en,
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
