-- Ballots that were keyed in from paper or a telephone, while the round is open: which they are, so that the same page sent twice is one of
-- them, and for which unit, so that no unit has more of them than people. Nothing says when or by whom. Deleted at the close.
create table keyed (
    round      bytea   not null references round (id),
    ballot_key bytea   not null,
    unit       text    not null,
    uses_code  integer not null,
    primary key (round, ballot_key)
);

alter table keyed alter column round set statistics 0, alter column ballot_key set statistics 0, alter column unit set statistics 0,
    alter column uses_code set statistics 0;
