-- How runs stand among others.

-- The run's own priority, from 1 to 5, instead of those in its project.
alter table run add column priority smallint;
-- The groups in which the run takes its turn, and how many of each may run at once. Null of a waiting run: it waits
-- until none of its workflow runs, as all did that were written before.
alter table run add column turns jsonb;
-- The backfill that the run is part of.
alter table run add column backfill text;
create index run_by_backfill on run (backfill, id) where backfill is not null;
