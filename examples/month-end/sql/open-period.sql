-- The last month that has ended by :day; a run for 31 January closes January.
select
  cast(date_trunc('month', last) as date) as "first",
  last as "last",
  extract(month from last) in (3, 6, 9, 12) as "quarterEnd"
from (select cast(date_trunc('month', cast(:day as date) + 1) as date) - 1 as last) ended;
