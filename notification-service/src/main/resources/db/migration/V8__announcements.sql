-- Messages of administrators, in their own words, to everybody or to those with a role.
CREATE TABLE announcement (
    id          uuid         PRIMARY KEY,
    author      uuid         NOT NULL,
    author_name varchar(120) NOT NULL CHECK (length(author_name) >= 1),
    audience    varchar(20)  NOT NULL CHECK (audience IN ('EVERYBODY', 'LOGGERS', 'NET_CONTROLS', 'ADMINISTRATORS')),
    title       varchar(150) NOT NULL CHECK (length(title) >= 1),
    emergency   boolean      NOT NULL,
    -- What it says; gone once a message is queued for everybody.
    sealed      bytea,
    created_at  timestamptz  NOT NULL
);

-- Everybody it is for, as of the moment it was made.
CREATE TABLE announcement_recipient (
    announcement_id uuid NOT NULL REFERENCES announcement ON DELETE CASCADE,
    user_id         uuid NOT NULL,
    -- The message that carries it; null until that is queued. The log of messages does not live as long.
    message_id      uuid,
    PRIMARY KEY (announcement_id, user_id)
);

CREATE INDEX announcement_unqueued ON announcement_recipient (announcement_id, user_id) WHERE message_id IS NULL;
