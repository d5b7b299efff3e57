-- The written plan that a load over the line demands. Never rewritten: the one that has not ended counts, the others are its history.
create table load_plan (
    id           uuid           not null primary key,
    worker_id    uuid           not null references worker (id),
    reason       text           not null,
    steps        text           not null,
    below_by     date           not null,
    percent_then numeric(14, 6) null,
    made_by      text           not null,
    made_at      timestamptz    not null,
    answer       text           not null,
    answer_words text           not null,
    answered_at  timestamptz    null,
    "end"        text           null,
    end_words    text           not null,
    ended_at     timestamptz    null,
    ended_by     text           not null,
    version      integer        not null,
    check (("end" is null) = (ended_at is null)),
    check ((answer = 'NotYet') = (answered_at is null))
);
create unique index load_plan_now on load_plan (worker_id) where ended_at is null;
create index load_plan_by_worker on load_plan (worker_id, made_at);

-- What a worker says that the score of a case misses, and the answer.
create table score_question (
    id          uuid        not null primary key,
    case_id     uuid        not null references case_record (id),
    worker_id   uuid        not null references worker (id),
    misses      text        not null,
    asked_at    timestamptz not null,
    due_on      date        not null,
    answer      text        null,
    reason      text        not null,
    answered_by text        not null,
    answered_at timestamptz null,
    version     integer     not null,
    check ((answer is null) = (answered_at is null))
);
create unique index score_question_open on score_question (case_id) where answered_at is null;
create index score_question_by_case on score_question (case_id, asked_at);
