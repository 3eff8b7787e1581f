-- Where officers were on patrol, point by point, as their handhelds say. Of all that a room keeps of its own people this tells
-- the most, so it is kept for a few days (setting `track_days`); what came of it, streets and sums, may stay.
CREATE TABLE room.patrol_track (
    subdistrict text NOT NULL,
    officer text NOT NULL CHECK (btrim(officer) = officer AND length(officer) BETWEEN 1 AND 80),
    begins_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL CHECK (ends_at > begins_at),
    -- M is the time of each point in seconds since 1970, UTC, as PostGIS has it for trajectories.
    geom geometry(LineStringM, {srid}) NOT NULL,
    kept_at timestamptz NOT NULL,
    kept_by text NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (subdistrict, officer, begins_at),
    FOREIGN KEY (subdistrict, kept_by) REFERENCES room.staff (subdistrict, staff_number)
);
CREATE INDEX patrol_track_geom ON room.patrol_track USING gist (geom);
