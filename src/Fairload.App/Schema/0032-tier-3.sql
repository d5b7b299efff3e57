-- Cases of tier 3 in somebody's hands on the day of an extract; null for snapshots taken before this was kept.
alter table load_snapshot add column tier3 integer null;
