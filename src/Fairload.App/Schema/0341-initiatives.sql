-- What is asked of teams beside casework: a row a version, of which one counts. Places are names of services or ids of teams, a line each;
-- a team that an import takes back, or that a reorganisation ends, is one of which nothing is asked any more.
create table initiative (
    id          uuid           not null primary key,
    first_id    uuid           not null,
    number      integer        not null check (number >= 1),
    name        text           not null,
    kind        text           not null,
    asked_by    text           not null,
    why         text           not null,
    told        text           not null,
    told_on     date           null,
    hours       numeric(10, 2) null check (hours is null or hours > 0),
    per         text           not null,
    reach       text           not null,
    places      text           not null,
    starts_on   date           not null,
    expected_on date           null,
    ended_on    date           null,
    outcome     text           not null,
    entered_by  text           not null,
    entered_at  timestamptz    not null,
    replaced_at timestamptz    null,
    version     integer        not null,
    check ((ended_on is null) = (outcome = ''))
);
create unique index initiative_now on initiative (first_id) where replaced_at is null;
create unique index initiative_by_number on initiative (first_id, number);
