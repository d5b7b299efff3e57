-- A round of people and carers never becomes one of staff, nor the other way round, once somebody was asked.
create trigger survey_round_respondents_stay before update on survey_round
when old.state in ('Open', 'Closed') and new.respondents <> old.respondents
begin
    select raise(abort, 'What was promised to those who are asked can not be weakened.');
end;

create trigger round_person_none_of_people before insert on round_person
when (select respondents from survey_round where id = new.round_id) <> 'Practitioners'
begin
    select raise(abort, 'Of people and carers nobody is listed.');
end;
