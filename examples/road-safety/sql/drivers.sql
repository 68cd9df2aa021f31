select month as period, drivers as value
from road_casualties
where month between :from and :to
order by month;
