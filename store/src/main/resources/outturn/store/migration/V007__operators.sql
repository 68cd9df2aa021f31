-- What operators have said of runs and tasks, and what lasts: runs are rebuilt from it.
create table mark (
  run bigint not null,
  task text not null,                 -- '': the run as a whole
  kind text not null,                 -- hold, again, bypass, cancel
  who text not null,
  why text not null,
  at timestamptz not null,
  history int[] not null,             -- of again: the last row that no longer counts, of the frame and of each item; -1: none
  primary key (run, task, kind)
);

-- What came of a command, for whoever asks under the same key; null: the key is that of a start.
alter table idempotency add column verdict jsonb;

-- While somebody has paused it, a schedule starts nothing.
alter table schedule add column paused_by text, add column paused_why text, add column paused_at timestamptz;

-- What people did to a run, without the many starts; and what they left for the next shift.
create index audit_of_run on audit (subject, id) where action like 'run %' and action <> 'run start';
create index audit_notes on audit (id) where action = 'run note';
