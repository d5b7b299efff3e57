-- Which kinds of lists there are, the program says: a new kind needs no new script. SQLite takes no rule away from a table, so the table
-- is laid down anew; who points at it is asked again when all of this is stored.
pragma defer_foreign_keys = on;
create temporary table import_run_kept as select * from import_run;
drop table import_run;
create table import_run (
    id            uuid        not null primary key,
    kind          text        not null,
    file_name     text        not null,
    matching      text        not null,
    as_of         date        not null,
    state         text        not null check (state in ('Looked', 'Applied', 'Undone', 'Abandoned')),
    close_missing boolean     not null,
    looked_at     timestamptz not null,
    looked_by     text        not null,
    applied_at    timestamptz null,
    applied_by    text        not null,
    undone_at     timestamptz null,
    undone_by     text        not null,
    outcome       text        not null,
    version       integer     not null
);
insert into import_run (
    id, kind, file_name, matching, as_of, state, close_missing, looked_at, looked_by, applied_at, applied_by, undone_at, undone_by,
    outcome, version)
select
    id, kind, file_name, matching, as_of, state, close_missing, looked_at, looked_by, applied_at, applied_by, undone_at, undone_by,
    outcome, version
from import_run_kept;
drop table import_run_kept;
