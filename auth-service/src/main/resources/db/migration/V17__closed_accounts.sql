-- Why nobody may come in while banned_at and ban_until say so. An account that is erased or has gone into another stays as an
-- empty row: its id stands in logs and trails, and is never given to anybody else.
alter table account
    add column ban_kind varchar(16) not null default 'SUSPENSION'
        check (ban_kind in ('SUSPENSION', 'DEACTIVATION', 'ERASURE', 'MERGER')),
    add constraint account_gone_for_good check (
        ban_kind not in ('ERASURE', 'MERGER') or banned_at is not null and ban_until is null);

-- Accounts that are to be erased, and until when that can be taken back.
create table erasure (
    account_id   uuid primary key references account (id) on delete cascade,
    requested_at timestamptz not null,
    due_at       timestamptz not null check (due_at >= requested_at)
);
create index erasure_by_due on erasure (due_at);

-- The row of an erased account is written anew within one transaction; clients still hear that its owner is signed out.
alter table logout_notice drop constraint logout_notice_account_id_fkey;
alter table logout_notice
    add constraint logout_notice_account_id_fkey
        foreign key (account_id) references account (id) deferrable initially deferred;
