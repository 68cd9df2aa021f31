create table if not exists road_casualties (
  month date primary key,    -- its first day
  drivers integer not null   -- killed or seriously injured
);
