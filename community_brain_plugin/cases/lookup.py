"""Finding things of the room by what people type: case files, components, addresses and people.

Every function takes a psycopg2 connection in a transaction that the caller ends; its errors come through. The rows are
those that the person who asks may see. x and y are metres of the room's CRS, None where nobody knows the place.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import psycopg2.extensions

from .records import Row, rows

Database = psycopg2.extensions.connection

#: No kind of thing is listed more often.
MOST = 8
CASE, COMPONENT, PLACE, PERSON = "case", "component", "place", "person"
# Shorter words would find half of the room. One Chinese character says more than one letter.
_SHORTEST, _SHORTEST_NUMBER = 2, 3


@dataclass(frozen=True)
class Hit:
    """One thing that was found: its kind, its key, and the columns it was found by."""

    kind: str
    key: Any
    row: Row

    @property
    def place(self) -> tuple[float, float] | None:
        """Where it is."""
        x, y = self.row.get("x"), self.row.get("y")
        return None if x is None or y is None else (float(x), float(y))


def find(connection: Database, typed: str, wanted: Callable[[], bool] = lambda: True) -> Iterator[Hit]:
    """Yield what fits, kind by kind; ends early once `wanted()` says so."""
    words = typed.strip()
    digits = words.replace("-", "").replace(" ", "")
    number = digits if digits.isdecimal() and len(digits) >= _SHORTEST_NUMBER else None
    questions: list[tuple[str, str, str, tuple[Any, ...]]] = []
    if number is not None:
        questions.append((CASE, "case_id", _CASES, (words,)))
        questions.append((COMPONENT, "identity_code", _COMPONENTS, (number, number.ljust(40, "9"))))
    if len(words) >= _SHORTEST:
        questions.append((PERSON, "staff_number", _PEOPLE, (_like(words), words, f"{_escaped(words)}%")))
        questions.append((PLACE, "key", _PLACES, _placed(words)))
    for kind, key, statement, values in questions:
        if not wanted():
            return
        for row in rows(connection, statement, (*values, MOST)):
            yield Hit(kind, row[key], row)


def case(connection: Database, case_id: int) -> Row | None:
    """Return a case file as the live view has it, also one that ended long ago; None where there is none to see."""
    found = rows(connection, "SELECT * FROM desk.case_queue WHERE case_id = %s", (case_id,))
    return found[0] if found else None


def address(connection: Database, words: str) -> list[tuple[float, float]]:
    """Return the places of the buildings that have just this address, at most two: more than one is no answer.

    Where no building has it, the middle of the components that do.
    """
    found = rows(connection, _ADDRESS, (words.strip(),)) or rows(connection, _HOUSE_NUMBER, (words.strip(),))
    return [(float(row["x"]), float(row["y"])) for row in found]


def places(connection: Database, words: str) -> list[Row]:
    """Return the places that an address may mean: name, kind, note, x and y; what is called just so comes first.

    `kind` is street, building, address (of components), department or sensor. An address that says more than one of
    the room's ("102号3单元") means that one.
    """
    return rows(connection, _PLACES, (*_placed(words.strip()), MOST))


def _placed(words: str) -> tuple[str, ...]:
    like = _like(words)
    return (like, like, words, like, words, like, like, like, like, words)


def _escaped(words: str) -> str:
    for sign in "\\%_":
        words = words.replace(sign, f"\\{sign}")
    return words


def _like(words: str) -> str:
    return f"%{_escaped(words)}%"


_ADDRESS = """
    SELECT ST_X(ST_PointOnSurface(b.geom)) AS x, ST_Y(ST_PointOnSurface(b.geom)) AS y
    FROM desk.building b WHERE b.address = %s LIMIT 2
"""
_HOUSE_NUMBER = """
    SELECT ST_X(ST_Centroid(ST_Collect(c.geom))) AS x, ST_Y(ST_Centroid(ST_Collect(c.geom))) AS y
    FROM desk.component c WHERE c.address = %s HAVING count(*) > 0
"""
_CASES = """
    SELECT case_id, case_number, class_label, class_zh, class_en, state_zh, state_en, address, is_open, x, y
    FROM desk.case_queue WHERE case_id = ANY (ARRAY(SELECT case_id FROM desk.cases_by_number(%s, %s)))
    ORDER BY case_number DESC
"""
# A code begins with the digits typed: from them to them followed by nines, which an index answers in any collation.
_COMPONENTS = """
    SELECT identity_code, name, class_zh, class_en, address, state_zh, state_en, ST_X(geom) AS x, ST_Y(geom) AS y
    FROM desk.component WHERE identity_code BETWEEN %s AND %s ORDER BY identity_code LIMIT %s
"""
_PEOPLE = """
    SELECT f.staff_number, f.name, f.phone, d.name_zh AS department_zh, d.name_en AS department_en, p.observed_at,
           ST_X(p.geom) AS x, ST_Y(p.geom) AS y
    FROM room.staff f
    LEFT JOIN room.department d ON d.subdistrict = f.subdistrict AND d.department_code = f.department_code
    LEFT JOIN room.staff_position p ON p.subdistrict = f.subdistrict AND p.staff_number = f.staff_number
    WHERE f.subdistrict = room.my_subdistrict() AND (f.name ILIKE %s OR f.staff_number = %s OR f.phone LIKE %s)
      AND (f.valid_to IS NULL OR f.valid_to >= room.room_today())
    ORDER BY f.name, f.staff_number LIMIT %s
"""
_PLACES = """
    SELECT key, kind, name, note, x, y FROM (
    SELECT 'building ' || b.building_id AS key, 'building' AS kind, coalesce(b.address, b.name) AS name, b.name AS note,
           ST_X(ST_Centroid(b.geom)) AS x, ST_Y(ST_Centroid(b.geom)) AS y, 1 AS rank
    FROM desk.building b WHERE b.address ILIKE %s OR b.name ILIKE %s OR starts_with(%s, nullif(b.address, ''))
    UNION ALL
    SELECT 'address ' || c.address, 'address', c.address, NULL, ST_X(ST_Centroid(ST_Collect(c.geom))),
           ST_Y(ST_Centroid(ST_Collect(c.geom))), 2
    FROM desk.component c WHERE c.address ILIKE %s OR starts_with(%s, nullif(c.address, '')) GROUP BY c.address
    UNION ALL
    SELECT 'street ' || t.name, 'street', t.name, NULL, ST_X(t.middle), ST_Y(t.middle), 0
    FROM (SELECT s.name, ST_ClosestPoint(ST_Collect(s.geom), ST_Centroid(ST_Collect(s.geom))) AS middle
          FROM desk.street s WHERE s.name ILIKE %s GROUP BY s.name) t
    UNION ALL
    SELECT 'department ' || d.department_code, 'department', d.name_zh, d.address, ST_X(d.geom), ST_Y(d.geom), 3
    FROM desk.department d WHERE d.name_zh ILIKE %s OR d.name_en ILIKE %s
    UNION ALL
    SELECT 'sensor ' || n.sensor_code, 'sensor', n.name, n.address, ST_X(n.geom), ST_Y(n.geom), 4
    FROM desk.sensor n WHERE n.name ILIKE %s
    ) AS found ORDER BY name <> %s, rank, length(name), name LIMIT %s
"""
