-- Several nodes on one database. All of this can be added under a server of the version before.

-- What a batch names, and a claimer moves on: a batch under an older number is refused as a whole.
alter table node add column fence bigint not null default 0;
-- Since when this database has heard of the node without a gap: one that was away itself declares nobody dead.
alter table node add column steady_since timestamptz not null default clock_timestamp();
-- Until then its worker may have attempts under way; later none can be.
alter table node add column worker_until timestamptz not null default clock_timestamp();
-- It is stopping, and gives its partitions away.
alter table node add column draining boolean not null default false;

-- A message to the worker of an incarnation, with -1 for a partition; null for the owner of a partition.
alter table message add column worker bigint;
create index message_by_worker on message (worker) where worker is not null;
