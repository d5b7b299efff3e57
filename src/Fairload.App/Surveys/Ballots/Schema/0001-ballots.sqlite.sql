-- The ballot store: a file of its own. It knows no person, no time, no address and no order; every key is random or a hash.
create table round (
    id               blob    not null primary key,
    state            integer not null check (state between 0 and 3),
    floor            integer not null check (floor >= 5),
    invited          integer not null check (invited > 0),
    kiosk            integer not null,
    unlocked         integer not null,
    slot             integer not null,
    service_question text    null,
    services         text    not null,
    public_key       blob    not null,
    closed_by        text    null,
    record           text    null
) strict, without rowid;

-- used: 0 not yet, 1 spent, 2 spent and handed over.
create table code (
    round blob    not null references round (id),
    hash  blob    not null,
    used  integer not null check (used between 0 and 2),
    primary key (round, hash)
) strict, without rowid;

create table seal (
    round      blob not null references round (id),
    id         blob not null,
    public_key blob not null,
    primary key (round, id)
) strict, without rowid;

create table sealed (
    round      blob not null references round (id),
    ballot_key blob not null,
    seal       blob not null,
    bytes      blob not null,
    primary key (round, ballot_key)
) strict, without rowid;

create table ballot (
    round      blob not null references round (id),
    ballot_key blob not null,
    bytes      blob not null,
    primary key (round, ballot_key)
) strict, without rowid;

create table comment (
    round       blob not null references round (id),
    comment_key blob not null,
    item        text not null,
    service     text null,
    words       text not null,
    primary key (round, comment_key)
) strict, without rowid;

create trigger round_only_gets_stricter before update on round
when new.floor < old.floor or new.state < old.state or new.invited <> old.invited or new.kiosk <> old.kiosk or new.slot <> old.slot
    or new.service_question is not old.service_question or new.services <> old.services or new.public_key <> old.public_key
begin
    select raise(abort, 'The rules of a round can not be weakened.');
end;

create trigger code_stays_spent before update on code when new.used < old.used
begin
    select raise(abort, 'A code that is spent stays spent.');
end;

create trigger sealed_only_while_open before insert on sealed
when not exists (select 1 from round where id = new.round and state = 0)
begin
    select raise(abort, 'The round takes no more ballots.');
end;
