-- Where messages go besides mail: webhooks and topics of ntfy, of a person or shared by the installation.
CREATE TABLE push_target (
    id              uuid         PRIMARY KEY,
    -- The person whose messages it gets; absent for a shared one, which gets mailings.
    owner           uuid,
    type            varchar(20)  NOT NULL CHECK (type IN ('WEBHOOK', 'NTFY')),
    name            varchar(60)  NOT NULL CHECK (length(name) >= 1),
    -- Address, topic, token and secret: an address often is a key itself.
    sealed          bytea        NOT NULL,
    -- Names of the kinds of mail it gets, each between commas.
    kinds           varchar(500) NOT NULL,
    -- In which language and zone messages to a shared one are written.
    locale          varchar(35),
    zone            varchar(50),
    enabled         boolean      NOT NULL,
    -- Failed attempts in a row, and since when.
    failures        integer      NOT NULL DEFAULT 0 CHECK (failures >= 0),
    failing_since   timestamptz,
    last_error      varchar(500),
    delivered_at    timestamptz,
    -- Why it was switched off by the service and not by a person.
    disabled_reason varchar(500),
    -- When somebody last sent it a test message.
    tried_at        timestamptz,
    created_at      timestamptz  NOT NULL,
    version         bigint       NOT NULL,
    CONSTRAINT push_target_failing CHECK ((failures > 0) = (failing_since IS NOT NULL)),
    CONSTRAINT push_target_disabled CHECK (disabled_reason IS NULL OR NOT enabled)
);

CREATE INDEX push_target_owner ON push_target (owner, id);

-- Messages to targets stand in the same queue, in a lane of their own. The log outlives the target.
ALTER TABLE message
    ADD COLUMN target_id uuid,
    DROP CONSTRAINT message_lane_check,
    DROP CONSTRAINT message_has_recipient,
    ADD CONSTRAINT message_lane_check CHECK (lane IN ('URGENT', 'BULK', 'PUSH')),
    ADD CONSTRAINT message_target_lane CHECK ((target_id IS NOT NULL) = (lane = 'PUSH')),
    ADD CONSTRAINT message_has_recipient
        CHECK (recipient_user_id IS NOT NULL OR recipient_address IS NOT NULL OR target_id IS NOT NULL);

CREATE INDEX message_target ON message (target_id, created_at) WHERE target_id IS NOT NULL;

ALTER TABLE lane
    DROP CONSTRAINT lane_name_check,
    ADD CONSTRAINT lane_name_check CHECK (name IN ('URGENT', 'BULK', 'PUSH'));

INSERT INTO lane (name, changed_at) VALUES ('PUSH', now());
