-- Which kinds of file there are is said by the program: a new one needs no new table.
alter table import_run drop constraint if exists import_run_kind_check;
