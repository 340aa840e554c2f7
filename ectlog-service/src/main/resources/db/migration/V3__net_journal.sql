-- Everything that happened in a net, once, in order: the live feed, the activity log and the audit of the net in one.
CREATE TABLE journal_entry (
    net_id         uuid         NOT NULL REFERENCES net (id) ON DELETE CASCADE,
    sequence       bigint       NOT NULL CHECK (sequence > 0),
    type           varchar(40)  NOT NULL,
    at             timestamptz  NOT NULL,
    actor_id       uuid         NOT NULL,
    actor_name     varchar(100) NOT NULL,
    actor_callsign varchar(20),
    payload        jsonb        NOT NULL,
    request_id     varchar(64),
    client_address varchar(64),
    PRIMARY KEY (net_id, sequence)
);

-- A record that the program itself could rewrite would be worth little.
REVOKE UPDATE, DELETE, TRUNCATE ON journal_entry FROM "${app_role}";
