-- Signatures by which clients have shown who they are: each is good once.
create table client_assertion (
    client_id  uuid not null references client (id) on delete cascade,
    jti_hash   bytea not null check (length(jti_hash) = 32),
    expires_at timestamptz not null,
    primary key (client_id, jti_hash)
);
create index client_assertion_by_end on client_assertion (expires_at);

-- Clients that are to hear that somebody has signed out; a row goes when the client has heard it, or never will.
create table logout_notice (
    id              uuid primary key,
    client_id       uuid not null references client (id) on delete cascade,
    account_id      uuid not null references account (id) on delete cascade,
    -- The sid of the client's tokens; the session itself may be forgotten before.
    session_id      uuid not null,
    created_at      timestamptz not null,
    attempts        integer not null check (attempts >= 0),
    next_attempt_at timestamptz not null
);
create index logout_notice_due on logout_notice (next_attempt_at);
