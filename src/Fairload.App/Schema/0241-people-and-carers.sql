-- Who is asked: staff of a list that is frozen, or people who use services and carers, of whom there is none.
alter table survey_round add column respondents text not null default 'Practitioners'
    check (respondents in ('Practitioners', 'PeopleAndCarers'));

-- Of the people of a unit those who have no address to which a code could be sent.
alter table round_unit add column unreached integer not null default 0 check (unreached >= 0);

-- How many sheets were handed out for a unit, where somebody counted them. Whom they went to is written nowhere.
create table round_handed_out (
    unit_id  uuid    not null primary key references round_unit (id),
    round_id uuid    not null references survey_round (id),
    sheets   integer not null check (sheets between 0 and 20000)
);

-- Who may type in what was answered on paper, beside principal social workers. That they did so is written nowhere.
create table round_typist (
    round_id   uuid not null references survey_round (id),
    account_id uuid not null references account (id),
    named_by   text not null,
    primary key (round_id, account_id)
);
