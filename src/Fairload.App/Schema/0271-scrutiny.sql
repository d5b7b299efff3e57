-- Meetings of elected members who look into the department: held, or still to come.
create table scrutiny_meeting (
    id                uuid        not null primary key,
    committee         text        not null,
    held_on           date        not null,
    -- Staff who came and did not agree to be named: no more than their number is kept.
    unnamed_witnesses integer     not null check (unnamed_witnesses >= 0),
    recorded_by       text        not null,
    recorded_at       timestamptz not null,
    version           integer     not null
);
create index scrutiny_meeting_by_day on scrutiny_meeting (held_on);

create table scrutiny_item (
    id         uuid    not null primary key,
    meeting_id uuid    not null references scrutiny_meeting (id),
    number     integer not null,
    title      text    not null,
    unique (meeting_id, number)
);

create table scrutiny_question (
    id          uuid    not null primary key,
    meeting_id  uuid    not null references scrutiny_meeting (id),
    number      integer not null,
    asked       text    not null,
    asked_by    text    not null,
    answer      text    not null,
    answered_on date    null,
    answered_by text    not null,
    version     integer not null,
    unique (meeting_id, number),
    check ((answered_on is null) = (answer = ''))
);

create table resolution (
    id           uuid    not null primary key,
    meeting_id   uuid    not null references scrutiny_meeting (id),
    number       integer not null,
    text         text    not null,
    shape        text    not null,
    published_by text    not null,
    published_on date    null,
    version      integer not null,
    unique (meeting_id, number),
    check ((published_on is null) = (published_by = ''))
);

-- Only who agreed to be named.
create table scrutiny_witness (
    id         uuid not null primary key,
    meeting_id uuid not null references scrutiny_meeting (id),
    name       text not null
);
create index scrutiny_witness_by_meeting on scrutiny_witness (meeting_id);

create table commission_message (
    id         uuid not null primary key,
    meeting_id uuid not null references scrutiny_meeting (id),
    text       text not null,
    given_by   text not null,
    given_on   date not null
);

-- That it was shown to an account, so that it is not shown again; not when.
create table commission_message_seen (
    message_id uuid not null references commission_message (id),
    account_id uuid not null references account (id),
    primary key (message_id, account_id)
);
