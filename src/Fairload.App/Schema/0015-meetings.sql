-- An allocation meeting: a proposal that people change line by line.
create table allocation_meeting (
    id                 uuid    not null primary key,
    scope              text    not null,
    team_id            uuid    null references team (id),
    service            text    not null,
    -- Whose caseload is spread.
    worker_id          uuid    null references worker (id),
    most_moves         integer not null,
    seed               bigint  not null,
    steps              bigint  not null,
    managers_take_part boolean not null,
    opened_by          text    not null,
    opened_at          timestamptz not null,
    state              text    not null,
    present            text    not null,
    minutes            text    not null,
    ended_by           text    not null,
    ended_at           timestamptz null,
    version            integer not null
);
create index allocation_meeting_by_state on allocation_meeting (state, opened_at);

-- What is proven about the proposal as it stands, as it was worked out; loads before and after of everybody in it.
create table meeting_plan (
    meeting_id uuid not null primary key references allocation_meeting (id),
    document   text not null
);

create table meeting_line (
    id          uuid    not null primary key,
    meeting_id  uuid    not null references allocation_meeting (id),
    case_id     uuid    not null references case_record (id),
    from_id     uuid    null references worker (id),
    to_id       uuid    null references worker (id),
    with_id     uuid    null references worker (id),
    mark        text    not null,
    reason      text    not null,
    note        text    not null,
    marked_by   text    not null,
    marked_at   timestamptz null,
    decision_id uuid    null references allocation_decision (id),
    version     integer not null,
    unique (meeting_id, case_id)
);
create index meeting_line_by_case on meeting_line (case_id);

-- Not to this person.
create table meeting_refusal (
    id        uuid not null primary key,
    line_id   uuid not null references meeting_line (id),
    worker_id uuid not null references worker (id),
    "by"      text not null,
    at        timestamptz not null,
    unique (line_id, worker_id)
);

-- Who changed what, and what it did to the proposal. Loads are parts of capacity.
create table meeting_edit (
    id              uuid    not null primary key,
    meeting_id      uuid    not null references allocation_meeting (id),
    number          integer not null,
    kind            text    not null,
    case_id         uuid    null references case_record (id),
    worker_id       uuid    null references worker (id),
    reason          text    not null,
    "by"            text    not null,
    at              timestamptz not null,
    heaviest_before numeric null,
    heaviest_after  numeric null,
    placed_before   integer null,
    placed_after    integer not null,
    jain_before     double precision null,
    jain_after      double precision not null,
    unique (meeting_id, number)
);
