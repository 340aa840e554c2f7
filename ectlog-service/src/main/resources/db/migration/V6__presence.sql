-- Who has a net open, over all replicas. Presence may be forgotten by a crash of the database and costs no write-ahead
-- log: after a crash nobody is connected anyway.
CREATE UNLOGGED TABLE live_replica (
    id      uuid PRIMARY KEY,
    seen_at timestamptz NOT NULL
);

CREATE UNLOGGED TABLE presence (
    connection_id uuid PRIMARY KEY,
    replica_id    uuid         NOT NULL REFERENCES live_replica (id) ON DELETE CASCADE,
    net_id        uuid         NOT NULL,
    user_id       uuid         NOT NULL,
    name          varchar(100) NOT NULL,
    callsign      varchar(20),
    since         timestamptz  NOT NULL
);

CREATE INDEX presence_of_net ON presence (net_id);
CREATE INDEX presence_of_replica ON presence (replica_id);
