-- Which kinds of lists there are, the program says: a new kind needs no new script.
alter table import_run drop constraint if exists import_run_kind_check;
