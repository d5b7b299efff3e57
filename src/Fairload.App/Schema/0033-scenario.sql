-- What-ifs that were kept by name. Nothing of them is real: people stand in the document by id, and nothing points at them.
create table scenario (
    id       uuid        not null primary key,
    name     text        not null,
    team_id  uuid        null references team (id),
    service  text        not null,
    document text        not null,
    made_by  text        not null,
    made_at  timestamptz not null,
    check ((team_id is null) <> (service = ''))
);
