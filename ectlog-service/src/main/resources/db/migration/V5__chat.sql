CREATE TABLE chat_message (
    id              uuid PRIMARY KEY,
    net_id          uuid          NOT NULL REFERENCES net (id) ON DELETE CASCADE,
    author_id       uuid          NOT NULL,
    author_name     varchar(100)  NOT NULL,
    author_callsign varchar(20),
    text            varchar(5000) NOT NULL CHECK (text <> ''),
    at              timestamptz   NOT NULL
);

CREATE INDEX chat_message_of_net ON chat_message (net_id, id DESC);
