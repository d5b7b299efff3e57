-- What somebody said of themselves to see whether work falls evenly. No day and no history: taking it back leaves nothing.
create table own_group (
    worker_id uuid not null references worker (id),
    question  text not null,
    option    text not null check (length(option) between 1 and 40),
    primary key (worker_id, question)
);

-- Figures by group that were let out, for months that no other release looks at. Nothing else of the groups is ever shown.
create table fairness_release (
    id          uuid    not null primary key,
    from_on     date    not null,
    to_on       date    not null,
    document    text    not null,
    released_by text    not null,
    released_on date    not null,
    check (from_on < to_on)
);
create unique index fairness_release_from on fairness_release (from_on);
