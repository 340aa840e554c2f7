-- The queue and, once a message is through, the delivery log. What a letter says stands in tables of its own, which
-- are emptied when it is sent; here stands nothing secret.
CREATE TABLE message (
    id                uuid         PRIMARY KEY,
    -- Client id of the service that asked for it, and its key: a repeated request finds its first message.
    producer          varchar(100) NOT NULL CHECK (length(producer) >= 1),
    idempotency_key   varchar(128) NOT NULL CHECK (length(idempotency_key) >= 1),
    fingerprint       varchar(64)  NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
    kind              varchar(60)  NOT NULL,
    lane              varchar(20)  NOT NULL CHECK (lane IN ('URGENT', 'BULK')),
    status            varchar(20)  NOT NULL
        CHECK (status IN ('QUEUED', 'SENDING', 'SENT', 'DEFERRED', 'DEAD', 'EXPIRED', 'CANCELLED')),
    -- A person of auth-service, looked up when the mail is sent, or an address with its ways.
    recipient_user_id uuid,
    recipient_address varchar(254) CHECK (length(recipient_address) >= 3),
    recipient_name    varchar(100),
    recipient_locale  varchar(35),
    recipient_zone    varchar(50),
    subject           varchar(300) NOT NULL CHECK (length(subject) >= 1),
    -- Message-ID of RFC 5322: made once, so that a mail that arrives twice can be told to be one.
    mail_id           varchar(320) NOT NULL UNIQUE CHECK (length(mail_id) >= 3),
    -- Counts claims: a worker whose lease ran out finds another number here and keeps its hands off.
    attempts          integer      NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    -- Failures in a row that were the mail's own; they lengthen the pause before the next attempt.
    failures          integer      NOT NULL DEFAULT 0 CHECK (failures >= 0),
    -- The earliest moment a worker may take it: not-before, next attempt, or the end of a worker's lease.
    due_at            timestamptz  NOT NULL,
    expires_at        timestamptz,
    give_up_at        timestamptz  NOT NULL,
    last_error        varchar(500),
    created_at        timestamptz  NOT NULL,
    sent_at           timestamptz,
    CONSTRAINT message_once UNIQUE (producer, idempotency_key),
    CONSTRAINT message_has_recipient CHECK (recipient_user_id IS NOT NULL OR recipient_address IS NOT NULL),
    CONSTRAINT message_sent_has_time CHECK ((status = 'SENT') = (sent_at IS NOT NULL))
);

-- What workers ask for, many times a second: due messages of a lane, the longest waiting first.
CREATE INDEX message_due ON message (lane, due_at, id) WHERE status IN ('QUEUED', 'DEFERRED', 'SENDING');
CREATE INDEX message_expiring ON message (expires_at)
    WHERE status IN ('QUEUED', 'DEFERRED', 'DEAD') AND expires_at IS NOT NULL;
CREATE INDEX message_status ON message (status, id DESC);
CREATE INDEX message_kind ON message (kind, id DESC);

-- The data of the letter, sealed. Gone as soon as the message cannot be sent any more.
CREATE TABLE message_content (
    message_id uuid  PRIMARY KEY REFERENCES message ON DELETE CASCADE,
    sealed     bytea NOT NULL
);

-- Attached files; name and size stay for the log when the sealed content is gone.
CREATE TABLE message_attachment (
    id           uuid         PRIMARY KEY,
    message_id   uuid         NOT NULL REFERENCES message ON DELETE CASCADE,
    position     integer      NOT NULL CHECK (position >= 0),
    name         varchar(120) NOT NULL CHECK (length(name) >= 1),
    content_type varchar(100) NOT NULL CHECK (length(content_type) >= 3),
    size         integer      NOT NULL CHECK (size >= 0),
    sealed       bytea,
    UNIQUE (message_id, position)
);

-- Every step of a message's life.
CREATE TABLE message_transition (
    id          uuid         PRIMARY KEY,
    message_id  uuid         NOT NULL REFERENCES message ON DELETE CASCADE,
    from_status varchar(20) 
        CHECK (from_status IN ('QUEUED', 'SENDING', 'SENT', 'DEFERRED', 'DEAD', 'EXPIRED', 'CANCELLED')),
    to_status   varchar(20)  NOT NULL
        CHECK (to_status IN ('QUEUED', 'SENDING', 'SENT', 'DEFERRED', 'DEAD', 'EXPIRED', 'CANCELLED')),
    attempt     integer      NOT NULL CHECK (attempt >= 0),
    note        varchar(500),
    at          timestamptz  NOT NULL
);

CREATE INDEX message_transition_message ON message_transition (message_id, id);

-- A lane pauses as a whole when the relay fails for reasons that concern every mail; all replicas heed it.
CREATE TABLE lane (
    name         varchar(20)  PRIMARY KEY CHECK (name IN ('URGENT', 'BULK')),
    failures     integer      NOT NULL DEFAULT 0 CHECK (failures >= 0),
    paused_until timestamptz,
    fault        varchar(40),
    reason       varchar(500),
    changed_at   timestamptz  NOT NULL,
    CONSTRAINT lane_pause_has_reason CHECK ((failures > 0) = (paused_until IS NOT NULL))
);

INSERT INTO lane (name, changed_at) VALUES ('URGENT', now()), ('BULK', now());

-- Workers sleep until a message may have become due; they listen on this channel.
CREATE FUNCTION announce_due_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('message_due', NEW.lane);
    RETURN NULL;
END $$;

CREATE TRIGGER message_queued AFTER INSERT OR UPDATE OF status ON message
    FOR EACH ROW WHEN (NEW.status = 'QUEUED') EXECUTE FUNCTION announce_due_message();
