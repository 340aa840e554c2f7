-- ID tokens are signed with RS256 where a client wants what every OpenID client knows: the keys of each algorithm live
-- their own lives, one active and at most one next each.
alter table signing_key add column algorithm varchar(5) not null default 'ES256' check (algorithm in ('ES256', 'RS256'));
alter table signing_key alter column algorithm drop default;

drop index signing_key_one_active;
drop index signing_key_one_next;
create unique index signing_key_one_active on signing_key (algorithm) where state = 'ACTIVE';
create unique index signing_key_one_next on signing_key (algorithm) where state = 'NEXT';
