create table case_record (
    id            uuid    not null primary key,
    reference     text    not null,
    source        text    not null,
    area          text    not null check (area in ('Children', 'Adults')),
    type_code     text    not null,
    started_on    date    null,
    closed_on     date    null,
    close_reason  text    not null,
    previous_id   uuid    null references case_record (id),
    family        text    not null,
    travel_band   text    not null,
    in_court      boolean not null,
    tier          integer null check (tier between 1 and 3),
    first_seen_on date    not null,
    missing_since date    null,
    brought_by    uuid    null references import_run (id),
    version       integer not null
);
-- One open case a person a source: a second one is a mistake in an extract.
create unique index case_record_one_open on case_record (source, reference) where closed_on is null;
create index case_record_by_reference on case_record (reference);
create index case_record_by_family on case_record (family);
-- Without it taking back the cases of an import looks at every case for each of them.
create index case_record_by_previous on case_record (previous_id);

create table assignment (
    id            uuid          not null primary key,
    case_id       uuid          not null references case_record (id),
    worker_id     uuid          null references worker (id),
    worker_name   text          not null,
    team_id       uuid          null references team (id),
    team_name     text          not null,
    share         numeric(5, 4) not null check (share > 0 and share <= 1),
    from_on       date          not null,
    from_is_known boolean       not null,
    -- Since when the worker holds the case, over all the teams that it lay in meanwhile.
    held_since_on       date    not null,
    held_since_is_known boolean not null,
    worker_stays        boolean not null,
    to_on         date          null,
    brought_by    uuid          null references import_run (id),
    version       integer       not null,
    check (to_on is null or from_on <= to_on)
);
create index assignment_by_case on assignment (case_id);
create index assignment_by_worker on assignment (worker_id, to_on);
create index assignment_by_team on assignment (team_id, to_on);
create index assignment_held on assignment (to_on);

create table case_event (
    id          uuid    not null primary key,
    case_id     uuid    not null references case_record (id),
    kind        text    not null,
    happened_on date    not null,
    brought_by  uuid    null references import_run (id),
    version     integer not null,
    unique (case_id, kind)
);

create table score (
    id         uuid        not null primary key,
    case_id    uuid        not null references case_record (id),
    by         text        not null check (by in ('Practitioner', 'Supervisor', 'Agreed')),
    factor_set text        not null,
    scored_on  date        not null,
    scored_by  text        not null,
    factors    text        not null check (length(factors) = 6),
    entered_at timestamptz not null,
    brought_by uuid        null references import_run (id)
);
create index score_by_case on score (case_id, by, scored_on);

-- Factor sets and weights are versions: a row is added and never changed, so that an old load keeps the weights of its day.
create table factor_set (
    code      text    not null primary key,
    area      text    not null check (area in ('Children', 'Adults')),
    name      text    not null,
    agreed_by text    not null,
    live_from date    not null,
    document  text    not null
);

create table weight_set (
    code      text    not null primary key,
    name      text    not null,
    agreed_by text    not null,
    live_from date    not null,
    document  text    not null
);

-- Loads as they stood on the day of an extract, so that red weeks and trends can be told. percent is null with the bands that have none.
create table load_snapshot (
    id         uuid           not null primary key,
    as_of      date           not null,
    worker_id  uuid           not null references worker (id),
    team_id    uuid           null references team (id),
    points     numeric(10, 4) not null,
    low        numeric(10, 4) not null,
    high       numeric(10, 4) not null,
    unscored   integer        not null,
    cases      integer        not null,
    capacity   numeric(10, 4) null,
    percent    numeric(14, 6) null,
    band       text           not null,
    weight_set text           not null,
    brought_by uuid           null references import_run (id)
);
create index load_snapshot_by_worker on load_snapshot (worker_id, brought_by, as_of);
create index load_snapshot_by_team on load_snapshot (team_id, as_of);
create index load_snapshot_by_day on load_snapshot (as_of);
