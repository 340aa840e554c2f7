-- Keys that sign access tokens. A key is published before it signs, and stays published until its last token has died.
create table signing_key (
    kid            varchar(43) primary key,
    state          varchar(16) not null check (state in ('NEXT', 'ACTIVE', 'RETIRING', 'GONE')),
    public_jwk     varchar(1000) not null,
    -- PKCS #8, sealed; erased with the key.
    private_sealed bytea,
    published_at   timestamptz not null,
    active_at      timestamptz,
    retiring_at    timestamptz,
    gone_at        timestamptz,
    constraint signing_key_private_until_gone check ((private_sealed is null) = (state = 'GONE'))
);
create unique index signing_key_one_active on signing_key (state) where state = 'ACTIVE';
create unique index signing_key_one_next on signing_key (state) where state = 'NEXT';
