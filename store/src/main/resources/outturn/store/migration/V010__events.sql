-- Events that start runs, and runs that wait for runs of other workflows.

alter table run add column triggered_by text; -- workflow/trigger

-- What came for a trigger and what has become of it, once for each key: the same event twice is one row. Kept for 30 days
-- after it was last seen; what waits in a join, for as long as it waits.
create table seen_event (
  trigger text not null,              -- workflow/trigger; '' for a CloudEvent that no trigger is about
  part text not null,                 -- of a joined trigger; '' for none
  key text not null,
  partition smallint not null,        -- where the trigger is kept
  state text not null,                -- received waiting started refused expired ignored unmatched
  business_date date not null,
  came timestamptz not null,
  last_seen timestamptz not null,
  event_values jsonb,
  run bigint,                         -- that it started
  reason text not null default '',
  primary key (trigger, part, key)
);
create index seen_event_waiting on seen_event (partition) where state = 'waiting';
create index seen_event_by_time on seen_event (came desc);
create index seen_event_by_last_seen on seen_event (last_seen);

-- Which ends of runs and tasks the keepers of triggers were told, once each. Kept for 30 days.
create table end_told (
  partition smallint not null,        -- of the keeper
  key text not null,
  at timestamptz not null default now(),
  primary key (partition, key)
);
create index end_told_by_time on end_told (at);

-- Paths that were looked at before: what is found from then on is new.
create table file_watch (
  trigger text not null,
  part text not null,
  path text not null,
  since timestamptz not null,
  primary key (trigger, part, path)
);

-- What a run waits for before it begins; its rows go when it begins or ends.
create table run_need (
  run bigint not null,
  place int not null,                 -- among the dependencies of its workflow
  partition smallint not null,
  workflow text not null,
  task text not null,                 -- '' for the run as a whole
  business_date date not null,
  until timestamptz,
  first_run bigint not null,          -- no run for that date has a smaller id
  primary key (run, place)
);
create index run_need_by_partition on run_need (partition);
