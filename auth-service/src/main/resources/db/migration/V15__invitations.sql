-- Who is asked to join. The mail's secret is 256 random bits, of which only the hash is kept.
create table invitation (
    id          uuid primary key,
    email       varchar(254) not null,
    email_key   varchar(254) not null check (email_key = lower(email_key)),
    token_hash  bytea not null unique check (length(token_hash) = 32),
    -- Who asked, as the letter says; accounts may change their names or go.
    inviter     varchar(100),
    state       varchar(16) not null check (state in ('PENDING', 'ACCEPTED', 'REVOKED')),
    created_at  timestamptz not null,
    sent_at     timestamptz not null,
    expires_at  timestamptz not null check (expires_at > created_at),
    accepted_at timestamptz,
    constraint invitation_acceptance_has_time check ((state = 'ACCEPTED') = (accepted_at is not null))
);
create unique index invitation_pending on invitation (email_key) where state = 'PENDING';
