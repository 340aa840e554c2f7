-- The secret that a person's authenticator shares with us, and the time step of the last code that was taken.
create table totp (
    account_id   uuid primary key references account (id) on delete cascade,
    secret_sealed bytea not null,
    created_at   timestamptz not null,
    -- Null until a first code has shown that the authenticator has it.
    confirmed_at timestamptz,
    last_step     bigint not null,
    -- Wrong codes in a row, so that nobody finds a code by trying.
    failures      integer not null check (failures >= 0),
    blocked_until timestamptz
);

-- Ten codes for the day on which the authenticator is lost; each is good once.
create table recovery_code (
    id         uuid primary key,
    account_id uuid not null references account (id) on delete cascade,
    code_hash  bytea not null unique check (length(code_hash) = 32),
    used_at    timestamptz
);
create index recovery_code_of_account on recovery_code (account_id);

-- A sign-in by mail that waits for the second factor, in the browser that holds the token.
create table pending_sign_in (
    id           uuid primary key,
    account_id   uuid not null references account (id) on delete cascade,
    token_hash   bytea not null unique check (length(token_hash) = 32),
    continuation varchar(512) not null check (continuation like '/%' and continuation not like '//%'),
    created_at   timestamptz not null,
    expires_at   timestamptz not null check (expires_at > created_at)
);
create index pending_sign_in_by_end on pending_sign_in (expires_at);

alter table session add column factor varchar(16) check (factor in ('TOTP', 'RECOVERY_CODE'));
alter table session add column factor_at timestamptz;
alter table session add constraint session_factor_has_time check ((factor is null) = (factor_at is null));
alter table session drop constraint session_end_reason_check;
alter table session add constraint session_end_reason_check
    check (end_reason in ('SIGN_OUT', 'REPLACED', 'REUSE', 'BAN', 'UNPROVEN', 'REVOKED', 'FACTORS'));
