-- How many contacts and referrals came on each day, as the newest extract of a source counts them: no person, no case.
create table intake_day (
    id         uuid    not null primary key,
    source     text    not null,
    kind       text    not null,
    came_on    date    not null,
    count      integer not null check (count >= 0),
    brought_by uuid    null references import_run (id),
    version    integer not null
);
create unique index intake_day_once on intake_day (source, kind, came_on);
