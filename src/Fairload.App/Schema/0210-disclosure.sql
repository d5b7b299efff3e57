-- Every table of counts that was ever let out. A new one is held against all of them together with it.
create table disclosure_release (
    id          uuid        not null primary key,
    chain       text        not null,
    number      integer     not null,
    round       text        not null,
    title       text        not null,
    floor       integer     not null,
    population  text        not null,
    structure   text        not null,
    figures     integer     not null,
    cells       integer     not null,
    steps       bigint      not null,
    released_at timestamptz not null,
    released_on date        not null,
    released_by text        not null,
    unique (chain, number),
    check (floor >= 5),
    check (number >= 1)
);

create table disclosure_row (
    id           uuid    not null primary key,
    release_id   uuid    not null references disclosure_release (id),
    position     integer not null,
    round        text    not null,
    name         text    not null,
    cells        text    not null,
    turn         integer not null,
    shows_people boolean not null,
    unique (release_id, position)
);
