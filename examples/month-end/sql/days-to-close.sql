-- SIMULATED up to December 2025, and real runs of this example after it.
select period, days_to_close as value
from close_log
where period between :from and :to
order by period;
