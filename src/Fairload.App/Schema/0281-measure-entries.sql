-- Figures that people enter or bring by a sheet, and who will know what is not known yet. The one that is not replaced counts.
create table measure_entry (
    id          uuid           not null primary key,
    measure     text           not null,
    service     text           not null,
    from_on     date           not null,
    to_on       date           not null,
    numerator   numeric(18, 4) null check (numerator >= 0),
    denominator numeric(18, 4) null check (denominator > 0),
    value       numeric(18, 6) null check (value >= 0),
    in_place    text           null,
    says        text           not null,
    who_knows   text           not null,
    known_by    date           null,
    entered_by  text           not null,
    entered_at  timestamptz    not null,
    brought_by  uuid           null references import_run (id),
    replaced_at timestamptz    null,
    version     integer        not null,
    check (from_on <= to_on)
);
create unique index measure_entry_now on measure_entry (measure, service, to_on) where replaced_at is null;
