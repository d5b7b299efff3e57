-- What workers write to themselves: encrypted, read by nobody else, deleted when they want.
create table own_note (
    id         uuid not null primary key,
    worker_id  uuid not null references worker (id),
    written_on date not null,
    shut       text not null
);
create index own_note_by_worker on own_note (worker_id);

-- What somebody says of their supervision in a half-year: no session, no day and no history. Gone when the figures are let out.
create table usefulness (
    worker_id uuid    not null references worker (id),
    half_year date    not null,
    speak     integer not null check (speak between 1 and 5),
    helped    integer not null check (helped between 1 and 5),
    primary key (worker_id, half_year)
);

-- Half-years of which figures were let out, or nothing could be. Nothing else of the answers is ever shown.
create table usefulness_release (
    id          uuid not null primary key,
    half_year   date not null,
    document    text not null,
    released_by text not null,
    released_on date not null
);
create unique index usefulness_release_one_a_half_year on usefulness_release (half_year);
