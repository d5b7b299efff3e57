-- What whoever holds a case writes for the next worker. It goes with the decision by which the case is given on.
create table handover_note (
    id          uuid        not null primary key,
    case_id     uuid        not null references case_record (id),
    worker_id   uuid        not null references worker (id),
    text        text        not null,
    written_at  timestamptz not null,
    decision_id uuid        null references allocation_decision (id),
    version     integer     not null
);
create unique index handover_note_open on handover_note (case_id, worker_id) where decision_id is null;
create index handover_note_by_decision on handover_note (decision_id);
