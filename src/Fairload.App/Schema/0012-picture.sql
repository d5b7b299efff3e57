-- Counts the changes to what the pages tell of: people, teams, cases, scores, settings and imports. What was worked out at one count
-- holds until the next.
create table picture (
    version bigint not null
);
insert into picture (version) values (0);
