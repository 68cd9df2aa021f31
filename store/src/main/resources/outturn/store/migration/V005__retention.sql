-- How long runs are kept, as each workflow said last: also one that is no longer in force, whose runs are still there.
create table retention (
  workflow text primary key,
  project text not null,
  runs interval not null,
  logs interval not null,
  runs_until bigint not null default 0, -- no run with a smaller id is left for batches to remove
  logs_until bigint not null default 0
);

-- Whole ranges that are gone, so that the id of a run tells why it is not found.
create table dropped_range (
  first_run bigint primary key,         -- the smallest id that it could have
  end_run bigint not null,              -- the smallest one after it
  dropped_at timestamptz not null
);

-- Dates of runs follow their ids, but for backfills: so a few kilobytes find the runs of a date.
create index run_by_date on run using brin (business_date) with (pages_per_range = 16, autosummarize = on);

-- With the workflow and the project, the few that did not succeed are found without a look at all the others.
alter table unsuccessful_run add column workflow text, add column project text;
create or replace function remember_unsuccessful_run() returns trigger language plpgsql as $$
begin
  insert into unsuccessful_run (id, workflow, project) values (new.id, new.workflow, new.project)
    on conflict do nothing;
  return null;
end
$$;
update unsuccessful_run u set workflow = r.workflow, project = r.project from run r where r.id = u.id;
create index unsuccessful_run_by_workflow on unsuccessful_run (workflow, id desc);
create index unsuccessful_run_by_project on unsuccessful_run (project, id desc);
