-- The rest of what no extract tells of a case: family, court, travel, label, and who works on it beside its holder. Empty says: as the
-- extract has it. What a sheet brought names its import, so that it can be taken back.
alter table case_supplement add column family text not null default '';
alter table case_supplement add column court text not null default '';
alter table case_supplement add column hearing_on date null;
alter table case_supplement add column travel text not null default '';
alter table case_supplement add column label text not null default '';
alter table case_supplement add column co_workers_entered integer not null default 0;
alter table case_supplement add column co_workers_ended integer not null default 0;
alter table case_supplement add column brought_by uuid null references import_run (id);
alter table case_conflict add column brought_by uuid null references import_run (id);
create index case_supplement_by_family on case_supplement (family, replaced_at);
create index case_supplement_by_import on case_supplement (brought_by);

-- Somebody entered here as a co-worker, from one day to another. Their part is an assignment; this row keeps an extract that knows only
-- the holder from ending it.
create table case_co_worker (
    id         uuid          not null primary key,
    case_id    uuid          not null references case_record (id),
    worker_id  uuid          not null references worker (id),
    share      numeric(5, 4) not null,
    from_on    date          not null,
    to_on      date          null,
    entered_by text          not null,
    ended_by   text          not null,
    brought_by uuid          null references import_run (id),
    version    integer       not null,
    check (share > 0 and share < 1),
    check (to_on is null or from_on <= to_on)
);
create unique index case_co_worker_now on case_co_worker (case_id, worker_id) where to_on is null;
create index case_co_worker_by_worker on case_co_worker (worker_id, to_on);
create index case_co_worker_by_import on case_co_worker (brought_by);
