-- Programs of others that sign people in with the suite, or get tokens in their own name. Lists are separated by blanks.
create table client (
    id                        uuid primary key,
    name                      varchar(100) not null check (length(name) >= 1),
    authentication            varchar(16) not null check (authentication in ('NONE', 'SECRET', 'PRIVATE_KEY_JWT')),
    redirect_uris             varchar(10020) not null,
    post_logout_redirect_uris varchar(10020) not null,
    back_channel_logout_uri   varchar(500),
    grants                    varchar(300) not null,
    scopes                    varchar(500) not null,
    audiences                 varchar(300) not null,
    id_token_algorithm        varchar(5) not null check (id_token_algorithm in ('ES256', 'RS256')),
    -- Of 256 random bits.
    secret_hash               bytea check (length(secret_hash) = 32),
    jwks                      varchar(8000),
    created_at                timestamptz not null,
    version                   bigint not null,
    constraint client_secret_if_it_has_one check ((secret_hash is not null) = (authentication = 'SECRET')),
    constraint client_keys_if_it_has_some check ((jwks is not null) = (authentication = 'PRIVATE_KEY_JWT'))
);

-- What a person lets a client do is a session, too, with a family of refresh tokens of its own.
alter table session
    -- When its owner showed who he is.
    add column signed_in_at timestamptz,
    -- Of the cookie by which the authorization endpoint knows the browser.
    add column browser_hash bytea unique check (length(browser_hash) = 32),
    add column client_id uuid references client (id) on delete cascade,
    -- The browser's session in which the client was let in, as long as that one lives.
    add column parent_id uuid references session (id) on delete set null,
    add column scopes varchar(500),
    add column audiences varchar(300);
update session set signed_in_at = created_at;
alter table session
    alter column signed_in_at set not null,
    add constraint session_of_client_is_bounded check (
        (client_id is null) = (scopes is null) and (client_id is null) = (audiences is null)),
    add constraint session_of_client_has_no_cookie check (client_id is null or browser_hash is null);
create index session_of_client on session (client_id) where client_id is not null;
create index session_of_parent on session (parent_id) where parent_id is not null;

-- An authorization request that waits until its person has signed in or agreed.
create table authorization_request (
    id          uuid primary key,
    handle_hash bytea not null unique check (length(handle_hash) = 32),
    client_id   uuid not null references client (id) on delete cascade,
    parameters  varchar(8000) not null,
    -- Whom the consent page was shown to.
    account_id  uuid references account (id) on delete cascade,
    arrived_at  timestamptz not null,
    expires_at  timestamptz not null check (expires_at > arrived_at)
);
create index authorization_request_by_end on authorization_request (expires_at);

-- A code is used once within a minute; a used one stays so that its second use is noticed.
create table authorization_code (
    id             uuid primary key,
    code_hash      bytea not null unique check (length(code_hash) = 32),
    client_id      uuid not null references client (id) on delete cascade,
    session_id     uuid not null references session (id) on delete cascade,
    redirect_uri   varchar(500) not null,
    code_challenge varchar(43) not null,
    scopes         varchar(500) not null,
    nonce          varchar(500),
    issued_at      timestamptz not null,
    expires_at     timestamptz not null check (expires_at > issued_at),
    used_at        timestamptz,
    -- What it was exchanged for.
    gave_id        uuid references session (id) on delete set null
);
create index authorization_code_by_end on authorization_code (expires_at);

-- What a person has agreed to. Asked again only for more.
create table consent (
    id         uuid primary key,
    account_id uuid not null references account (id) on delete cascade,
    client_id  uuid not null references client (id) on delete cascade,
    scopes     varchar(500) not null,
    given_at   timestamptz not null,
    unique (account_id, client_id)
);
