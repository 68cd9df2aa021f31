insert into road_casualties (month, drivers)
values (:first, :drivers)
on conflict (month) do update set drivers = excluded.drivers;
