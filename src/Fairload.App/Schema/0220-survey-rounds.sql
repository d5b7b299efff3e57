-- Questionnaires of the council's own. A number is never changed once it is there.
create table questionnaire (
    code        text        not null,
    number      integer     not null check (number >= 1),
    document    text        not null,
    imported_by text        not null,
    imported_at timestamptz not null,
    primary key (code, number)
);

-- One running of a questionnaire. What people answer is not here: it lies in the ballot store.
create table survey_round (
    id                     uuid    not null primary key,
    mark                   text    not null unique check (length(mark) = 2),
    questionnaire          text    not null,
    questionnaire_version  integer not null,
    document               text    not null,
    mode                   text    not null check (mode in ('PersonalCodes', 'HandedOut', 'Kiosk')),
    state                  text    not null check (state in ('Planned', 'Open', 'Closed', 'Cancelled')),
    opens_on               date    not null,
    closes_on              date    not null,
    floor                  integer not null check (floor >= 5),
    comment_floor          integer not null,
    asks_role_group        boolean not null,
    asks_length_of_service boolean not null,
    asks_experience        boolean not null,
    asks_contract          boolean not null,
    safe_person            text    not null,
    site                   text    not null,
    planned_by             text    not null,
    planned_on             date    not null,
    opened_by              text    not null,
    opened_on              date    null,
    closed_by              text    not null,
    closed_on              date    null,
    reminders              integer not null check (reminders between 0 and 2),
    unreached              integer not null check (unreached >= 0),
    sheets                 integer not null check (sheets >= 0),
    steward_hash           text    not null,
    version                integer not null,
    check (opens_on < closes_on),
    check (comment_floor >= floor),
    check ((state in ('Planned', 'Cancelled')) = (opened_on is null)),
    check ((state = 'Closed') = (closed_on is not null))
);

-- A team, or like teams that are shown together. Their ids stand in teams, parted by blanks.
create table round_unit (
    id       uuid    not null primary key,
    round_id uuid    not null references survey_round (id),
    number   integer not null,
    name     text    not null,
    service  text    not null,
    teams    text    not null,
    people   integer not null check (people >= 0),
    unique (round_id, number),
    unique (round_id, name)
);

-- Who is asked, frozen. The worker is no reference: the list stays as it was when the staff list moves on.
create table round_person (
    id                uuid    not null primary key,
    round_id          uuid    not null references survey_round (id),
    worker_id         uuid    not null,
    unit_id           uuid    not null references round_unit (id),
    role_group        text    not null,
    length_of_service text    not null,
    experience        text    not null,
    contract          text    not null,
    is_away           boolean not null,
    unique (round_id, worker_id)
);
create index round_person_by_worker on round_person (worker_id);

-- Whose code is whose: with personal codes alone, until the last reminder has gone or the round closes.
create table round_delivery (
    id          uuid    not null primary key,
    round_id    uuid    not null references survey_round (id),
    worker_id   uuid    not null,
    address     text    not null,
    code        text    not null unique,
    is_sent     boolean not null,
    is_answered boolean not null,
    unique (round_id, worker_id)
);
