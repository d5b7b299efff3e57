-- What was promised to those who are asked can only become stricter, whoever changes the row.
create trigger survey_round_promise before update on survey_round
when old.state in ('Open', 'Closed') and (
    new.id <> old.id or new.floor < old.floor or new.comment_floor < old.comment_floor or new.mode <> old.mode
    or new.asks_role_group > old.asks_role_group or new.asks_length_of_service > old.asks_length_of_service
    or new.asks_experience > old.asks_experience or new.asks_contract > old.asks_contract
    or new.questionnaire <> old.questionnaire or new.questionnaire_version <> old.questionnaire_version or new.document <> old.document
    or new.mark <> old.mark or new.safe_person <> old.safe_person
    or new.state not in ('Open', 'Closed') or (old.state = 'Closed' and new.state <> 'Closed'))
begin
    select raise(abort, 'What was promised to those who are asked can not be weakened.');
end;

create trigger survey_round_stays before delete on survey_round
when old.state in ('Open', 'Closed')
begin
    select raise(abort, 'A round that people were invited to can not be deleted.');
end;

-- "insert or replace" would delete without asking the trigger above.
create trigger survey_round_no_replace before insert on survey_round
when exists (select 1 from survey_round where (id = new.id or mark = new.mark) and state in ('Open', 'Closed'))
begin
    select raise(abort, 'What was promised to those who are asked can not be weakened.');
end;

create trigger round_unit_no_insert before insert on round_unit
when (select state from survey_round where id = new.round_id) <> 'Planned'
begin
    select raise(abort, 'The units of a round stay as they were when it opened.');
end;

create trigger round_unit_no_update before update on round_unit
when (select state from survey_round where id = old.round_id) <> 'Planned'
begin
    select raise(abort, 'The units of a round stay as they were when it opened.');
end;

create trigger round_unit_no_delete before delete on round_unit
when (select state from survey_round where id = old.round_id) not in ('Planned', 'Cancelled')
begin
    select raise(abort, 'The units of a round stay as they were when it opened.');
end;

create trigger round_person_no_insert before insert on round_person
when (select state from survey_round where id = new.round_id) <> 'Planned'
begin
    select raise(abort, 'Who is asked stays as it was when the round opened.');
end;

create trigger round_person_no_update before update on round_person
when (select state from survey_round where id = old.round_id) <> 'Planned'
begin
    select raise(abort, 'Who is asked stays as it was when the round opened.');
end;

-- After the close the list may go, when its time is over.
create trigger round_person_no_delete before delete on round_person
when (select state from survey_round where id = old.round_id) = 'Open'
begin
    select raise(abort, 'Who is asked stays as it was when the round opened.');
end;

create trigger round_delivery_only_personal before insert on round_delivery
when (select mode || state from survey_round where id = new.round_id) not in ('PersonalCodesPlanned', 'PersonalCodesOpen')
begin
    select raise(abort, 'Whose code is whose is kept only with personal codes, and not after the close.');
end;
