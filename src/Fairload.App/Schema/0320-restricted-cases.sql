-- Cases that are shown to nobody but named people: relatives of staff, adoption, people on a list of names. What the council calls the case
-- lies here and nowhere else; everywhere else it has another name, and its kind a mark before it.
create table restricted_case (
    case_id       uuid        not null primary key references case_record (id) on delete cascade,
    number        integer     not null unique check (number > 0),
    reference     text        not null,
    why           text        not null check (why in ('StaffRelative', 'Adoption', 'NamedPerson', 'Other')),
    reason        text        not null check (length(reason) > 0),
    restricted_by uuid        not null references account (id),
    restricted_at timestamptz not null,
    version       integer     not null
);

-- Who may open it without saying why.
create table restricted_reader (
    case_id    uuid        not null references restricted_case (case_id) on delete cascade,
    account_id uuid        not null references account (id),
    named_at   timestamptz not null,
    primary key (case_id, account_id)
);

-- Who opened it by a reason, until when, and who was told of it.
create table restricted_opening (
    id         uuid        not null primary key,
    case_id    uuid        not null references case_record (id) on delete cascade,
    account_id uuid        not null references account (id),
    reason     text        not null check (length(reason) > 0),
    opened_at  timestamptz not null,
    ends_at    timestamptz not null
);
create index restricted_opening_by_case on restricted_opening (case_id, opened_at);

create table restricted_notice (
    opening_id uuid        not null references restricted_opening (id) on delete cascade,
    account_id uuid        not null references account (id),
    seen_at    timestamptz null,
    primary key (opening_id, account_id)
);
