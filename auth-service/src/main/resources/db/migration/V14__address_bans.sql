-- Failed authentications, by the client's address (IPv4) or /64 network (IPv6); kept for as long as they count.
create table address_failure (
    id      uuid primary key,
    network varchar(50) not null,
    reason  varchar(50) not null,
    at      timestamptz not null
);
create index address_failure_of_network on address_failure (network, at);
create index address_failure_by_time on address_failure (at);

-- Addresses from which nobody may sign in for a while. Those that are over stay for a time, as an administrator's memory.
create table address_ban (
    id         uuid primary key,
    network    varchar(50) not null,
    -- The reasons of the failures, each once, separated by blanks.
    reasons    varchar(500) not null check (reasons <> ''),
    failures   integer not null check (failures > 0),
    created_at timestamptz not null,
    until      timestamptz not null check (until > created_at),
    lifted_at  timestamptz
);
-- What is asked before every sign-in.
create index address_ban_of_network on address_ban (network, until) where lifted_at is null;
create index address_ban_by_end on address_ban (until);
