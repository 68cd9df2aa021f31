-- How long the tasks of a workflow take, by its runs before: what forecasts draw from, small, and made anew from attempts when it is lost.
create table task_durations (
  workflow text primary key,
  learned timestamptz not null,       -- runs that ended until then are counted
  tasks jsonb not null,               -- by task, numbers as engine.duration.Durations has them
  updated timestamptz not null
);

-- What was predicted of a deadline of a run, each time it had become another.
create table prediction (
  run bigint not null,
  deadline text not null,
  made timestamptz not null,
  chance real not null check (chance between 0 and 1), -- of keeping it
  early timestamptz,                  -- one in ten ends before; null: never
  likely timestamptz,                 -- one in two
  late timestamptz,                   -- nine in ten
  cause text not null,
  primary key (run, deadline, made)
);

-- What people were warned of, each thing once.
create table warning (
  run bigint not null,
  occasion text not null,             -- predicted, unusual, early
  subject text not null,              -- the deadline or the task
  at timestamptz not null,
  text text not null,
  primary key (run, occasion, subject)
);
create index warning_at on warning (at);
