-- Two heaps with nothing between them: who has voted, and how many said what. Neither holds a time, and no row holds both. When the vote
-- is over only what came of it is left.
create table felt_voter (
    action_id uuid    not null references agreed_action (id),
    round     integer not null,
    worker_id uuid    not null references worker (id),
    primary key (action_id, round, worker_id)
);

create table felt_count (
    action_id   uuid    not null references agreed_action (id),
    round       integer not null,
    felt        integer not null,
    not_felt    integer not null,
    cannot_tell integer not null,
    primary key (action_id, round)
);

create table felt_result (
    action_id   uuid    not null references agreed_action (id),
    round       integer not null,
    is_shown    boolean not null,
    felt        integer null,
    not_felt    integer null,
    cannot_tell integer null,
    people      integer null,
    released_on date    not null,
    primary key (action_id, round),
    check (is_shown = (felt is not null))
);
