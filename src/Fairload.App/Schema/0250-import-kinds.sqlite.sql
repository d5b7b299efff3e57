-- Which kinds of file there are is said by the program. SQLite has no other way to take a check from a table that others point at.
pragma writable_schema = on;
update sqlite_schema
set sql = replace(sql, 'check (kind in (''Staff'', ''AnnexA'', ''Cases'', ''Scores''))', 'check (length(kind) > 0)')
where type = 'table' and name = 'import_run';
pragma writable_schema = reset;
