-- What shows how things are, with the parts of frameworks to which it belongs.
create table evidence_piece (
    id           uuid    not null primary key,
    title        text    not null check (title <> ''),
    shows        text    not null,
    effective_on date    not null,
    expires_on   date    null,
    owner        text    not null,
    -- Codes, parted by commas.
    parts        text    not null,
    measures     text    not null,
    readers      text    not null,
    added_on     date    not null,
    written_by   text    not null,
    written_on   date    not null,
    version      integer not null,
    check (expires_on is null or effective_on < expires_on)
);

-- A newer file or link takes the place of the older; both stay.
create table evidence_version (
    id         uuid        not null primary key,
    piece_id   uuid        not null references evidence_piece (id),
    number     integer     not null check (number > 0),
    file_name  text        not null,
    media_type text        not null,
    bytes      bigint      not null check (bytes >= 0),
    sha256     text        not null,
    link       text        not null,
    added_by   text        not null,
    added_at   timestamptz not null,
    unique (piece_id, number),
    check ((link = '') = (sha256 <> ''))
);

-- Files by the hash of their bytes, so that the same file is kept once; in pieces, so that none is ever in memory as a whole.
create table evidence_blob (
    sha256 text    not null primary key,
    bytes  bigint  not null check (bytes > 0),
    chunks integer not null check (chunks > 0)
);

create table evidence_chunk (
    sha256  text    not null references evidence_blob (sha256),
    number  integer not null check (number > 0),
    content bytea   not null,
    primary key (sha256, number)
);

-- Who of outside may read which parts, and until when.
create table evidence_entry (
    id         uuid        not null primary key,
    account_id uuid        not null references account (id),
    parts      text        not null check (parts <> ''),
    from_on    date        not null,
    last_on    date        not null,
    why        text        not null,
    given_by   text        not null,
    given_at   timestamptz not null,
    ended_at   timestamptz null,
    ended_by   text        not null,
    version    integer     not null,
    check (from_on <= last_on)
);
create index evidence_entry_by_account on evidence_entry (account_id);
