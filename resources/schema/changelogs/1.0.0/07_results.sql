-- Results of analyses, kept for other desks: the layer as a file, compressed, with its legend and the parameters it came of.
CREATE TABLE room.analysis_result (
    subdistrict text NOT NULL,
    name text NOT NULL CHECK (btrim(name) = name AND length(name) BETWEEN 1 AND 80),
    kind text NOT NULL CHECK (kind IN ('vector', 'raster')),
    parameters jsonb NOT NULL CHECK (jsonb_typeof(parameters) = 'object'),
    style text NOT NULL,
    content bytea NOT NULL,
    sha256 bytea NOT NULL,
    saved_at timestamptz NOT NULL,
    saved_by text NOT NULL,
    PRIMARY KEY (subdistrict, name),
    FOREIGN KEY (subdistrict, saved_by) REFERENCES room.staff (subdistrict, staff_number)
);
-- It comes compressed; kept so, its length is known without reading it.
ALTER TABLE room.analysis_result ALTER COLUMN content SET STORAGE EXTERNAL;
