-- Who did what to a transfer. Written once.
create table transfer_step (
    id            uuid        not null primary key,
    transfer_id   uuid        not null references transfer (id),
    number        integer     not null,
    kind          text        not null,
    state         text        not null,
    owner_team_id uuid        not null references team (id),
    taken_at      timestamptz not null,
    taken_on      date        not null,
    taken_by      text        not null,
    words         text        not null,
    worker_id     uuid        null references worker (id),
    moves_on      date        null,
    unique (transfer_id, number)
);

create trigger transfer_step_no_update before update on transfer_step
begin
    select raise(abort, 'The history of a transfer can not be changed.');
end;

create trigger transfer_step_no_delete before delete on transfer_step
begin
    select raise(abort, 'The history of a transfer can not be deleted from.');
end;

-- "insert or replace" would delete without asking the trigger above.
create trigger transfer_step_no_replace before insert on transfer_step
when exists (select 1 from transfer_step where id = new.id or (transfer_id = new.transfer_id and number = new.number))
begin
    select raise(abort, 'The history of a transfer can not be changed.');
end;
