-- What became of each file that was found in the inbox. The bytes lie in its folder done or held.
create table inbox_file (
    id         uuid        not null primary key,
    name       text        not null,
    kept_as    text        not null,
    hash       text        not null,
    fate       text        not null,
    -- The reason as the key of its sentence and what goes in the gaps; empty for a file that was taken in.
    reason     text        not null,
    args       text        not null,
    import_id  uuid        null references import_run (id),
    found_at   timestamptz not null,
    check (fate in ('Taken', 'Held', 'Refused'))
);
create index inbox_file_by_hash on inbox_file (hash);
create index inbox_file_by_day on inbox_file (found_at);

-- The heartbeat: one row, kept by whichever node has the turn.
create table inbox_watch (
    id         uuid        not null primary key,
    looked_at  timestamptz not null,
    looked_by  text        not null,
    busy_until timestamptz null,
    trouble    text        not null,
    version    integer     not null
);
