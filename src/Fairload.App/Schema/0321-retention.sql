-- How long records are kept, where the council has decided otherwise than the program suggests.
create table retention_rule (
    kind      text        not null primary key,
    months    integer     not null check (months between 1 and 1200),
    reason    text        not null check (length(reason) > 0),
    agreed_by text        not null,
    agreed_at timestamptz not null,
    version   integer     not null
);

-- What must not be deleted, whatever the rules say: of a person or of a case.
create table legal_hold (
    id        uuid        not null primary key,
    worker_id uuid        null references worker (id),
    case_id   uuid        null references case_record (id),
    reason    text        not null check (length(reason) > 0),
    put_by    text        not null,
    put_at    timestamptz not null,
    lifted_by text        null,
    lifted_at timestamptz null,
    version   integer     not null,
    check ((worker_id is null) <> (case_id is null))
);
create unique index legal_hold_of_worker on legal_hold (worker_id) where lifted_at is null and worker_id is not null;
create unique index legal_hold_of_case on legal_hold (case_id) where lifted_at is null and case_id is not null;

-- What was deleted, as counts: nothing here says whose it was.
create table deletion_log (
    id         uuid        not null primary key,
    deleted_at timestamptz not null,
    kind       text        not null,
    before_on  date        not null,
    deleted    integer     not null check (deleted >= 0),
    held_back  integer     not null check (held_back >= 0),
    deleted_by text        not null
);
create index deletion_log_by_time on deletion_log (deleted_at);
