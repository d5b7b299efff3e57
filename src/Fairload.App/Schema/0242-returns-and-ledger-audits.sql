-- What the employer says of a year, by name. A signed one stays as it is; a corrected one has the next number.
create table employers_return (
    id        uuid    not null primary key,
    year      integer not null,
    number    integer not null,
    document  text    not null,
    reason    text    not null,
    begun_by  text    not null,
    begun_on  date    not null,
    signed_by text    not null,
    position  text    not null,
    signed_on date    null,
    version   integer not null,
    unique (year, number),
    check (number >= 1),
    check ((number = 1) = (reason = '')),
    check ((signed_on is null) = (signed_by = '')),
    check ((signed_on is null) = (position = ''))
);
create unique index employers_return_one_begun on employers_return (year) where signed_on is null;

-- Each section is saved for itself, so that two people can fill in two of them at once.
create table return_section (
    return_id uuid        not null references employers_return (id),
    code      text        not null,
    answers   text        not null,
    saved_by  text        not null,
    saved_at  timestamptz not null,
    version   integer     not null,
    primary key (return_id, code)
);

-- What came of each audit of the ledger of releases.
create table ledger_audit (
    id         uuid        not null primary key,
    held_at    timestamptz not null,
    held_on    date        not null,
    held_by    text        not null,
    chains     integer     not null,
    releases   integer     not null,
    figures    integer     not null,
    not_proved text        not null
);
create index ledger_audit_by_time on ledger_audit (held_at);
