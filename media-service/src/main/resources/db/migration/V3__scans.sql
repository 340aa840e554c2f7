-- Each comparison of a library with its folder. At most one waits and one runs for a library.
CREATE TABLE scan
(
    id           uuid        NOT NULL PRIMARY KEY,
    library_id   uuid        NOT NULL REFERENCES library ON DELETE CASCADE,
    state        varchar(10) NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    found        integer     NOT NULL CHECK (found >= 0),
    added        integer     NOT NULL CHECK (added >= 0),
    changed      integer     NOT NULL CHECK (changed >= 0),
    moved        integer     NOT NULL CHECK (moved >= 0),
    unchanged    integer     NOT NULL CHECK (unchanged >= 0),
    missing      integer     NOT NULL CHECK (missing >= 0),
    errors       integer     NOT NULL CHECK (errors >= 0),
    -- Why it failed, for administrators.
    failure      varchar(300),
    requested_at timestamptz NOT NULL,
    started_at   timestamptz,
    finished_at  timestamptz,
    CHECK ((state = 'QUEUED') = (started_at IS NULL)),
    CHECK ((state IN ('DONE', 'FAILED')) = (finished_at IS NOT NULL)),
    CHECK ((state = 'FAILED') = (failure IS NOT NULL))
);

CREATE UNIQUE INDEX scan_waiting ON scan (library_id) WHERE state = 'QUEUED';
CREATE UNIQUE INDEX scan_running ON scan (library_id) WHERE state = 'RUNNING';
CREATE INDEX scan_of_library ON scan (library_id, id DESC);

-- One row for each file or folder that could not be read.
CREATE TABLE scan_error
(
    id      uuid         NOT NULL PRIMARY KEY,
    scan_id uuid         NOT NULL REFERENCES scan ON DELETE CASCADE,
    path    text         NOT NULL,
    message varchar(300) NOT NULL
);

CREATE INDEX scan_error_of_scan ON scan_error (scan_id, id);

-- The state in which a folder was last catalogued; a folder whose signature is the same is not looked into.
CREATE TABLE scanned_folder
(
    library_id uuid     NOT NULL REFERENCES library ON DELETE CASCADE,
    path       text     NOT NULL,
    signature  bytea    NOT NULL CHECK (octet_length(signature) = 32),
    files      integer  NOT NULL CHECK (files >= 0),
    PRIMARY KEY (library_id, path)
);
