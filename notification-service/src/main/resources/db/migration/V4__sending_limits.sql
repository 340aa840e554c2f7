-- How many messages were handed over lately, where the provider limits them by the day.
CREATE INDEX message_sent_at ON message (sent_at) WHERE sent_at IS NOT NULL;
