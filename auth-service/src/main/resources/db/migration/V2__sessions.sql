-- A sign-in in one browser. It is also the family of all refresh tokens that follow one another in it.
create table session (
    id              uuid primary key,
    account_id      uuid not null references account (id) on delete cascade,
    method          varchar(16) not null check (method in ('EMAIL')),
    client_address  varchar(45) not null,
    user_agent      varchar(300) not null,
    created_at      timestamptz not null,
    last_used_at    timestamptz not null,
    idle_until      timestamptz not null,
    expires_at      timestamptz not null,
    ended_at        timestamptz,
    end_reason      varchar(16) check (end_reason in ('SIGN_OUT', 'REPLACED', 'REUSE', 'BAN', 'UNPROVEN')),
    constraint session_end_has_reason check ((ended_at is null) = (end_reason is null)),
    constraint session_idle_within_life check (idle_until <= expires_at)
);
create index session_of_account on session (account_id) where ended_at is null;
create index session_by_expiry on session (expires_at);

-- Each refresh token ever given out in a session; a used one stays so that its second use is noticed.
create table refresh_token (
    id               uuid primary key,
    session_id       uuid not null references session (id) on delete cascade,
    token_hash       bytea not null unique check (length(token_hash) = 32),
    created_at       timestamptz not null,
    rotated_at       timestamptz,
    successor_id     uuid unique references refresh_token (id) on delete cascade deferrable initially deferred,
    -- The successor in clear, sealed; only while its parent may still ask for it again.
    successor_sealed bytea,
    constraint refresh_token_rotation_names_successor check ((rotated_at is null) = (successor_id is null))
);
-- At most one token of a session can be used; the database itself refuses a fork of the family.
create unique index refresh_token_current on refresh_token (session_id) where rotated_at is null;
create index refresh_token_sealed on refresh_token (rotated_at) where successor_sealed is not null;
