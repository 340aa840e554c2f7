-- One row for each person. The address is kept twice: as it is written to, and as it is compared by.
create table account (
    id              uuid primary key,
    email           varchar(254) not null check (length(email) >= 3),
    email_key       varchar(254) not null unique check (email_key = lower(email_key)),
    email_proven_at timestamptz,
    name            varchar(100) not null,
    callsign        varchar(20) unique check (callsign ~ '^[A-Z0-9/]{3,20}$'),
    zone            varchar(64) not null,
    locale          varchar(35) not null,
    role            varchar(16) not null check (role in ('USER', 'LOGGER', 'NCS', 'ADMIN')),
    banned_at       timestamptz,
    ban_reason      varchar(500),
    ban_until       timestamptz,
    last_seen_at    timestamptz,
    created_at      timestamptz not null,
    version         bigint not null,
    constraint account_ban_has_reason check ((banned_at is null) = (ban_reason is null)),
    constraint account_ban_end_needs_ban check (ban_until is null or banned_at is not null)
);

-- The rule that one administrator must remain locks these rows; there are few of them.
create index account_administrators on account (id) where role = 'ADMIN';
