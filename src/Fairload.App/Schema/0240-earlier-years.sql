-- Figures of surveys before this program was there, as a file told them, with their wording. None is about fewer people than the floor.
create table earlier_figure (
    source      text        not null,
    year        integer     not null check (year between 1990 and 2200),
    group_name  text        not null,
    wording_key text        not null check (length(wording_key) > 0),
    measure     text        not null check (measure in ('Favourable', 'Mean', 'Count')),
    answer      text        not null,
    wording     text        not null,
    scale       text        not null,
    value       numeric(12, 4) null,
    answered    integer     null check (answered >= 5),
    imported_by text        not null,
    imported_at timestamptz not null,
    primary key (source, year, group_name, wording_key, measure, answer),
    check (answered is not null or value is null)
);

-- Somebody said that an earlier question is the same as an item, whatever its wording.
create table same_question (
    questionnaire text        not null,
    wording_key   text        not null,
    item          text        not null,
    said_by       text        not null,
    said_at       timestamptz not null,
    primary key (questionnaire, wording_key)
);
