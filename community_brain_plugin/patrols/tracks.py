"""Tracks of patrols kept in the room: point by point, for a few days, for those who check patrols."""

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
import psycopg2
import psycopg2.extensions

from ..analysis.inputs import Array
from ..errors import from_database

Database = psycopg2.extensions.connection

#: Little-endian extended WKB of a LineStringM: its type with the flags for M and for a system, and the system.
_HEAD = struct.Struct("<BIII")
_KIND, _DEGREES = 2 | 0x40000000 | 0x20000000, 4490


@dataclass(frozen=True)
class Track:
    """One walk of an officer: n points in the order of their times, two or more.

    longitude, latitude: degrees (CGCS2000, which WGS84 is to the metre), shape (n,); time: seconds since 1970, UTC,
    each later than the one before.
    """

    officer: str
    longitude: Array
    latitude: Array
    time: Array

    @property
    def binary(self) -> bytes:
        """The track as PostGIS takes it, a LineStringM."""
        corners = np.column_stack([self.longitude, self.latitude, self.time]).astype("<f8")
        return _HEAD.pack(1, _KIND, _DEGREES, len(corners)) + corners.tobytes()

    @classmethod
    def of(cls, officer: str, binary: bytes) -> "Track":
        """Return the track that PostGIS gave as a little-endian extended WKB."""
        corners = np.frombuffer(binary, "<f8", offset=_HEAD.size).reshape(-1, 3)
        return cls(officer, *corners.T)


def keep(connection: Database, tracks: Iterable[Track]) -> list[datetime]:
    """Keep tracks, all or none, and commit; returns when each expires.

    Refused: `room.wrong_role`, `room.bad_track` (points far from China, out of order or from the future),
    `room.track_expired`.
    """
    try:
        with connection, connection.cursor() as cursor:
            until: list[datetime] = []
            for track in tracks:
                cursor.execute("SELECT desk.keep_track(%s, %s::geometry)", (track.officer, track.binary.hex()))
                until += [moment for (moment,) in cursor]
            return until
    except psycopg2.Error as error:
        raise from_database(error) from error


def of_day(connection: Database, day: date) -> list[Track]:
    """Return the tracks of walks that began on a day, by officer and time: none for who may not see them."""
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(_OF_DAY, (day,))
            return [Track.of(officer, bytes(path)) for officer, path in cursor.fetchall()]
    except psycopg2.Error as error:
        raise from_database(error) from error


_OF_DAY = """
    SELECT officer, ST_AsEWKB(ST_Transform(geom, 4490), 'NDR') FROM desk.patrol_track
    WHERE day = %s ORDER BY officer, begins_at
"""
