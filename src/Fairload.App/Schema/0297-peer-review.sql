-- People of another council come as critical friends. Nowhere is there a grade.
create table peer_review (
    id            uuid    not null primary key,
    other_council text    not null check (other_council <> ''),
    from_on       date    not null,
    last_on       date    not null,
    team          text    not null,
    about         text    not null,
    written_by    text    not null,
    written_on    date    not null,
    version       integer not null,
    check (from_on <= last_on)
);

create table line_of_enquiry (
    id           uuid    not null primary key,
    review_id    uuid    not null references peer_review (id),
    number       integer not null check (number > 0),
    question     text    not null check (question <> ''),
    part         text    not null,
    strengths    text    not null,
    to_consider  text    not null,
    -- Counts of what was looked at; null for not counted.
    documents    integer null,
    data         integer null,
    interviews   integer null,
    observations integer null,
    files        integer null,
    response     text    not null,
    written_by   text    not null,
    written_on   date    not null,
    version      integer not null,
    unique (review_id, number)
);

-- What was said or seen, and never by whom: there is no author either.
create table review_note (
    id        uuid    not null primary key,
    review_id uuid    not null references peer_review (id),
    line      integer null,
    source    text    not null,
    people    integer null,
    says      text    not null check (says <> ''),
    noted_on  date    not null
);
create index review_note_by_review on review_note (review_id);
