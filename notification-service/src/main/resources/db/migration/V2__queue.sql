-- Messages that are deliberately not sent, and what is heard of a message after it was sent.
ALTER TABLE message
    DROP CONSTRAINT message_status_check,
    DROP CONSTRAINT message_sent_has_time,
    ADD CONSTRAINT message_status_check CHECK (status IN (
        'QUEUED', 'SENDING', 'SENT', 'DEFERRED', 'DEAD', 'SUPPRESSED', 'EXPIRED', 'CANCELLED', 'BOUNCED', 'COMPLAINED')),
    ADD CONSTRAINT message_sent_has_time
        CHECK ((status IN ('SENT', 'BOUNCED', 'COMPLAINED')) = (sent_at IS NOT NULL));

ALTER TABLE message_transition
    DROP CONSTRAINT message_transition_from_status_check,
    DROP CONSTRAINT message_transition_to_status_check,
    ADD CONSTRAINT message_transition_from_status_check CHECK (from_status IN (
        'QUEUED', 'SENDING', 'SENT', 'DEFERRED', 'DEAD', 'SUPPRESSED', 'EXPIRED', 'CANCELLED', 'BOUNCED', 'COMPLAINED')),
    ADD CONSTRAINT message_transition_to_status_check CHECK (to_status IN (
        'QUEUED', 'SENDING', 'SENT', 'DEFERRED', 'DEAD', 'SUPPRESSED', 'EXPIRED', 'CANCELLED', 'BOUNCED', 'COMPLAINED'));

-- Interventions with many messages begin with the oldest.
CREATE INDEX message_oldest ON message (status, id) WHERE status IN ('QUEUED', 'DEFERRED', 'DEAD');
