-- A round of case file audits, with everything that is needed to draw its sample again.
create table audit_round (
    id         uuid    not null primary key,
    number     integer not null unique check (number > 0),
    from_on    date    not null,
    last_on    date    not null,
    team_id    uuid    null references team (id),
    service    text    not null,
    due_on     date    not null,
    drawn_on   date    not null,
    drawn_by   text    not null,
    seed       text    not null check (seed <> ''),
    list_count integer not null,
    list_hash  text    not null,
    drawn      integer not null,
    learning   text    not null,
    written_by text    not null,
    written_on date    null,
    version    integer not null,
    check (from_on <= last_on),
    check (drawn <= list_count)
);

-- The references from which it was drawn, one a line, in their order.
create table audit_list (
    round_id   uuid not null primary key references audit_round (id),
    refs       text not null
);

create table audit_file (
    id                 uuid        not null primary key,
    round_id           uuid        not null references audit_round (id),
    number             integer     not null check (number > 0),
    case_id            uuid        not null references case_record (id),
    reference          text        not null,
    team_id            uuid        null references team (id),
    auditor_id         uuid        not null references account (id),
    auditor_name       text        not null,
    reaudit_of_id      uuid        null references audit_file (id),
    overall            text        null,
    summary            text        not null,
    family             text        not null,
    reaudit_on         date        null,
    finished_at        timestamptz null,
    moderated          text        null,
    moderated_why      text        not null,
    moderated_by_id    uuid        null references account (id),
    moderated_by       text        not null,
    moderated_at       timestamptz null,
    urgent             text        not null,
    urgent_at          timestamptz null,
    urgent_answer      text        not null,
    urgent_answered_by text        not null,
    urgent_answered_at timestamptz null,
    version            integer     not null,
    unique (round_id, number),
    unique (round_id, case_id),
    check (finished_at is null or overall is not null),
    check (moderated is null or finished_at is not null),
    check (moderated_by_id is null or moderated_by_id <> auditor_id)
);
create index audit_file_by_auditor on audit_file (auditor_id);
create index audit_file_by_case on audit_file (case_id);
create unique index audit_file_once_again on audit_file (reaudit_of_id) where reaudit_of_id is not null;

create table audited_section (
    file_id        uuid    not null references audit_file (id),
    code           text    not null,
    grade          text    null,
    does_not_apply boolean not null,
    note           text    not null,
    primary key (file_id, code),
    check (grade is null or not does_not_apply)
);
