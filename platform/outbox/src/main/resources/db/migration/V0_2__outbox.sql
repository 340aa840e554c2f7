-- Mails to be handed to notification-service, written in the transaction of the change that wants them.

CREATE TABLE outbox_message
(
    id              uuid           NOT NULL PRIMARY KEY,
    kind            varchar(100)   NOT NULL,
    state           varchar(10)    NOT NULL DEFAULT 'PENDING'
        CHECK (state IN ('PENDING', 'DELIVERED', 'PARKED', 'EXPIRED')),
    -- Recipient and data, sealed; gone once there is nothing left to send.
    payload         bytea,
    created_at      timestamptz(6) NOT NULL,
    expires_at      timestamptz(6),
    attempts        integer        NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    -- While a relay holds the row: the end of its lease.
    next_attempt_at timestamptz(6) NOT NULL,
    claim           uuid,
    last_error      varchar(500),
    finished_at     timestamptz(6),
    CHECK ((state IN ('PENDING', 'PARKED')) = (payload IS NOT NULL)),
    CHECK ((state = 'PENDING') = (finished_at IS NULL)),
    CHECK (claim IS NULL OR state = 'PENDING')
);

CREATE INDEX outbox_message_due ON outbox_message (next_attempt_at) WHERE state = 'PENDING';
CREATE INDEX outbox_message_expiring ON outbox_message (expires_at) WHERE state = 'PENDING';
CREATE INDEX outbox_message_finished ON outbox_message (finished_at) WHERE state <> 'PENDING';

-- PostgreSQL tells listeners when the transaction commits, and never if it does not.
CREATE FUNCTION outbox_message_announce() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM pg_notify('ect_outbox', '');
    RETURN NULL;
END
$$;

CREATE TRIGGER outbox_message_announce
    AFTER INSERT
    ON outbox_message
    FOR EACH STATEMENT
EXECUTE FUNCTION outbox_message_announce();

GRANT SELECT, INSERT, UPDATE, DELETE ON outbox_message TO "${app_role}";
