-- A change to teams, or to who employs a service: prepared for a day, done on it as a whole, or taken back before.
create table reorganisation (
    id          uuid        not null primary key,
    state       text        not null check (state in ('Prepared', 'Applied', 'Withdrawn')),
    due_on      date        not null,
    -- Which teams, into what, who goes where: the plan as it was looked at last.
    plan        text        not null,
    prepared_by text        not null,
    prepared_at timestamptz not null,
    settled_by  text        not null,
    settled_at  timestamptz null,
    people      integer     not null,
    cases       integer     not null,
    version     integer     not null,
    check ((state = 'Prepared') = (settled_at is null))
);
create index reorganisation_by_state on reorganisation (state, due_on);

-- That the work of one team went to another. A team that was split has several.
create table team_line (
    id                uuid not null primary key,
    from_id           uuid not null references team (id),
    to_id             uuid not null references team (id),
    from_on           date not null,
    reorganisation_id uuid not null references reorganisation (id),
    check (from_id <> to_id),
    unique (from_id, to_id)
);
create index team_line_by_to on team_line (to_id);

-- Names that teams had. Extracts may still use them.
create table former_team_name (
    id                uuid not null primary key,
    team_id           uuid not null references team (id),
    folded            text not null,
    written           text not null,
    until_on          date not null,
    reorganisation_id uuid not null references reorganisation (id)
);
create index former_team_name_by_team on former_team_name (team_id);
create index former_team_name_by_name on former_team_name (folded, until_on);
