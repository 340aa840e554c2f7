-- Codes made by somebody with a shell on the host, for an administrator who has no other way in. Each is good once.
create table break_glass_code (
    id         uuid primary key,
    account_id uuid not null references account (id) on delete cascade,
    code_hash  bytea not null unique check (length(code_hash) = 32),
    created_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > created_at),
    used_at    timestamptz
);
-- A newer code replaces the one before it.
create unique index break_glass_code_unused on break_glass_code (account_id) where used_at is null;
create index break_glass_code_by_end on break_glass_code (expires_at);

-- The ways in, and what is shown besides, are the program's to know: a list kept here would be written anew with each.
alter table session drop constraint session_method_check;
alter table session add constraint session_method_check check (method ~ '^[A-Z][A-Z_]*$');
alter table session drop constraint session_factor_check;
alter table session add constraint session_factor_check check (factor ~ '^[A-Z][A-Z_]*$');
