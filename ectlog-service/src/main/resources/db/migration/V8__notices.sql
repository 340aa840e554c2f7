-- A net that was announced may be called off.
ALTER TABLE net
    DROP CONSTRAINT net_status,
    ADD CONSTRAINT net_status
        CHECK (status IN ('DRAFT', 'SCHEDULED', 'LOBBY', 'ACTIVE', 'CLOSED', 'ARCHIVED', 'CANCELLED'));

CREATE INDEX net_coming ON net (scheduled_start) WHERE status IN ('SCHEDULED', 'LOBBY');

-- Whom a net was announced to already. The time of the net belongs to the key: a net that was moved is announced anew.
CREATE TABLE net_reminder (
    net_id       uuid        NOT NULL REFERENCES net (id) ON DELETE CASCADE,
    starts_at    timestamptz NOT NULL,
    audience     varchar(16) NOT NULL CHECK (audience IN ('NET_CONTROL', 'STAFF', 'FOLLOWERS')),
    lead_seconds bigint      NOT NULL CHECK (lead_seconds > 0),
    sent_at      timestamptz NOT NULL,
    PRIMARY KEY (net_id, starts_at, audience, lead_seconds)
);
