-- What a worker and a supervisor agree, version by version.
create table supervision_agreement (
    id                uuid        not null primary key,
    worker_id         uuid        not null references worker (id),
    number            integer     not null check (number > 0),
    supervisor_id     uuid        not null references worker (id),
    every             text        not null,
    minutes           integer     not null check (minutes > 0),
    place             text        not null,
    professional_id   uuid        null references worker (id),
    worker_brings     text        not null,
    supervisor_brings text        not null,
    review_by         date        not null,
    written_by        text        not null,
    written_at        timestamptz not null,
    agreed_on         date        null,
    version           integer     not null
);
create unique index supervision_agreement_one_a_number on supervision_agreement (worker_id, number);

create table supervision_session (
    id                 uuid        not null primary key,
    worker_id          uuid        not null references worker (id),
    supervisor_id      uuid        null references worker (id),
    first_planned_on   date        not null,
    planned_on         date        not null,
    -- As a clock on a wall shows it: 14:30; empty when it is not fixed.
    begins             text        not null,
    place              text        not null,
    moves              integer     not null check (moves >= 0),
    state              text        not null check (state in ('Planned', 'Held', 'Cancelled')),
    kind               text        null,
    held_on            date        null,
    minutes            integer     null check (minutes > 0),
    case_minutes       integer     null check (case_minutes >= 0),
    reflective_minutes integer     null check (reflective_minutes >= 0),
    is_interrupted     boolean     null,
    record             text        not null,
    cases              text        not null,
    cancelled_by       text        null,
    cancelled_because  text        null,
    -- Empty where a log brought it and nobody has changed it since.
    entered_by         text        not null,
    entered_at         timestamptz not null,
    answer             text        null,
    answered_at        timestamptz null,
    dispute            text        not null,
    reply              text        not null,
    replied_by         text        not null,
    replied_at         timestamptz null,
    brought_by         uuid        null references import_run (id),
    version            integer     not null,
    check ((state = 'Held') = (held_on is not null)),
    check ((state = 'Cancelled') = (cancelled_by is not null))
);
create index supervision_session_by_worker on supervision_session (worker_id, planned_on);
create index supervision_session_by_day on supervision_session (planned_on);
create index supervision_session_brought on supervision_session (brought_by);

create table supervision_action (
    id         uuid    not null primary key,
    session_id uuid    not null references supervision_session (id),
    number     integer not null check (number > 0),
    text       text    not null,
    done_on    date    null,
    done_by    text    not null,
    version    integer not null
);
create index supervision_action_by_session on supervision_action (session_id);

create table team_meeting (
    id                uuid        not null primary key,
    kind              text        not null,
    team_id           uuid        null references team (id),
    -- For a division; empty for the whole council.
    service           text        not null,
    held_on           date        not null,
    is_held           boolean     not null,
    minutes           integer     null check (minutes > 0),
    attended          integer     null check (attended >= 0),
    cancelled_because text        null,
    entered_by        text        not null,
    entered_at        timestamptz not null,
    brought_by        uuid        null references import_run (id),
    version           integer     not null,
    check (kind <> 'Team' or team_id is not null)
);
create index team_meeting_by_team on team_meeting (team_id, held_on);
create index team_meeting_brought on team_meeting (brought_by);
