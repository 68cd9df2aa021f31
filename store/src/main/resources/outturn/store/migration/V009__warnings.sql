-- How many tasks of a run failed without failing it: tolerated ones, and handlers of its end.
alter table run add column warnings int not null default 0;
