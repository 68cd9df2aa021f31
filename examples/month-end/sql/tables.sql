-- Made by whoever comes first; the lock keeps two runs from making them at once.
select pg_advisory_xact_lock(20240131);

create table if not exists close_log (
  period date primary key,                -- first day of the month that was closed
  published_at timestamptz not null,
  days_to_close numeric(5, 1) not null,   -- from the end of the month, in half days
  simulated boolean not null
);

create table if not exists consolidation (
  period date primary key,
  balance bigint not null,                -- pounds, as all amounts here
  accruals bigint not null
);
