-- More kinds of files than the four that the first list held; the program knows which. A column's own check goes with the column.
alter table import_run add column kind_of_file text not null default 'Staff' check (length(kind_of_file) > 0);
update import_run set kind_of_file = kind;
alter table import_run drop column kind;
alter table import_run rename column kind_of_file to kind;
