-- One script, both engines: only types that SQLite and PostgreSQL read the same way.
create table setting (
    name  text not null primary key,
    value text not null
);

create table import_run (
    id            uuid        not null primary key,
    kind          text        not null check (kind in ('Staff', 'AnnexA', 'Cases', 'Scores')),
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

-- The bytes of a file between looking and confirming; gone as soon as it is confirmed or abandoned.
create table import_file (
    import_id uuid  not null primary key references import_run (id),
    bytes     bytea not null
);

-- What a row was before an import changed or removed it, and what the import made of it. Rows that an import brought
-- carry its id themselves.
create table import_change (
    id         uuid    not null primary key,
    import_id  uuid    not null references import_run (id),
    sequence   integer not null,
    table_name text    not null,
    row_id     uuid    not null,
    before     text    not null,
    after      text    null,
    unique (import_id, sequence)
);

create table saved_matching (
    name     text        not null primary key,
    document text        not null,
    saved_by text        not null,
    saved_at timestamptz not null
);
