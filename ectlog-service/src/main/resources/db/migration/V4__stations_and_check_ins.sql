-- Every station ever heard, with what was last known of it: the source of suggestions and of known data.
CREATE TABLE station (
    callsign      varchar(20)  PRIMARY KEY CHECK (callsign ~ '^[A-Z0-9/]{1,20}$'),
    name          varchar(100),
    location      varchar(200),
    last_heard_at timestamptz  NOT NULL
);

CREATE INDEX station_by_recency ON station (last_heard_at DESC);

-- Who signed in with which callsign (its base call), learnt from access tokens: links a logged call to an account.
CREATE TABLE operator (
    user_id  uuid         PRIMARY KEY,
    callsign varchar(20)  NOT NULL UNIQUE,
    name     varchar(100) NOT NULL,
    seen_at  timestamptz  NOT NULL
);

CREATE TABLE check_in (
    id                 uuid PRIMARY KEY,
    net_id             uuid          NOT NULL REFERENCES net (id) ON DELETE CASCADE,
    number             integer       NOT NULL CHECK (number > 0),
    version            bigint        NOT NULL,
    callsign           varchar(20)   NOT NULL CHECK (callsign ~ '^[A-Z0-9/]{1,20}$'),
    base               varchar(20)   NOT NULL,
    prefix             varchar(20),
    suffix             varchar(20),
    tactical           boolean       NOT NULL,
    name               varchar(100),
    location           varchar(200),
    status             varchar(16)   NOT NULL,
    frequency_id       uuid,
    relayed_by         varchar(20)   CHECK (relayed_by ~ '^[A-Z0-9/]{1,20}$'),
    notes              varchar(2000),
    weather            varchar(2000),
    power              varchar(100),
    custom_fields      jsonb         NOT NULL CHECK (jsonb_typeof(custom_fields) = 'object'),
    recheck_of         uuid          REFERENCES check_in (id) ON DELETE CASCADE,
    user_id            uuid,
    logged_by_id       uuid          NOT NULL,
    logged_by_name     varchar(100)  NOT NULL,
    logged_by_callsign varchar(20),
    checked_in_at      timestamptz   NOT NULL,
    checked_out_at     timestamptz,
    deleted_at         timestamptz,
    CONSTRAINT check_in_number UNIQUE (net_id, number),
    CONSTRAINT check_in_frequency_of_net FOREIGN KEY (net_id, frequency_id)
        REFERENCES net_frequency (net_id, frequency_id),
    CONSTRAINT check_in_status CHECK (status IN
        ('CHECKED_IN', 'HAS_TRAFFIC', 'LISTENING', 'RELAY', 'AWAY', 'ANNOUNCEMENTS', 'MOBILE', 'CHECKED_OUT')),
    CONSTRAINT check_in_checked_out_has_time CHECK ((status = 'CHECKED_OUT') = (checked_out_at IS NOT NULL))
);

-- The promise of the log: whoever presses Enter at the same moment, one live row of a callsign exists in a net.
CREATE UNIQUE INDEX check_in_one_live ON check_in (net_id, callsign)
    WHERE deleted_at IS NULL AND status <> 'CHECKED_OUT';

CREATE INDEX check_in_by_callsign ON check_in (callsign, net_id);
