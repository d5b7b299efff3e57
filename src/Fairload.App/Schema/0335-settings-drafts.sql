-- Weights and factors that are thought about and not agreed. One of a kind at a time; what was agreed goes to its own table, and the
-- draft goes.
create table settings_draft (
    kind     text        not null primary key,
    document text        not null,
    saved_by text        not null,
    saved_at timestamptz not null,
    version  integer     not null
);
