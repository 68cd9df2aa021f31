-- SIMULATED months, as 2024-01=6.5 2024-02=7.0 and so on. A month that was really closed stays as it is.
insert into close_log (period, published_at, days_to_close, simulated)
select
  period,
  (period + interval '1 month') at time zone 'Europe/London' + days * interval '1 day',
  days,
  true
from (
  select
    cast(split_part(month, '=', 1) || '-01' as date) as period,
    cast(split_part(month, '=', 2) as numeric) as days
  from unnest(string_to_array(:months, ' ')) as month
) as simulated_month
on conflict (period) do update
set published_at = excluded.published_at, days_to_close = excluded.days_to_close
where close_log.simulated;
