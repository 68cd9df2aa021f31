-- Dated events that were told to the server, beside those that projects define. None is ever changed: a correction is a new version,
-- and what turned out not to have happened is withdrawn by one.
create table change_event (
  name text not null,
  version int not null check (version > 0),
  title text not null,
  happened_on date not null,
  type text not null,                 -- a word of the language: go-live, release …
  affects text[] not null,            -- measures
  note text not null,                 -- '' for none
  withdrawn boolean not null,
  told_by_way text not null,          -- person, or the webhook that told it: hook NAME
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (name, version)
);

create trigger change_event_keeps_rows before update or delete on change_event
  for each row execute function records_are_append_only();
create trigger change_event_keeps_table before truncate on change_event
  for each statement execute function records_are_append_only();

-- What people say of a shift that no change explains: a change after all, or that its cause is not known. The latest version holds.
create table shift_answer (
  measure text not null,
  period date not null,               -- one of the shift
  version int not null check (version > 0),
  change text,                        -- null: the cause is not known
  note text not null,                 -- '' for none
  answered_at timestamptz not null,
  answered_by text not null,
  primary key (measure, period, version)
);

create trigger shift_answer_keeps_rows before update or delete on shift_answer
  for each row execute function records_are_append_only();
create trigger shift_answer_keeps_table before truncate on shift_answer
  for each statement execute function records_are_append_only();

-- What was decided when an outcome was reviewed; none is ever changed.
create table outcome_review (
  outcome text not null,
  version int not null check (version > 0),
  held_on date not null,
  decision text not null check (decision in ('continue', 'adjust', 'stop')),
  note text not null,
  actions text[] not null,            -- what is to be done; empty for nothing
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (outcome, version)
);

create trigger outcome_review_keeps_rows before update or delete on outcome_review
  for each row execute function records_are_append_only();
create trigger outcome_review_keeps_table before truncate on outcome_review
  for each statement execute function records_are_append_only();

-- What a measure of an outcome was forecast to come to, for each period that was observed, target and plan; none is ever changed, so
-- that it can be scored. Those that people accepted are in the table forecast.
create table period_forecast (
  outcome text not null,
  measure text not null,
  version int not null check (version > 0),
  observed_to date,                   -- the last period that was observed; null before any was
  due date not null,                  -- the day by which the target is promised
  target double precision not null,
  plan text not null,                 -- SHA-256 of what it was made from besides the values
  chance double precision not null check (chance between 0 and 1),
  p10 double precision not null,      -- of the value that is due
  p50 double precision not null,
  p90 double precision not null,
  made_at timestamptz not null,
  primary key (outcome, measure, version)
);

create trigger period_forecast_keeps_rows before update or delete on period_forecast
  for each row execute function records_are_append_only();
create trigger period_forecast_keeps_table before truncate on period_forecast
  for each statement execute function records_are_append_only();

-- The portfolio asks each second which measures have new values.
create index observation_recorded on observation (recorded_at);
