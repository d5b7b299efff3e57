-- The ballot store: a schema of its own with an owner of its own. It knows no person, no time, no address and no order; every key is
-- random or a hash.
create table round (
    id               bytea   not null primary key,
    state            integer not null check (state between 0 and 3),
    floor            integer not null check (floor >= 5),
    invited          integer not null check (invited > 0),
    kiosk            integer not null,
    unlocked         integer not null,
    slot             integer not null,
    service_question text    null,
    services         text    not null,
    public_key       bytea   not null,
    closed_by        text    null,
    record           text    null
);

-- used: 0 not yet, 1 spent, 2 spent and handed over.
create table code (
    round bytea   not null references round (id),
    hash  bytea   not null,
    used  integer not null check (used between 0 and 2),
    primary key (round, hash)
);

create table seal (
    round      bytea not null references round (id),
    id         bytea not null,
    public_key bytea not null,
    primary key (round, id)
);

create table sealed (
    round      bytea not null references round (id),
    ballot_key bytea not null,
    seal       bytea not null,
    bytes      bytea not null,
    primary key (round, ballot_key)
) with (toast_tuple_target = 8160);

-- What is sealed can not be made smaller, and a usual ballot fits a page.
alter table sealed alter column bytes set storage external;

-- What the server notes about columns to plan its queries would outlive the rows: hashes of codes and keys of ballots.
alter table code alter column round set statistics 0, alter column hash set statistics 0, alter column used set statistics 0;
alter table seal alter column round set statistics 0, alter column id set statistics 0, alter column public_key set statistics 0;
alter table sealed alter column round set statistics 0, alter column ballot_key set statistics 0, alter column seal set statistics 0,
    alter column bytes set statistics 0;

create table ballot (
    round      bytea not null references round (id),
    ballot_key bytea not null,
    bytes      bytea not null,
    primary key (round, ballot_key)
);

create table comment (
    round       bytea not null references round (id),
    comment_key bytea not null,
    item        text  not null,
    service     text  null,
    words       text  not null,
    primary key (round, comment_key)
);

alter table ballot alter column ballot_key set statistics 0, alter column bytes set statistics 0;
alter table comment alter column comment_key set statistics 0, alter column item set statistics 0, alter column service set statistics 0,
    alter column words set statistics 0;

create function round_only_gets_stricter() returns trigger language plpgsql as $$
begin
    if new.floor < old.floor or new.state < old.state or new.invited <> old.invited or new.kiosk <> old.kiosk or new.slot <> old.slot
        or new.service_question is distinct from old.service_question or new.services <> old.services
        or new.public_key <> old.public_key then
        raise exception 'The rules of a round can not be weakened.';
    end if;
    return new;
end $$;

create trigger round_only_gets_stricter before update on round for each row execute function round_only_gets_stricter();

create function code_stays_spent() returns trigger language plpgsql as $$
begin
    raise exception 'A code that is spent stays spent.';
end $$;

create trigger code_stays_spent before update on code for each row when (new.used < old.used) execute function code_stays_spent();

create function sealed_only_while_open() returns trigger language plpgsql as $$
begin
    if exists (select 1 from given g where not exists (select 1 from round r where r.id = g.round and r.state = 0)) then
        raise exception 'The round takes no more ballots.';
    end if;
    return null;
end $$;

create trigger sealed_only_while_open after insert on sealed referencing new table as given
for each statement execute function sealed_only_while_open();
