-- Programs that act for a person. Of a key's secret only the hash is kept: 256 random bits need neither salt nor a slow hash.
create table api_key (
    id             uuid primary key,
    account_id     uuid not null references account (id) on delete cascade,
    name           varchar(100) not null check (name <> ''),
    -- Separated by blanks.
    scopes         varchar(200) not null check (scopes <> ''),
    secret_hash    bytea not null unique check (length(secret_hash) = 32),
    -- The secret before the last rotation, as long as programs may still hold it.
    previous_hash  bytea check (length(previous_hash) = 32),
    previous_until timestamptz,
    life_days      integer not null check (life_days between 1 and 365),
    created_at     timestamptz not null,
    expires_at     timestamptz not null check (expires_at > created_at),
    rotated_at     timestamptz,
    last_used_at   timestamptz,
    revoked_at     timestamptz,
    constraint api_key_previous_has_end check ((previous_hash is null) = (previous_until is null))
);
create index api_key_of_account on api_key (account_id) where revoked_at is null;

-- A session can now be ended by its owner from another browser.
alter table session drop constraint session_end_reason_check;
alter table session add constraint session_end_reason_check
    check (end_reason in ('SIGN_OUT', 'REPLACED', 'REUSE', 'BAN', 'UNPROVEN', 'REVOKED'));
