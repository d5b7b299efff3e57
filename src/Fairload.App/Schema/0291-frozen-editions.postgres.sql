-- What was frozen stays as it is, and so does the record of who published it; it can be withdrawn once, with a reason.
create function frozen_edition_stays() returns trigger language plpgsql as $$
begin
    raise exception 'A frozen edition can not be changed or deleted.';
end $$;

create trigger frozen_edition_no_change before update or delete on frozen_edition
for each row execute function frozen_edition_stays();

create trigger frozen_edition_no_truncate before truncate on frozen_edition
for each statement execute function frozen_edition_stays();

create function publication_stays() returns trigger language plpgsql as $$
begin
    raise exception 'A publication can only be withdrawn, and once.';
end $$;

create trigger publication_no_update before update on publication
for each row when (old.withdrawn_at is not null or new.id <> old.id or new.frozen_id <> old.frozen_id or new.level <> old.level
    or new.why <> old.why or new.consulted <> old.consulted or new.decided_by <> old.decided_by or new.decided_at <> old.decided_at
    or new.embargo_until is distinct from old.embargo_until)
execute function publication_stays();

create trigger publication_no_delete before delete on publication
for each row execute function publication_stays();

create trigger publication_no_truncate before truncate on publication
for each statement execute function publication_stays();
