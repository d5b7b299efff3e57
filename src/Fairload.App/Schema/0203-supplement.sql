-- What no extract tells of a case and who takes it hangs on, in versions: the one that is not replaced counts, the others are its history.
create table case_supplement (
    id                uuid        not null primary key,
    case_id           uuid        not null references case_record (id),
    number            integer     not null,
    language          text        not null,
    language_is_must  boolean     not null,
    wish              text        not null,
    about_id          uuid        null references worker (id),
    locality          text        not null,
    conflicts_entered integer     not null,
    conflicts_ended   integer     not null,
    entered_by        text        not null,
    entered_at        timestamptz not null,
    replaced_at       timestamptz null,
    version           integer     not null,
    check ((about_id is null) = (wish = 'NotStated')),
    check (number >= 1)
);
create unique index case_supplement_now on case_supplement (case_id) where replaced_at is null;
create unique index case_supplement_by_number on case_supplement (case_id, number);

-- Who has a conflict of interest in a case, from one day to another. Half-open, as an assignment is. The reason is one of a few words.
create table case_conflict (
    id         uuid    not null primary key,
    case_id    uuid    not null references case_record (id),
    worker_id  uuid    not null references worker (id),
    reason     text    not null,
    from_on    date    not null,
    to_on      date    null,
    entered_by text    not null,
    ended_by   text    not null,
    version    integer not null,
    check (to_on is null or from_on <= to_on)
);
create unique index case_conflict_now on case_conflict (case_id, worker_id) where to_on is null;
create index case_conflict_by_worker on case_conflict (worker_id, to_on);

-- Languages, skills and goals that were entered about a person: codes of the council's own short lists.
create table worker_word (
    id         uuid    not null primary key,
    worker_id  uuid    not null references worker (id),
    kind       text    not null,
    word       text    not null,
    from_on    date    not null,
    to_on      date    null,
    entered_by text    not null,
    ended_by   text    not null,
    version    integer not null,
    check (to_on is null or from_on <= to_on)
);
create unique index worker_word_now on worker_word (worker_id, kind, word) where to_on is null;
