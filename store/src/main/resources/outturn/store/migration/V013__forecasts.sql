-- What an outcome was forecast to come to when somebody accepted it; none is ever changed, so that it can be scored.
create table forecast (
  outcome text not null,
  measure text not null,
  version int not null check (version > 0),
  due date not null,                  -- the day by which the target is promised
  target double precision not null,
  observed_to date,                   -- the last period that was observed; null before any was
  chance double precision not null check (chance between 0 and 1),
  body jsonb not null,                -- all that was told, with the seed
  accepted_at timestamptz not null,
  accepted_by text not null,
  reason text not null,
  primary key (outcome, measure, version)
);

create trigger forecast_keeps_rows before update or delete on forecast
  for each row execute function records_are_append_only();
create trigger forecast_keeps_table before truncate on forecast
  for each statement execute function records_are_append_only();
