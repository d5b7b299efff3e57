-- What a worker says to a case that was given to them, and the written reply.
create table allocation_answer (
    id           uuid    not null primary key,
    decision_id  uuid    not null references allocation_decision (id),
    worker_id    uuid    not null references worker (id),
    kind         text    not null,
    words        text    not null,
    answered_at  timestamptz not null,
    to_role      text    null,
    to_worker_id uuid    null references worker (id),
    reply_due_on date    null,
    -- By which somebody looks after the case until the reply.
    interim_id   uuid    null references allocation_decision (id),
    reply        text    not null,
    replied_by   text    not null,
    replied_at   timestamptz null,
    replied_on   date    null,
    outcome      text    null,
    version      integer not null
);
create index allocation_answer_by_decision on allocation_answer (decision_id, answered_at);
create index allocation_answer_by_worker on allocation_answer (worker_id);
create index allocation_answer_owed on allocation_answer (replied_at, reply_due_on);
create index allocation_decision_by_kind on allocation_decision (kind);
