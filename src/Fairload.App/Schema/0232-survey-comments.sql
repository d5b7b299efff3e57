-- What readers left of a comment. What was written itself stays in the ballot store. It keeps no time.
create table comment_reading (
    id            uuid    not null primary key,
    round_id      uuid    not null references survey_round (id),
    item          text    not null,
    service       text    not null,
    text          text    not null,
    reasons       text    not null,
    first_reader  uuid    not null references account (id),
    second_reader uuid    null references account (id),
    is_passed_on  boolean not null,
    check (second_reader is null or second_reader <> first_reader),
    check (length(text) > 0 or length(reasons) > 0)
);
create index comment_reading_by_round on comment_reading (round_id);

-- Second readers whom the principal social worker named.
create table comment_reader (
    round_id   uuid not null references survey_round (id),
    account_id uuid not null references account (id),
    named_by   text not null,
    primary key (round_id, account_id)
);

-- What was let out, once, in its order.
create table survey_comments (
    round_id    uuid not null primary key references survey_result (round_id),
    document    text not null,
    released_by text not null,
    released_on date not null,
    purged_by   text not null,
    purged_on   date null,
    check ((purged_on is null) = (purged_by = ''))
);
