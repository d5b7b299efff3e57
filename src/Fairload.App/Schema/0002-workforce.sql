create table team (
    id           uuid    not null primary key,
    name         text    not null unique,
    service      text    not null,
    employer     text    not null,
    from_on      date    null,
    to_on        date    null,
    successor_id uuid    null references team (id),
    brought_by   uuid    null references import_run (id),
    version      integer not null,
    check (from_on is null or to_on is null or from_on <= to_on)
);
create index team_by_service on team (service);

create table worker (
    id                   uuid          not null primary key,
    staff_number         text          not null unique,
    name                 text          not null,
    other_names          text          not null,
    swe_number           text          null,
    role                 text          not null,
    level                text          not null,
    employer             text          not null,
    fte                  numeric(6, 4) null check (fte >= 0),
    hours                numeric(6, 2) null check (hours >= 0),
    employment_type      text          not null,
    starts_on            date          null,
    ends_on              date          null,
    asye_started_on      date          null,
    approvals            text          not null,
    languages            text          not null,
    email                text          null,
    manager_staff_number text          null,
    brought_by           uuid          null references import_run (id),
    version              integer       not null
);
create index worker_by_manager on worker (manager_staff_number);

create table membership (
    id         uuid          not null primary key,
    worker_id  uuid          not null references worker (id),
    team_id    uuid          not null references team (id),
    share      numeric(6, 4) not null check (share > 0 and share <= 1),
    from_on    date          null,
    to_on      date          null,
    brought_by uuid          null references import_run (id)
);
create index membership_by_team on membership (team_id);
create index membership_by_worker on membership (worker_id);

create table post (
    id              uuid          not null primary key,
    team_id         uuid          not null references team (id),
    level           text          not null,
    established_fte numeric(8, 2) not null check (established_fte >= 0),
    brought_by      uuid          null references import_run (id)
);
create index post_by_team on post (team_id);

create table absence (
    id         uuid not null primary key,
    worker_id  uuid not null references worker (id),
    from_on    date not null,
    to_on      date null,
    category   text not null,
    brought_by uuid null references import_run (id),
    check (to_on is null or from_on <= to_on)
);
create index absence_by_worker on absence (worker_id);

create table reduction (
    id         uuid          not null primary key,
    worker_id  uuid          not null references worker (id),
    reason     text          not null,
    percent    numeric(5, 2) not null check (percent >= 0 and percent <= 100),
    from_on    date          null,
    to_on      date          null,
    brought_by uuid          null references import_run (id)
);
create index reduction_by_worker on reduction (worker_id);

create table extra_duty (
    id         uuid          not null primary key,
    worker_id  uuid          not null references worker (id),
    duty       text          not null,
    points     numeric(7, 2) not null check (points >= 0),
    from_on    date          null,
    to_on      date          null,
    brought_by uuid          null references import_run (id)
);
create index extra_duty_by_worker on extra_duty (worker_id);

-- What a name in an extract was settled to be: one worker, one team, or nobody.
create table settled_name (
    id         uuid        not null primary key,
    folded     text        not null,
    written    text        not null,
    worker_id  uuid        null references worker (id),
    team_id    uuid        null references team (id),
    is_nobody  boolean     not null,
    settled_by text        not null,
    settled_at timestamptz not null,
    check ((worker_id is not null and team_id is null and not is_nobody)
        or (worker_id is null and team_id is not null and not is_nobody)
        or (worker_id is null and team_id is null and is_nobody))
);
create unique index settled_name_once on settled_name (folded) where team_id is null;
create unique index settled_team_once on settled_name (folded) where team_id is not null;
