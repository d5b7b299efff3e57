-- What led to a decision. Until now there was one way.
alter table allocation_decision add column kind text not null default 'Allocated';
