create table audit_entry (
    sequence     bigint      generated always as identity primary key,
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

create function audit_entry_stays() returns trigger language plpgsql as $$
begin
    raise exception 'The audit trail can not be changed or deleted from.';
end $$;

create trigger audit_entry_no_change before update or delete on audit_entry
for each row execute function audit_entry_stays();

create trigger audit_entry_no_truncate before truncate on audit_entry
for each statement execute function audit_entry_stays();
