-- Who somebody is elsewhere. A person at a provider is known by issuer and subject, never by an address (OpenID Connect Core 5.7).
create table identity (
    id           uuid primary key,
    account_id   uuid not null references account (id) on delete cascade,
    provider     varchar(16) not null check (provider ~ '^[A-Z][A-Z_]*$'),
    issuer       varchar(300) not null,
    subject      varchar(255) not null check (subject <> ''),
    -- For its owner to know it by: an address or a name at the provider.
    label        varchar(254) not null,
    linked_at    timestamptz not null,
    last_used_at timestamptz,
    unique (issuer, subject)
);
create index identity_of_account on identity (account_id);

-- Somebody has been sent to a provider, and may come back once, in the same browser.
create table provider_attempt (
    id           uuid primary key,
    provider     varchar(16) not null check (provider ~ '^[A-Z][A-Z_]*$'),
    state_hash   bytea not null unique check (length(state_hash) = 32),
    binder_hash  bytea not null check (length(binder_hash) = 32),
    nonce_hash   bytea not null check (length(nonce_hash) = 32),
    continuation varchar(512) not null check (continuation like '/%' and continuation not like '//%'),
    -- The session in which an identity is to be linked; null: it is to sign in.
    session_id   uuid references session (id) on delete cascade,
    created_at   timestamptz not null,
    expires_at   timestamptz not null check (expires_at > created_at)
);
create index provider_attempt_by_end on provider_attempt (expires_at);

-- An identity that a provider has shown, and that waits until its owner shows whose account it is to belong to.
create table pending_identity (
    id           uuid primary key,
    token_hash   bytea not null unique check (length(token_hash) = 32),
    provider     varchar(16) not null check (provider ~ '^[A-Z][A-Z_]*$'),
    issuer       varchar(300) not null,
    subject      varchar(255) not null check (subject <> ''),
    label        varchar(254) not null,
    -- The address that the provider names, and whether it says that it is its owner's.
    email        varchar(254),
    vouched      boolean not null,
    continuation varchar(512) not null check (continuation like '/%' and continuation not like '//%'),
    created_at   timestamptz not null,
    expires_at   timestamptz not null check (expires_at > created_at)
);
create index pending_identity_by_end on pending_identity (expires_at);

-- How a sign-in began that waits for the second factor.
alter table pending_sign_in add column method varchar(16) not null default 'EMAIL' check (method ~ '^[A-Z][A-Z_]*$');

-- The ways in are the program's to know: a list kept here would be written anew with each.
alter table session drop constraint session_method_check;
alter table session add constraint session_method_check check (method ~ '^[A-Z][A-Z_]*$');
