-- By day 3 means: within three days of the month's end, counted in half days.
insert into close_log (period, published_at, days_to_close, simulated)
select
  cast(:first as date),
  now(),
  ceil(extract(epoch from now() - cast(cast(:last as date) + 1 as timestamp) at time zone 'Europe/London') / 43200) / 2,
  false
on conflict (period) do update
set published_at = excluded.published_at, days_to_close = excluded.days_to_close, simulated = false
returning days_to_close as days;
