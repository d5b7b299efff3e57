-- Sentences of a report that a person put in other words: empty where the program's own was set back.
create table edited_sentence (
    id         uuid        not null primary key,
    cycle_id   uuid        not null,
    edition    text        not null,
    language   text        not null,
    slot       text        not null,
    text       text        not null,
    instead_of text        not null,
    written_by text        not null,
    written_at timestamptz not null,
    version    integer     not null,
    unique (cycle_id, edition, language, slot)
);

-- An edition as it was when it was frozen, called by what it holds.
create table frozen_edition (
    id       uuid        not null primary key,
    cycle_id uuid        not null,
    year     integer     not null,
    edition  text        not null,
    language text        not null,
    hash     text        not null,
    document text        not null,
    made_by  text        not null,
    made_at  timestamptz not null,
    unique (cycle_id, hash),
    check (length(hash) = 64)
);
create index frozen_edition_by_year on frozen_edition (year, language);

-- Who decided that an edition is published, for whom and why. A withdrawn one stays.
create table publication (
    id                uuid        not null primary key,
    frozen_id         uuid        not null references frozen_edition (id),
    level             text        not null,
    why               text        not null,
    consulted         text        not null,
    decided_by        text        not null,
    decided_at        timestamptz not null,
    embargo_until     timestamptz null,
    withdrawn_by      text        not null,
    withdrawn_at      timestamptz null,
    withdrawn_because text        not null,
    check ((withdrawn_at is null) = (withdrawn_by = '')),
    check ((withdrawn_at is null) = (withdrawn_because = ''))
);
create index publication_by_edition on publication (frozen_id);

-- Which person says that a part is exempt from publication, and by which section of the law.
create table exemption_claim (
    id          uuid not null primary key,
    cycle_id    uuid not null,
    part        text not null,
    section     text not null,
    reason      text not null,
    claimed_by  text not null,
    claimed_on  date not null,
    given_up_by text not null,
    given_up_on date null,
    check ((given_up_on is null) = (given_up_by = ''))
);
create unique index exemption_claim_one_standing on exemption_claim (cycle_id, part) where given_up_on is null;
