-- What people want to get by mail, and when. Who has no row gets everything, at any time.
CREATE TABLE mail_preference (
    user_id     uuid        PRIMARY KEY,
    enabled     boolean     NOT NULL,
    -- On the clock of the person's zone, which auth-service knows.
    quiet_from  time,
    quiet_until time,
    changed_at  timestamptz NOT NULL,
    version     bigint      NOT NULL,
    CONSTRAINT mail_preference_quiet CHECK ((quiet_from IS NULL) = (quiet_until IS NULL) AND quiet_from <> quiet_until)
);

-- Choices for kinds (list_id is empty) and for single lists. The recipient is a person's id, or an address where there
-- is no account.
CREATE TABLE mail_choice (
    id         uuid         PRIMARY KEY,
    recipient  varchar(254) NOT NULL CHECK (length(recipient) >= 3),
    kind       varchar(60)  NOT NULL,
    list_id    varchar(200) NOT NULL,
    list_name  varchar(200),
    wanted     boolean      NOT NULL,
    changed_at timestamptz  NOT NULL,
    CONSTRAINT mail_choice_once UNIQUE (recipient, kind, list_id)
);

-- The way out in every mailing: found by the hash of its token, written into the next mail from the sealed token.
CREATE TABLE unsubscribe_link (
    id         uuid         PRIMARY KEY,
    recipient  varchar(254) NOT NULL CHECK (length(recipient) >= 3),
    kind       varchar(60)  NOT NULL,
    list_id    varchar(200) NOT NULL,
    list_name  varchar(200),
    token_hash varchar(64)  NOT NULL UNIQUE CHECK (token_hash ~ '^[0-9a-f]{64}$'),
    sealed     bytea        NOT NULL,
    created_at timestamptz  NOT NULL,
    CONSTRAINT unsubscribe_link_once UNIQUE (recipient, kind, list_id)
);

-- Addresses that get no mail.
CREATE TABLE suppression (
    id         uuid         PRIMARY KEY,
    -- In lower case.
    address    varchar(254) NOT NULL UNIQUE CHECK (length(address) >= 3 AND address = lower(address)),
    reason     varchar(20)  NOT NULL CHECK (reason IN ('HARD_BOUNCE', 'SOFT_BOUNCES', 'COMPLAINT', 'MANUAL')),
    note       varchar(500),
    created_at timestamptz  NOT NULL,
    expires_at timestamptz
);

-- What was reported of mails after they were sent.
CREATE TABLE bounce (
    id         uuid         PRIMARY KEY,
    message_id uuid         NOT NULL REFERENCES message ON DELETE CASCADE,
    address    varchar(254) NOT NULL,
    kind       varchar(20)  NOT NULL CHECK (kind IN ('HARD', 'SOFT', 'COMPLAINT')),
    -- RFC 3463; a complaint has none.
    status     varchar(20),
    diagnostic varchar(500),
    at         timestamptz  NOT NULL,
    -- The same report handed in twice is one.
    CONSTRAINT bounce_once UNIQUE (message_id, kind)
);

CREATE INDEX bounce_address ON bounce (address, at);

-- People look at what was sent to them.
CREATE INDEX message_recipient ON message (recipient_user_id, id DESC) WHERE recipient_user_id IS NOT NULL;
