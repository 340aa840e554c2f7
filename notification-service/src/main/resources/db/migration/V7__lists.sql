-- What a message is about, as in mail_choice: a later message about the same may overtake one that still waits.
ALTER TABLE message ADD COLUMN list_id varchar(200);

CREATE INDEX message_overtaken ON message (recipient_user_id, list_id)
    WHERE list_id IS NOT NULL AND status IN ('QUEUED', 'DEFERRED');
