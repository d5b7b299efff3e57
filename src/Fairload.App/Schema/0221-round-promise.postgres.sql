-- What was promised to those who are asked can only become stricter, whoever changes the row.
create function survey_round_promise() returns trigger language plpgsql as $$
begin
    if tg_op = 'TRUNCATE' then
        raise exception 'Rounds that people were invited to can not be deleted.';
    end if;
    if old.state not in ('Open', 'Closed') then
        return case when tg_op = 'DELETE' then old else new end;
    end if;
    if tg_op = 'DELETE' then
        raise exception 'A round that people were invited to can not be deleted.';
    end if;
    if new.id <> old.id or new.floor < old.floor or new.comment_floor < old.comment_floor or new.mode <> old.mode
        or new.asks_role_group > old.asks_role_group or new.asks_length_of_service > old.asks_length_of_service
        or new.asks_experience > old.asks_experience or new.asks_contract > old.asks_contract
        or new.questionnaire <> old.questionnaire or new.questionnaire_version <> old.questionnaire_version
        or new.document <> old.document or new.mark <> old.mark or new.safe_person <> old.safe_person
        or new.state not in ('Open', 'Closed') or (old.state = 'Closed' and new.state <> 'Closed') then
        raise exception 'What was promised to those who are asked can not be weakened.';
    end if;
    return new;
end $$;

create trigger survey_round_promise before update or delete on survey_round
for each row execute function survey_round_promise();

create trigger survey_round_no_truncate before truncate on survey_round
for each statement execute function survey_round_promise();

create function round_list_stays() returns trigger language plpgsql as $$
declare
    standing text;
begin
    if tg_op = 'TRUNCATE' then
        raise exception 'The units and people of a round stay as they were when it opened.';
    end if;
    select state into standing from survey_round where id = case when tg_op = 'INSERT' then new.round_id else old.round_id end;
    if standing = 'Planned' or (tg_op = 'DELETE' and standing = 'Cancelled')
        or (tg_op = 'DELETE' and standing = 'Closed' and tg_table_name = 'round_person') then
        return case when tg_op = 'DELETE' then old else new end;
    end if;
    raise exception 'The units and people of a round stay as they were when it opened.';
end $$;

create trigger round_unit_stays before insert or update or delete on round_unit
for each row execute function round_list_stays();

create trigger round_person_stays before insert or update or delete on round_person
for each row execute function round_list_stays();

create trigger round_unit_no_truncate before truncate on round_unit
for each statement execute function round_list_stays();

create trigger round_person_no_truncate before truncate on round_person
for each statement execute function round_list_stays();

create function round_delivery_only_personal() returns trigger language plpgsql as $$
begin
    if (select mode || state from survey_round where id = new.round_id) not in ('PersonalCodesPlanned', 'PersonalCodesOpen') then
        raise exception 'Whose code is whose is kept only with personal codes, and not after the close.';
    end if;
    return new;
end $$;

create trigger round_delivery_only_personal before insert on round_delivery
for each row execute function round_delivery_only_personal();
