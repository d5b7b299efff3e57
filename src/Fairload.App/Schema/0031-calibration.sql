-- Several people score the same made-up cases apart.
create table calibration_round (
    id         uuid    not null primary key,
    area       text    not null check (area in ('Children', 'Adults')),
    factor_set text    not null,
    -- Codes of the vignettes, parted by blanks.
    vignettes  text    not null,
    opened_on  date    not null,
    closes_on  date    not null,
    opened_by  text    not null,
    -- Ended before its day.
    ended_on   date    null,
    version    integer not null,
    check (opened_on < closes_on)
);

-- Who gave what is for that person alone: no page shows it to anybody else.
create table calibration_answer (
    id       uuid    not null primary key,
    round_id uuid    not null references calibration_round (id),
    scorer   uuid    not null references account (id),
    vignette text    not null,
    factors  text    not null check (length(factors) = 6),
    version  integer not null,
    unique (round_id, scorer, vignette)
);

create table calibration_finish (
    id          uuid        not null primary key,
    round_id    uuid        not null references calibration_round (id),
    scorer      uuid        not null references account (id),
    finished_at timestamptz not null,
    unique (round_id, scorer)
);
