-- A year's health check, and every step that was taken in it, forward or back.
create table health_check_cycle (
    id        uuid    not null primary key,
    year      integer not null unique,
    framework text    not null,
    from_on   date    not null,
    to_on     date    not null,
    step      text    not null,
    opened_by text    not null,
    version   integer not null,
    check (from_on <= to_on)
);

create table health_check_step (
    id       uuid    not null primary key,
    cycle_id uuid    not null references health_check_cycle (id),
    number   integer not null,
    step     text    not null,
    taken_on date    not null,
    by       text    not null,
    reason   text    not null
);
create unique index health_check_step_once on health_check_step (cycle_id, number);

-- Figures as they stood when the report was begun. They are never changed: who goes back and comes again freezes them anew.
create table frozen_figures (
    id        uuid        not null primary key,
    cycle_id  uuid        not null references health_check_cycle (id),
    document  text        not null,
    frozen_at timestamptz not null
);
create index frozen_figures_by_cycle on frozen_figures (cycle_id, frozen_at);

-- What was found, and what was said on it, without who said it.
create table finding (
    id         uuid    not null primary key,
    cycle_id   uuid    not null references health_check_cycle (id),
    number     integer not null,
    kind       text    not null,
    part       text    not null,
    measures   text    not null,
    unit       text    not null,
    says       text    not null,
    context    text    not null,
    teach      text    not null,
    written_by text    not null,
    written_on date    not null,
    version    integer not null
);
create unique index finding_once on finding (cycle_id, number);

create table finding_voice (
    id         uuid not null primary key,
    finding_id uuid not null references finding (id),
    side       text not null,
    stance     text not null,
    says       text not null,
    heard_on   date not null
);
create index finding_voice_by_finding on finding_voice (finding_id);

create table forum (
    id       uuid    not null primary key,
    cycle_id uuid    not null references health_check_cycle (id),
    held_on  date    not null,
    place    text    not null,
    hosts    text    not null,
    people   integer null check (people >= 0),
    notes    text    not null
);
create index forum_by_cycle on forum (cycle_id, held_on);

-- On which step of the ladder a part stands. The one that is not replaced counts.
create table judgement (
    id          uuid        not null primary key,
    cycle_id    uuid        not null references health_check_cycle (id),
    part        text        not null,
    step        text        not null,
    shown       text        not null,
    because     text        not null,
    staff_say   text        not null,
    judged_by   text        not null,
    judged_at   timestamptz not null,
    replaced_at timestamptz null,
    version     integer     not null
);
create unique index judgement_now on judgement (cycle_id, part) where replaced_at is null;
