-- One row for each key that came with a request; the answer comes with the end of the same transaction, so others
-- never see a row without one.
CREATE TABLE idempotency_key (
    scope       text        NOT NULL CHECK (length(scope) BETWEEN 1 AND 200),
    key         text        NOT NULL CHECK (length(key) BETWEEN 1 AND 128),
    fingerprint text        NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
    answer      text,
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL CHECK (expires_at > created_at),
    PRIMARY KEY (scope, key)
);

CREATE INDEX idempotency_key_expires_at ON idempotency_key (expires_at);
