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

create function transfer_step_stays() returns trigger language plpgsql as $$
begin
    raise exception 'The history of a transfer can not be changed or deleted from.';
end $$;

create trigger transfer_step_no_change before update or delete on transfer_step
for each row execute function transfer_step_stays();

create trigger transfer_step_no_truncate before truncate on transfer_step
for each statement execute function transfer_step_stays();
