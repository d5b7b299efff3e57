-- What a person entered by hand between extracts: a mark on a record, until an extract confirms it. The record is a case, a worker, an
-- absence or a reduction, by the kind; it may be gone when an extract was settled to be right.
create table entered_here (
    id         uuid        not null primary key,
    kind       text        not null,
    record_id  uuid        not null,
    said       text        not null,
    before     text        not null,
    entered_by text        not null,
    entered_at timestamptz not null,
    entered_on date        not null,
    state      text        not null,
    settled_on date        null,
    theirs     text        not null,
    theirs_on  date        null,
    version    integer     not null,
    check ((settled_on is null) = (state = 'Open')),
    check ((theirs_on is null) = (theirs = ''))
);
create unique index entered_here_now on entered_here (kind, record_id) where state = 'Open';
create index entered_here_by_record on entered_here (record_id);

-- Which of the two is right, as a person settled it; remembered for the very words of the extract.
create table entered_answer (
    id          uuid        not null primary key,
    mark_id     uuid        not null references entered_here (id),
    theirs      text        not null,
    keeps_ours  boolean     not null,
    answered_by text        not null,
    answered_at timestamptz not null
);
create index entered_answer_by_mark on entered_answer (mark_id, answered_at);
