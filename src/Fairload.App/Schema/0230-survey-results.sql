-- What was let out of a round, once. Every page and file of results is made from it, and nothing else is.
create table survey_result (
    round_id    uuid    not null primary key references survey_round (id),
    document    text    not null,
    floor       integer not null check (floor >= 5),
    figures     integer not null check (figures >= 0),
    released_by text    not null,
    released_on date    not null
);

-- What a group that stands out wants said beside its figures.
create table survey_context_note (
    round_id   uuid        not null references survey_result (round_id),
    group_key  text        not null,
    text       text        not null check (length(text) between 1 and 1000),
    written_by text        not null,
    written_at timestamptz not null,
    version    integer     not null,
    primary key (round_id, group_key)
);
