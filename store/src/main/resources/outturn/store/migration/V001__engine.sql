-- The engine's tables. Rows are the truth, memory a cache of them.
-- Big tables (run, attempt, log) are range-partitioned by run id, which is ordered by time: a range is
-- dropped as a whole when all in it has ended and expired. Between them there are no foreign keys.
-- The ranges are made by the runtime, weeks ahead.

-- A node's life from start to stop; never used again. Expiry is set and compared by this database's clock.
create table node (
  incarnation bigint generated always as identity primary key,
  name text not null,                 -- stable over restarts: the id in the node's data folder
  version text not null,
  started timestamptz not null default clock_timestamp(),
  lease_until timestamptz not null,
  dead boolean not null default false
);

-- Who decides what. A batch holds `for share` on the rows of its partitions; the generation is the fence.
create table partition (
  id smallint primary key check (id between 0 and 63),
  generation bigint not null default 0,
  owner bigint references node
);
insert into partition (id) select generate_series(0, 63);

-- Versions of projects: what runs keep, and where their files are.
create table content (
  hash bytea primary key,             -- SHA-256 of the bytes
  bytes bytea not null
);
create table project_version (
  id bigint generated always as identity primary key,
  project text not null,
  number int not null,
  hash text not null,                 -- of all paths and contents
  applied timestamptz not null,
  applied_by text not null,
  unique (project, number)
);
create table project_file (
  version bigint not null references project_version,
  path text not null,
  content bytea not null references content,
  primary key (version, path)
);
create table project (
  name text primary key,
  current bigint not null references project_version
);
-- What is in force, one row per object: names are unique on a server, so that one word means one thing.
create table definition (
  kind text not null,
  name text not null,
  project text not null references project,
  version bigint not null references project_version, -- the one that says it: older than the current one if it is no longer there
  primary key (kind, name)
);
create table pool (
  name text primary key,
  project text not null references project,
  size int not null check (size > 0)
);

create table run (
  id bigint not null,
  workflow text not null,
  project text not null,
  version bigint not null,
  state text not null,
  business_date date not null,
  created timestamptz not null,
  started timestamptz,
  ended timestamptz,
  due timestamptz,
  inputs jsonb,
  started_by text,                    -- a user
  schedule bigint,
  parent_run bigint,
  parent_task text,
  parent_item int,
  parent_attempt int,
  cancelled_by text,
  note text,
  primary key (id)
) partition by range (id);
create index run_by_workflow on run (workflow, id desc);
create index run_by_parent on run (parent_run) where parent_run is not null;

-- The runs that have not ended.
create table live_run (
  id bigint primary key,
  partition smallint not null,
  workflow text not null
);
create index live_run_by_workflow on live_run (workflow);

create table attempt (
  run bigint not null,
  task text not null,
  item int not null,                  -- place in the forEach list; -1: the row of the list itself
  attempt int not null,               -- 1 is the first; 0: never tried
  state text not null,
  token bigint not null,
  worker bigint not null,             -- incarnation; 0: made by the engine itself
  started timestamptz,
  ended timestamptz,
  exit_code int,
  failure text,                       -- kind
  message text,                       -- of the failure, or why it was skipped
  outputs jsonb,
  primary key (run, task, item, attempt)
) partition by range (run) ;

create table log (
  run bigint not null,
  task text not null,
  item int not null,
  attempt int not null,
  seq int not null,
  written timestamptz not null,
  size int not null,                  -- bytes before compression
  body bytea not null,                -- frames, deflated
  primary key (run, task, item, attempt, seq)
) partition by range (run);

create table timer (
  partition smallint not null,
  due timestamptz not null,
  run bigint not null,
  what text not null,
  primary key (run, what)
);
create index timer_by_due on timer (partition, due);

-- What an attempt holds of a pool; deleted by the transaction that ends the attempt, so the sum is the use.
create table pool_grant (
  pool text not null,
  token bigint not null,
  run bigint not null,
  amount int not null,
  primary key (pool, token)
);
create index pool_grant_by_token on pool_grant (token);

create table schedule (
  id bigint generated always as identity primary key,
  project text not null references project,
  workflow text not null,
  name text not null,
  partition smallint not null,
  looked_until timestamptz not null,  -- due times up to then are dealt with
  spec text not null,                 -- the schedule as applied, to tell a changed one
  removed timestamptz,
  unique (workflow, name)
);

-- A due time and what became of it. A row with `until` stands for all from due to before it.
create table occurrence (
  schedule bigint not null references schedule,
  due timestamptz not null,
  until timestamptz,
  business_date date not null,
  state text not null,                -- started, missed, skipped
  run bigint,
  reason text not null default '',
  primary key (schedule, due)
);
create index occurrence_by_run on occurrence (run) where run is not null;

-- What crosses partitions or nodes: inserted in the sender's transaction, deleted in the receiver's.
create table message (
  seq bigint generated always as identity primary key,
  partition smallint not null,
  dedupe_key text not null unique,
  body jsonb not null,
  sent timestamptz not null default clock_timestamp()
);
create index message_by_partition on message (partition, seq);

-- An answer to a request that may come twice; kept for a day.
create table idempotency (
  principal text not null,
  key text not null,
  body_hash text not null,
  run bigint not null,
  created timestamptz not null,
  primary key (principal, key)
);
create index idempotency_by_created on idempotency (created);

-- Events that could not be written, with the database's words: the event was refused, its neighbours not.
create table refused_event (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  event text not null,
  error text not null
);
