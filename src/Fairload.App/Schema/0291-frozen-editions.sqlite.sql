-- What was frozen stays as it is, and so does the record of who published it; it can be withdrawn once, with a reason.
create trigger frozen_edition_no_update before update on frozen_edition
begin
    select raise(abort, 'A frozen edition can not be changed.');
end;

create trigger frozen_edition_no_delete before delete on frozen_edition
begin
    select raise(abort, 'A frozen edition can not be deleted.');
end;

-- "insert or replace" would delete without asking the trigger above.
create trigger frozen_edition_no_replace before insert on frozen_edition
when exists (select 1 from frozen_edition where id = new.id or (cycle_id = new.cycle_id and hash = new.hash))
begin
    select raise(abort, 'A frozen edition can not be changed.');
end;

create trigger publication_no_update before update on publication
when old.withdrawn_at is not null or new.id <> old.id or new.frozen_id <> old.frozen_id or new.level <> old.level or new.why <> old.why
    or new.consulted <> old.consulted or new.decided_by <> old.decided_by or new.decided_at <> old.decided_at
    or new.embargo_until is not old.embargo_until
begin
    select raise(abort, 'A publication can only be withdrawn, and once.');
end;

create trigger publication_no_delete before delete on publication
begin
    select raise(abort, 'The record of a publication can not be deleted.');
end;

create trigger publication_no_replace before insert on publication when exists (select 1 from publication where id = new.id)
begin
    select raise(abort, 'A publication can only be withdrawn, and once.');
end;
