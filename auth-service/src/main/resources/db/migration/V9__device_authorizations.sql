-- Devices without a browser that wait until somebody types their code elsewhere (RFC 8628).
create table device_authorization (
    id             uuid primary key,
    device_hash    bytea not null unique check (length(device_hash) = 32),
    -- Of eight letters: of use for ten minutes, and only to whoever is signed in.
    user_hash      bytea not null unique check (length(user_hash) = 32),
    client_id      uuid not null references client (id) on delete cascade,
    scopes         varchar(500) not null,
    state          varchar(16) not null check (state in ('PENDING', 'APPROVED', 'REFUSED', 'USED')),
    -- The browser's session in which it was approved.
    session_id     uuid references session (id) on delete cascade,
    created_at     timestamptz not null,
    expires_at     timestamptz not null check (expires_at > created_at),
    -- How many seconds the device must wait between two questions, and when it asked last.
    pause_seconds  integer not null check (pause_seconds > 0),
    asked_at       timestamptz,
    constraint device_authorization_approved_by_somebody check (state in ('PENDING', 'REFUSED') or session_id is not null)
);
create index device_authorization_by_end on device_authorization (expires_at);

-- Codes typed that there are not: whoever guesses is stopped.
create table device_code_miss (
    id         uuid primary key,
    account_id uuid not null references account (id) on delete cascade,
    at         timestamptz not null
);
create index device_code_miss_of_account on device_code_miss (account_id, at);
