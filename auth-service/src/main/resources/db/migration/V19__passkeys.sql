-- What authenticators have made for people. Only public keys: nothing here signs anybody in.
create table passkey (
    id              uuid primary key,
    account_id      uuid not null references account (id) on delete cascade,
    name            varchar(100) not null check (name <> ''),
    credential_id   bytea not null unique check (length(credential_id) between 1 and 1023),
    -- Model of the authenticator, id and public key, as the authenticator wrote them.
    credential      bytea not null,
    -- By which a copied authenticator is noticed; those that synchronise stay at zero.
    sign_count      bigint not null check (sign_count >= 0),
    -- Whether the authenticator has made sure of its owner by PIN or biometrics.
    verifies        boolean not null,
    backup_eligible boolean not null,
    backed_up       boolean not null,
    created_at      timestamptz not null,
    last_used_at    timestamptz
);
create index passkey_of_account on passkey (account_id);

-- Challenges that were answered, so that each is answered once.
create table passkey_challenge (
    value_hash bytea primary key check (length(value_hash) = 32),
    expires_at timestamptz not null
);
create index passkey_challenge_by_end on passkey_challenge (expires_at);

-- In a session that began before its owner had a factor, or by mail beside it, the factor is still to be shown.
alter table session add column factor_due boolean not null default false;
