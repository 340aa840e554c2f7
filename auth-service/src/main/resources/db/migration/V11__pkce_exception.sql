-- A confidential client may be allowed to do without PKCE; its codes then have no challenge.
alter table client
    add column pkce_optional boolean not null default false,
    add constraint client_pkce_unless_confidential check (not pkce_optional or authentication <> 'NONE');
alter table client alter column pkce_optional drop default;
alter table authorization_code alter column code_challenge drop not null;
