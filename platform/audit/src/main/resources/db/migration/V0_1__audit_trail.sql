-- The audit trail: who changed what, when, from where. The run-time role adds and reads; it can neither change nor
-- remove, nor choose a row's place.

CREATE SEQUENCE audit_event_position_seq AS bigint;

-- A transaction shows its id before it takes a position. So whoever knows the last position that was handed out and
-- that all older transactions have ended knows that nothing can appear at or below that position any more; the sealing
-- job relies on it.
CREATE FUNCTION audit_event_next_position() RETURNS bigint
    LANGUAGE plpgsql VOLATILE AS
$$
BEGIN
    PERFORM pg_current_xact_id();
    RETURN nextval('audit_event_position_seq');
END
$$;

CREATE TABLE audit_event
(
    position       bigint         NOT NULL DEFAULT audit_event_next_position() PRIMARY KEY CHECK (position > 0),
    id             uuid           NOT NULL UNIQUE,
    at             timestamptz(6) NOT NULL,
    actor_subject  varchar(200)   NOT NULL,
    actor_name     varchar(200),
    actor_callsign varchar(20),
    actor_client   varchar(100)   NOT NULL,
    action         varchar(100)   NOT NULL,
    object_type    varchar(100)   NOT NULL,
    object_id      varchar(200)   NOT NULL,
    before         jsonb,
    after          jsonb,
    client_address varchar(64)    NOT NULL,
    request_id     varchar(64)    NOT NULL
);

ALTER SEQUENCE audit_event_position_seq OWNED BY audit_event.position;

CREATE INDEX audit_event_by_object ON audit_event (object_type, object_id, position);
CREATE INDEX audit_event_by_actor ON audit_event (actor_subject, position);
CREATE INDEX audit_event_by_action ON audit_event (action, position);
CREATE INDEX audit_event_by_time ON audit_event (at);

-- Each seal covers the rows with from_position <= position <= through_position and is chained to the one before it.
-- entries: per row 8 bytes position, 16 bytes id, 32 bytes SHA-256 of the row's canonical text.
CREATE TABLE audit_seal
(
    number           bigint         NOT NULL PRIMARY KEY CHECK (number > 0),
    from_position    bigint         NOT NULL UNIQUE,
    through_position bigint         NOT NULL UNIQUE,
    row_count        integer        NOT NULL CHECK (row_count > 0),
    entries          bytea          NOT NULL,
    previous         bytea          NOT NULL UNIQUE CHECK (octet_length(previous) = 32),
    hash             bytea          NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    sealed_at        timestamptz(6) NOT NULL,
    CHECK (from_position <= through_position),
    CHECK (octet_length(entries) = row_count * 56)
);

-- Hashes do not shrink: trying costs time for nothing.
ALTER TABLE audit_seal ALTER COLUMN entries SET STORAGE EXTERNAL;

REVOKE ALL ON audit_event, audit_seal FROM "${app_role}";
GRANT SELECT ON audit_event, audit_seal TO "${app_role}";
GRANT INSERT (id, at, actor_subject, actor_name, actor_callsign, actor_client, action, object_type, object_id, before,
              after, client_address, request_id) ON audit_event TO "${app_role}";
GRANT INSERT ON audit_seal TO "${app_role}";
GRANT USAGE, SELECT ON SEQUENCE audit_event_position_seq TO "${app_role}";
