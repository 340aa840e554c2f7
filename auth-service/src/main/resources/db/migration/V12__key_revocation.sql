-- Keys can be turned before their time, and withdrawn at once when somebody else may hold them.
alter table signing_key
    -- Somebody wants it to sign as soon as everybody can know it.
    add column hurried boolean not null default false,
    -- Nothing that it ever signed counts.
    add column revoked boolean not null default false,
    add constraint signing_key_revoked_is_gone check (not revoked or state = 'GONE');
alter table signing_key
    alter column hurried drop default,
    alter column revoked drop default;

alter table revocation drop constraint revocation_kind_check;
alter table revocation add constraint revocation_kind_check check (kind in ('sid', 'sub', 'jti', 'kid'));
