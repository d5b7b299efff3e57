-- That the risks of a team, a place, a role or for one worker were assessed. About a person: who and which kind, and nothing of health.
create table risk_assessment (
    id         uuid        not null primary key,
    kind       text        not null,
    about      text        not null check (about in ('Team', 'Place', 'Role', 'Worker')),
    subject    text        not null,
    team_id    uuid        not null references team (id),
    worker_id  uuid        null references worker (id),
    done_on    date        not null,
    done_by    text        not null,
    review_on  date        not null,
    ended_on   date        null,
    entered_by text        not null,
    entered_at timestamptz not null,
    brought_by uuid        null references import_run (id),
    version    integer     not null,
    check (done_on < review_on),
    check ((worker_id is not null) = (about = 'Worker')),
    check ((length(subject) > 0) = (about in ('Place', 'Role')))
);
create index risk_assessment_by_team on risk_assessment (team_id, kind);

-- What happened at work. The worker stands there only where they chose to be named.
create table incident (
    id              uuid    not null primary key,
    kind            text    not null,
    happened_on     date    not null,
    team_id         uuid    not null references team (id),
    worker_id       uuid    null references worker (id),
    reported_on     date    not null,
    reported_by     text    not null,
    reference       text    not null,
    followed_up_on  date    null,
    followed_up_by  text    not null,
    outcome         text    not null,
    support_offered boolean null,
    brought_by      uuid    null references import_run (id),
    version         integer not null,
    check (followed_up_on is null or happened_on <= followed_up_on)
);
create index incident_by_team on incident (team_id, happened_on);

-- Rooms, kit, drawers: open until fixed, or until somebody says why it can not be.
create table small_thing (
    id          uuid    not null primary key,
    kind        text    not null,
    place       text    not null,
    what        text    not null,
    team_id     uuid    not null references team (id),
    reported_on date    not null,
    reported_by text    not null,
    owner_id    uuid    null references worker (id),
    owner_text  text    not null,
    state       text    not null check (state in ('Open', 'Fixed', 'Cannot')),
    answered_on date    null,
    answered_by text    not null,
    because     text    not null,
    others      integer not null check (others >= 0),
    version     integer not null,
    check ((answered_on is null) = (state = 'Open'))
);
create index small_thing_by_team on small_thing (team_id, state);

-- Who said "me too", so that nobody counts twice; gone when the thing is answered.
create table small_thing_voice (
    thing_id  uuid not null references small_thing (id),
    worker_id uuid not null references worker (id),
    primary key (thing_id, worker_id)
);

-- Complaints, comments, compliments; nobody is named.
create table feedback (
    id          uuid    not null primary key,
    kind        text    not null,
    nature      text    not null,
    received_on date    not null,
    answered_on date    null,
    outcome     text    not null,
    team_id     uuid    not null references team (id),
    reference   text    not null,
    entered_by  text    not null,
    brought_by  uuid    null references import_run (id),
    version     integer not null,
    check (answered_on is null or received_on <= answered_on)
);
create index feedback_by_team on feedback (team_id, received_on);
create unique index feedback_by_reference on feedback (reference) where reference <> '';
create unique index incident_by_reference on incident (reference) where reference <> '';

-- A week for which workers may write down what their time goes into, and what was let out of it.
create table time_use_round (
    id        uuid    not null primary key,
    week_on   date    not null,
    opened_by text    not null,
    opened_on date    not null,
    closed_on date    null,
    closed_by text    not null,
    document  text    not null,
    version   integer not null
);
create unique index time_use_round_by_week on time_use_round (week_on);

-- One worker's week. No day of entry and no history; deleted when its round is closed.
create table time_use_week (
    worker_id uuid not null references worker (id),
    week_on   date not null,
    document  text not null,
    primary key (worker_id, week_on)
);

-- Incidents and sickness of a quarter as they were let out once.
create table quarter_release (
    id          uuid    not null primary key,
    quarter     text    not null check (length(quarter) = 7),
    document    text    not null,
    released_by text    not null,
    released_on date    not null
);
create unique index quarter_release_by_quarter on quarter_release (quarter);
