-- sequence counts the events of the net's journal, last_number the rows of its log. Both are taken by an UPDATE of this
-- row in the transaction that writes the event, so that their order is the order of commits and no number is skipped.
CREATE TABLE net (
    id              uuid PRIMARY KEY,
    version         bigint        NOT NULL,
    name            varchar(200)  NOT NULL CHECK (name <> ''),
    description     varchar(2000),
    status          varchar(16)   NOT NULL,
    scheduled_start timestamptz,
    zone            varchar(64),
    started_at      timestamptz,
    closed_at       timestamptz,
    self_check_in   boolean       NOT NULL,
    owner_id        uuid          NOT NULL,
    owner_name      varchar(100)  NOT NULL,
    owner_callsign  varchar(20),
    created_at      timestamptz   NOT NULL,
    sequence        bigint        NOT NULL DEFAULT 0 CHECK (sequence >= 0),
    last_number     integer       NOT NULL DEFAULT 0 CHECK (last_number >= 0),
    CONSTRAINT net_status CHECK (status IN ('DRAFT', 'SCHEDULED', 'LOBBY', 'ACTIVE', 'CLOSED', 'ARCHIVED')),
    CONSTRAINT net_scheduled_has_start CHECK (status <> 'SCHEDULED' OR scheduled_start IS NOT NULL),
    CONSTRAINT net_active_has_start CHECK (status <> 'ACTIVE' OR started_at IS NOT NULL),
    CONSTRAINT net_closed_has_end CHECK ((status IN ('CLOSED', 'ARCHIVED')) = (closed_at IS NOT NULL))
);

CREATE INDEX net_by_status ON net (status, id DESC);

-- What the net chose, copied: frequency_id is the library's id at that time and need not exist there any more.
CREATE TABLE net_frequency (
    net_id       uuid         NOT NULL REFERENCES net (id) ON DELETE CASCADE,
    frequency_id uuid         NOT NULL,
    position     integer      NOT NULL CHECK (position >= 0),
    frequency    varchar(16),
    mode         varchar(16)  NOT NULL,
    network      varchar(100),
    talkgroup    varchar(50),
    description  varchar(500),
    PRIMARY KEY (net_id, frequency_id)
);

CREATE TABLE net_role (
    net_id     uuid         NOT NULL REFERENCES net (id) ON DELETE CASCADE,
    user_id    uuid         NOT NULL,
    role       varchar(16)  NOT NULL CONSTRAINT net_role_kind CHECK (role IN ('NCS', 'LOGGER', 'RELAY')),
    name       varchar(100) NOT NULL,
    callsign   varchar(20),
    granted_at timestamptz  NOT NULL,
    PRIMARY KEY (net_id, user_id)
);

CREATE TABLE net_subscription (
    net_id        uuid        NOT NULL REFERENCES net (id) ON DELETE CASCADE,
    user_id       uuid        NOT NULL,
    subscribed_at timestamptz NOT NULL,
    PRIMARY KEY (net_id, user_id)
);
