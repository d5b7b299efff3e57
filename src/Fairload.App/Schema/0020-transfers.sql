create table transfer_checklist (
    code      text not null primary key,
    name      text not null,
    agreed_by text not null,
    live_from date not null,
    document  text not null
);

-- A case on its way from one team to another. At every moment one of the two answers for it.
create table transfer (
    id             uuid    not null primary key,
    case_id        uuid    not null references case_record (id),
    from_team_id   uuid    not null references team (id),
    to_team_id     uuid    not null references team (id),
    owner_team_id  uuid    not null references team (id),
    state          text    not null,
    worker_id      uuid    null references worker (id),
    with_id        uuid    null references worker (id),
    suggested      text    not null,
    choice_reason  text    not null,
    moves_on       date    null,
    reason         text    not null,
    handover       text    not null,
    wish           text    not null,
    returns        integer not null,
    is_ruled       boolean not null,
    checklist_code text    not null,
    proposed_on    date    not null,
    turn_since     date    not null,
    ended_on       date    null,
    version        integer not null,
    check (from_team_id <> to_team_id),
    check (owner_team_id = from_team_id or owner_team_id = to_team_id)
);
create unique index transfer_one_open on transfer (case_id) where ended_on is null;
create index transfer_by_case on transfer (case_id, proposed_on);

-- What the checklist asked for when the transfer was proposed: a later version asks nothing more of it.
create table transfer_item (
    id          uuid    not null primary key,
    transfer_id uuid    not null references transfer (id),
    position    integer not null,
    side        text    not null,
    says        text    not null,
    done_on     date    null,
    done_by     text    not null,
    unique (transfer_id, position)
);
