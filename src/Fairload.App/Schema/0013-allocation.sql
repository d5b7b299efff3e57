create table reserved_statement (
    code      text not null primary key,
    name      text not null,
    agreed_by text not null,
    live_from date not null,
    document  text not null
);

-- What a person decided: who takes a case, and what else was suggested.
create table allocation_decision (
    id          uuid      not null primary key,
    case_id     uuid      not null references case_record (id),
    worker_id   uuid      not null references worker (id),
    with_id     uuid      null references worker (id),
    decided_on  date      not null,
    decided_at  timestamptz not null,
    decided_by  text      not null,
    -- Staff ids in the order in which they were suggested, parted by blanks.
    suggested   text      not null,
    reason      text      not null,
    note        text      not null,
    -- Who held it before, as ids of staff parted by blanks; empty for nobody.
    held_before text      not null,
    -- The day of the extract that showed the new holder; null until then.
    entered_on  date      null,
    version     integer   not null
);
create index allocation_decision_by_case on allocation_decision (case_id, decided_at);

-- Something that one person has to be told. The text is made from its kind when it is read, so that nothing stands here twice.
create table notice (
    id          uuid      not null primary key,
    worker_id   uuid      not null references worker (id),
    kind        text      not null,
    decision_id uuid      not null references allocation_decision (id),
    created_at  timestamptz not null,
    seen_at     timestamptz null,
    version     integer   not null
);
create index notice_by_worker on notice (worker_id, seen_at);
create index notice_by_decision on notice (decision_id);
