-- An extract that shows a third person goes past what was agreed here: nothing is left to be entered.
alter table allocation_decision add column overtaken_on date null;

-- Those that extracts went past already; on which day was not kept.
update allocation_decision set overtaken_on = decided_on
where entered_on is null
    and exists (select 1 from case_record c where c.id = allocation_decision.case_id and c.closed_on is null)
    and not exists (select 1 from assignment a
        where a.case_id = allocation_decision.case_id and a.to_on is null and a.worker_id = allocation_decision.worker_id)
    and not exists (select 1 from allocation_decision later
        where later.case_id = allocation_decision.case_id and later.decided_at > allocation_decision.decided_at);
