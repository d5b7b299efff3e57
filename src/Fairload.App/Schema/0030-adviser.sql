-- Who advises the holder of a case, from one day to another. Half-open, as an assignment is.
create table case_adviser (
    id         uuid    not null primary key,
    case_id    uuid    not null references case_record (id),
    worker_id  uuid    not null references worker (id),
    from_on    date    not null,
    to_on      date    null,
    entered_by text    not null,
    version    integer not null,
    check (to_on is null or from_on <= to_on)
);
-- One at a time: two who advise answer for nothing.
create unique index case_adviser_one_open on case_adviser (case_id) where to_on is null;
create index case_adviser_by_case on case_adviser (case_id);
create index case_adviser_by_worker on case_adviser (worker_id, to_on);
