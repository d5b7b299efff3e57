-- A notice may be about a booking of the panel instead of a decision.
create table notice_next (
    id          uuid      not null primary key,
    worker_id   uuid      not null references worker (id),
    kind        text      not null,
    decision_id uuid      null references allocation_decision (id),
    booking_id  uuid      null references panel_booking (id),
    created_at  timestamptz not null,
    seen_at     timestamptz null,
    version     integer   not null,
    check (decision_id is not null or booking_id is not null)
);
insert into notice_next (id, worker_id, kind, decision_id, created_at, seen_at, version)
select id, worker_id, kind, decision_id, created_at, seen_at, version from notice;
drop table notice;
alter table notice_next rename to notice;
create index notice_by_worker on notice (worker_id, seen_at);
create index notice_by_decision on notice (decision_id);
create index notice_by_booking on notice (booking_id);
