-- A vacant post and what becomes of it. Nothing about whoever applied.
create table vacancy (
    id            uuid          not null primary key,
    team_id       uuid          not null references team (id),
    level         text          not null,
    fte           numeric(6, 4) not null check (fte > 0),
    advertised_on date          null,
    closes_on     date          null,
    interview_on  date          null,
    expected_on   date          null,
    ending        text          null check (ending in ('Filled', 'GivenUp')),
    ended_on      date          null,
    entered_by    text          not null,
    entered_at    timestamptz   not null,
    changed_by    text          not null,
    changed_at    timestamptz   not null,
    version       integer       not null,
    check ((ending is null) = (ended_on is null))
);
create index vacancy_by_team on vacancy (team_id, ended_on);
