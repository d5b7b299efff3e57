-- What is out is out: the ledger is written once.
create trigger disclosure_release_no_update before update on disclosure_release
begin
    select raise(abort, 'The ledger of releases can not be changed.');
end;

create trigger disclosure_release_no_delete before delete on disclosure_release
begin
    select raise(abort, 'The ledger of releases can not be deleted from.');
end;

-- "insert or replace" would delete without asking the trigger above.
create trigger disclosure_release_no_replace before insert on disclosure_release
when exists (select 1 from disclosure_release where id = new.id or (chain = new.chain and number = new.number))
begin
    select raise(abort, 'The ledger of releases can not be changed.');
end;

create trigger disclosure_row_no_update before update on disclosure_row
begin
    select raise(abort, 'The ledger of releases can not be changed.');
end;

create trigger disclosure_row_no_delete before delete on disclosure_row
begin
    select raise(abort, 'The ledger of releases can not be deleted from.');
end;

create trigger disclosure_row_no_replace before insert on disclosure_row
when exists (select 1 from disclosure_row where id = new.id or (release_id = new.release_id and position = new.position))
begin
    select raise(abort, 'The ledger of releases can not be changed.');
end;
