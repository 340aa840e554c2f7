-- What is too old to be kept is found by its age.
CREATE INDEX message_created ON message (created_at);
