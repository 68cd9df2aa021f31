-- Runs that failed or were cancelled, to find the few among many. Not an index of `run` on its state: with that, no
-- update of a state could stay on its page and out of the other indexes.
create table unsuccessful_run (
  id bigint primary key
);

create function remember_unsuccessful_run() returns trigger language plpgsql as $$
begin
  insert into unsuccessful_run (id) values (new.id) on conflict do nothing;
  return null;
end
$$;

create trigger run_unsuccessful after insert or update of state on run
  for each row when (new.state in ('failed', 'cancelled')) execute function remember_unsuccessful_run();

-- Deflated already.
alter table log alter column body set storage external;

create function records_are_append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end
$$;

-- The values of measures, with what was known when: a value that changes is a new revision.
create table observation (
  measure text not null,
  segment text not null,              -- '' for none
  period date not null,               -- its first day
  revision int not null check (revision > 0),
  value double precision check (value between '-1.7976931348623157e308' and '1.7976931348623157e308'),
  numerator double precision check (numerator between '-1.7976931348623157e308' and '1.7976931348623157e308'),
  denominator double precision check (denominator between 0 and '1.7976931348623157e308'),
  recorded_at timestamptz not null,
  run bigint,                         -- the one that collected it
  recorded_by text,                   -- the user who entered it
  primary key (measure, segment, period, revision),
  check (value is not null or numerator is not null and denominator is not null),
  check (num_nonnulls(run, recorded_by) = 1)
);

create trigger observation_keeps_rows before update or delete on observation
  for each row execute function records_are_append_only();
create trigger observation_keeps_table before truncate on observation
  for each statement execute function records_are_append_only();

-- What a measure of an outcome was before; version 1 is the first.
create table baseline (
  outcome text not null,
  measure text not null,
  version int not null check (version > 0),
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  n int not null check (n > 0),
  mean double precision not null,
  period_values jsonb not null,       -- by the period's first day
  hash text not null,                 -- SHA-256 of all that is frozen
  frozen_at timestamptz not null,
  frozen_by text not null,
  primary key (outcome, measure, version)
);

create trigger baseline_keeps_rows before update or delete on baseline
  for each row execute function records_are_append_only();
create trigger baseline_keeps_table before truncate on baseline
  for each statement execute function records_are_append_only();
