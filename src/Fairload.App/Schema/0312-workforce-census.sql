-- What the workforce census says of a worker in a post, one year a file. Protected characteristics are not kept.
create table census_entry (
    id                 uuid           not null primary key,
    worker_id          uuid           not null references worker (id),
    year               integer        not null,
    swe_number         text           not null,
    is_agency          boolean        null,
    fte                numeric(8, 6)  null,
    fte30              numeric(8, 6)  null,
    org_role           integer        null,
    role_started_on    date           null,
    role_ended_on      date           null,
    start_origin       integer        null,
    leaver_destination integer        null,
    reason_left        integer        null,
    cases30            integer        null,
    days_lost          numeric(7, 2)  null,
    contract_weeks     numeric(6, 1)  null,
    is_absent30        boolean        null,
    absence_reasons    text           not null,
    status             text           not null,
    step_up            boolean        null,
    frontline          boolean        null,
    brought_by         uuid           null references import_run (id)
);
create index census_entry_by_worker on census_entry (worker_id, year);
create index census_entry_by_year on census_entry (year);
create index census_entry_by_import on census_entry (brought_by);
