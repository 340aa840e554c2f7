-- Changes of an account's address: asked for, confirmed at the new address, and for some days to be undone from the old one.
create table email_change (
    id            uuid primary key,
    account_id    uuid not null references account (id) on delete cascade,
    old_email     varchar(254) not null,
    old_email_key varchar(254) not null check (old_email_key = lower(old_email_key)),
    new_email     varchar(254) not null,
    token_hash    bytea not null unique check (length(token_hash) = 32),
    state         varchar(16) not null check (state in ('PENDING', 'CONFIRMED', 'CANCELLED', 'UNDONE')),
    created_at    timestamptz not null,
    expires_at    timestamptz not null check (expires_at > created_at),
    confirmed_at  timestamptz,
    -- In the mail to the old address.
    undo_hash     bytea unique check (length(undo_hash) = 32),
    undo_until    timestamptz,
    constraint email_change_undo_has_end check ((undo_hash is null) = (undo_until is null)),
    constraint email_change_confirmed_has_time check (state not in ('CONFIRMED', 'UNDONE') or confirmed_at is not null)
);
-- A newer request cancels the older one.
create unique index email_change_pending on email_change (account_id) where state = 'PENDING';
create index email_change_of_account on email_change (account_id, created_at);
-- Nobody else gets an address that may have to be given back.
create index email_change_reserved on email_change (old_email_key) where state = 'CONFIRMED';
