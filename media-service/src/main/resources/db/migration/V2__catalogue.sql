-- One row for each catalogued file. Nothing of this is ever written back to the file.
CREATE TABLE item
(
    id             uuid             NOT NULL PRIMARY KEY,
    library_id     uuid             NOT NULL REFERENCES library,
    -- Relative to the library's root, separated by slashes.
    path           text             NOT NULL CHECK (path <> ''),
    folder         text             NOT NULL,
    file_name      text             NOT NULL CHECK (file_name <> ''),
    size           bigint           NOT NULL CHECK (size >= 0),
    -- Nanoseconds since 1970: finer than timestamptz, and what the file system compares.
    modified_nanos bigint           NOT NULL,
    -- SHA-256 over size, first and last 64 KiB: enough to know a file again that was moved.
    fingerprint    bytea            NOT NULL CHECK (octet_length(fingerprint) = 32),
    kind           varchar(20)      NOT NULL CHECK (kind IN ('AUDIO', 'VIDEO', 'DOCUMENT', 'IMAGE')),
    content_type   varchar(100)     NOT NULL,
    title          varchar(300)     NOT NULL CHECK (title <> ''),
    artist         varchar(300),
    album          varchar(300),
    description    varchar(4000),
    recorded_at    timestamptz,
    duration_ms    bigint CHECK (duration_ms > 0),
    pages          integer CHECK (pages > 0),
    width          integer CHECK (width > 0),
    height         integer CHECK (height > 0),
    orientation    integer CHECK (orientation BETWEEN 1 AND 8),
    latitude       double precision CHECK (latitude BETWEEN -90 AND 90),
    longitude      double precision CHECK (longitude BETWEEN -180 AND 180),
    -- In capitals, separated by spaces.
    callsigns      text             NOT NULL CHECK (callsigns ~ '^[A-Z0-9/ ]*$'),
    -- Where each value comes from: title=EMBEDDED,pages=PROBE
    origins        text             NOT NULL,
    has_thumbnail  boolean          NOT NULL,
    -- Why the file's own metadata could not be read.
    fault          varchar(300),
    -- The version of the readers that read it; newer ones read it again.
    reader_version integer          NOT NULL,
    status         varchar(10)      NOT NULL CHECK (status IN ('PRESENT', 'MISSING')),
    missing_since  timestamptz,
    added_at       timestamptz      NOT NULL,
    -- What a list is sorted by: the time of recording, or else of the file.
    sort_at        timestamptz      NOT NULL,
    -- Title, names, callsigns and texts in small letters without marks and punctuation; made by the service, so that a
    -- search is treated by the same rule.
    search_text    text             NOT NULL,
    search         tsvector         NOT NULL GENERATED ALWAYS AS (to_tsvector('simple', search_text)) STORED,
    UNIQUE (library_id, path),
    CHECK ((latitude IS NULL) = (longitude IS NULL)),
    CHECK ((status = 'MISSING') = (missing_since IS NOT NULL))
);

CREATE INDEX item_newest ON item (sort_at DESC, id DESC);
CREATE INDEX item_of_library ON item (library_id, sort_at DESC, id DESC);
CREATE INDEX item_of_folder ON item (library_id, folder);
CREATE INDEX item_search ON item USING gin (search);
CREATE INDEX item_missing ON item (library_id, fingerprint) WHERE status = 'MISSING';

-- Small pictures that cameras put into their files.
CREATE TABLE item_thumbnail
(
    item_id      uuid         NOT NULL PRIMARY KEY REFERENCES item ON DELETE CASCADE,
    content_type varchar(100) NOT NULL,
    content      bytea        NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 131072)
);
