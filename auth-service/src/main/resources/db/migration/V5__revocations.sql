-- What resource servers must refuse although its signature and time are good; kept until the last such token has died.
create table revocation (
    id            uuid primary key,
    kind          varchar(3) not null check (kind in ('sid', 'sub', 'jti')),
    value         varchar(64) not null,
    issued_before timestamptz,
    until         timestamptz not null,
    unique (kind, value)
);
create index revocation_by_end on revocation (until);
