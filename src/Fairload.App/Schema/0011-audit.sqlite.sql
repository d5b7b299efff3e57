create table audit_entry (
    sequence     integer     primary key autoincrement,
    id           uuid        not null unique,
    at           timestamptz not null,
    account_id   uuid        null references account (id),
    who          text        not null,
    action       text        not null,
    subject_kind text        not null,
    subject_id   text        not null,
    detail       text        not null
);
create index audit_entry_by_time on audit_entry (at);
create index audit_entry_by_subject on audit_entry (subject_kind, subject_id);

create trigger audit_entry_no_update before update on audit_entry
begin
    select raise(abort, 'The audit trail can not be changed.');
end;

create trigger audit_entry_no_delete before delete on audit_entry
begin
    select raise(abort, 'The audit trail can not be deleted from.');
end;

-- "insert or replace" would delete without asking the trigger above.
create trigger audit_entry_no_replace before insert on audit_entry
when exists (select 1 from audit_entry where id = new.id or sequence = new.sequence)
begin
    select raise(abort, 'The audit trail can not be changed.');
end;
