-- What is out is out: the ledger is written once.
create function disclosure_ledger_stays() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger of releases can not be changed or deleted from.';
end $$;

create trigger disclosure_release_no_change before update or delete on disclosure_release
for each row execute function disclosure_ledger_stays();

create trigger disclosure_release_no_truncate before truncate on disclosure_release
for each statement execute function disclosure_ledger_stays();

create trigger disclosure_row_no_change before update or delete on disclosure_row
for each row execute function disclosure_ledger_stays();

create trigger disclosure_row_no_truncate before truncate on disclosure_row
for each statement execute function disclosure_ledger_stays();
