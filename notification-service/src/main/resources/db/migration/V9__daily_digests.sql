-- Who wants one mail a day: when, on the clock of the person's zone, and with which kinds, each between commas.
ALTER TABLE mail_preference
    ADD COLUMN digest_at    time,
    ADD COLUMN digest_kinds varchar(500),
    ADD CONSTRAINT mail_preference_digest CHECK ((digest_at IS NULL) = (digest_kinds IS NULL));

-- A message that waits for a digest, and the message that carries it in the end.
ALTER TABLE message
    ADD COLUMN digest_at timestamptz,
    ADD COLUMN digest_id uuid;

CREATE INDEX message_collected ON message (digest_at, recipient_user_id)
    WHERE digest_at IS NOT NULL AND status = 'DEFERRED';
