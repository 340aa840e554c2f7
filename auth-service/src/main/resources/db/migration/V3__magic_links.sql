-- Requests for a sign-in mail. They hold nothing that signs anybody in: only hashes of 256 random bits.
create table magic_link (
    id             uuid primary key,
    email          varchar(254) not null,
    email_key      varchar(254) not null,
    -- By which mails to one mailbox are counted: without the +tag.
    mailbox_key    varchar(254) not null,
    link_hash      bytea not null unique check (length(link_hash) = 32),
    binder_hash    bytea not null unique check (length(binder_hash) = 32),
    -- Of the code together with the binder, so that the short code cannot be found by trying.
    code_hash      bytea not null check (length(code_hash) = 32),
    continuation   varchar(512) not null check (continuation like '/%' and continuation not like '//%'),
    client_address varchar(45) not null,
    state          varchar(16) not null check (state in ('PENDING', 'REDEEMED', 'CANCELLED', 'LOCKED')),
    code_attempts  integer not null check (code_attempts >= 0),
    created_at     timestamptz not null,
    expires_at     timestamptz not null check (expires_at > created_at),
    redeemed_at    timestamptz
);
-- A newer request cancels the older ones; two live ones of an address cannot be.
create unique index magic_link_pending on magic_link (email_key) where state = 'PENDING';
-- For the budgets.
create index magic_link_by_mailbox on magic_link (mailbox_key, created_at);
create index magic_link_by_client on magic_link (client_address, created_at);
create index magic_link_by_time on magic_link (created_at);
