-- What was promised. No row is ever taken away but by undoing the import that brought it.
create table agreed_action (
    id               uuid    not null primary key,
    year             integer not null,
    number           integer not null check (number > 0),
    what             text    not null check (what <> ''),
    why              text    not null,
    source_kind      text    not null,
    source_reference text    not null,
    source_words     text    not null,
    owner_id         uuid    not null references account (id),
    owner_role       text    not null,
    first_due_on     date    not null,
    due_on           date    not null,
    -- A code; empty for none.
    measure          text    not null,
    direction        text    null,
    team_id          uuid    null references team (id),
    -- Empty with no team for the whole council.
    service          text    not null,
    state            text    not null check (state in ('Open', 'Done', 'Refused')),
    done_on          date    null,
    evidence         text    not null,
    times_done       integer not null,
    resolution_id    uuid    null references resolution (id),
    published_by     text    not null,
    published_on     date    null,
    agreed_by        text    not null,
    agreed_on        date    not null,
    brought_by       uuid    null references import_run (id),
    version          integer not null,
    unique (year, number),
    check ((state = 'Done') = (done_on is not null)),
    check ((measure = '') = (direction is null)),
    check (team_id is null or service = ''),
    check ((published_on is null) = (published_by = ''))
);
create index agreed_action_by_owner on agreed_action (owner_id, state);
create index agreed_action_by_resolution on agreed_action (resolution_id);

create table action_move (
    id        uuid        not null primary key,
    action_id uuid        not null references agreed_action (id),
    from_on   date        not null,
    to_on     date        not null,
    reason    text        not null check (reason <> ''),
    moved_by  text        not null,
    moved_on  date        not null,
    moved_at  timestamptz not null
);
create index action_move_by_action on action_move (action_id);

create table action_note (
    id        uuid        not null primary key,
    action_id uuid        not null references agreed_action (id),
    kind      text        not null,
    field     text        not null,
    before    text        not null,
    text      text        not null,
    noted_by  text        not null,
    noted_on  date        not null,
    noted_at  timestamptz not null
);
create index action_note_by_action on action_note (action_id);

create table action_refusal (
    id          uuid        not null primary key,
    action_id   uuid        not null references agreed_action (id),
    because     text        not null check (because <> ''),
    decided_by  text        not null check (decided_by <> ''),
    -- Whole pounds; null is not known.
    cost_from   bigint      null,
    cost_to     bigint      null,
    consequence text        not null check (consequence <> ''),
    needs_money boolean     not null,
    refused_by  text        not null,
    refused_on  date        not null,
    refused_at  timestamptz not null
);
create index action_refusal_by_action on action_refusal (action_id);

create table action_saying (
    id        uuid        not null primary key,
    action_id uuid        not null references agreed_action (id),
    side      text        not null,
    number    integer     not null,
    kind      text        not null,
    words     text        not null,
    said_by   text        not null,
    said_on   date        not null,
    said_at   timestamptz not null,
    unique (action_id, side, number)
);

-- Each step up the line once for each day that was promised.
create table action_step (
    action_id uuid not null references agreed_action (id),
    due_on    date not null,
    step      text not null,
    taken_on  date not null,
    primary key (action_id, due_on, step)
);

create table action_told (
    action_id  uuid        not null references agreed_action (id),
    due_on     date        not null,
    step       text        not null,
    account_id uuid        not null references account (id),
    seen_at    timestamptz null,
    primary key (action_id, due_on, step, account_id)
);
create index action_told_by_account on action_told (account_id, seen_at);
