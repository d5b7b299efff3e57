-- A round of people and carers never becomes one of staff, nor the other way round, once somebody was asked.
create function survey_round_respondents_stay() returns trigger language plpgsql as $$
begin
    raise exception 'What was promised to those who are asked can not be weakened.';
end $$;

create trigger survey_round_respondents_stay before update on survey_round for each row
when (old.state in ('Open', 'Closed') and new.respondents <> old.respondents)
execute function survey_round_respondents_stay();

create function round_person_none_of_people() returns trigger language plpgsql as $$
begin
    if (select respondents from survey_round where id = new.round_id) <> 'Practitioners' then
        raise exception 'Of people and carers nobody is listed.';
    end if;
    return new;
end $$;

create trigger round_person_none_of_people before insert on round_person
for each row execute function round_person_none_of_people();
