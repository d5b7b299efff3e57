-- Who was told that a reply to "not safe" is late: each account once a step. Seen when that account looks at the replies.
create table late_reply (
    answer_id  uuid        not null references allocation_answer (id),
    step       text        not null,
    account_id uuid        not null references account (id),
    told_at    timestamptz not null,
    seen_at    timestamptz null,
    primary key (answer_id, step, account_id)
);
create index late_reply_by_account on late_reply (account_id, seen_at);
