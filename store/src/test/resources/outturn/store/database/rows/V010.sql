update run set triggered_by = 'nightly/hook', started_by = null where id = 4194304;
insert into seen_event (trigger, part, key, partition, state, business_date, came, last_seen, event_values, run)
  values ('nightly/hook', '', '1', 0, 'started', '2026-01-01', '2026-01-01T01:00Z', '2026-01-01T01:00Z', '{"key": "1"}', 4194304);
insert into seen_event (trigger, part, key, partition, state, business_date, came, last_seen)
  values ('nightly/both', 'one', '2', 0, 'waiting', '2026-01-01', '2026-01-01T01:00Z', '2026-01-01T01:00Z');
insert into end_told values (0, '1:failed', '2026-01-01T00:00Z');
insert into file_watch values ('nightly/file', '', '/in/a-*.csv', '2026-01-01T00:00Z');
insert into run_need values (4194305, 0, 0, 'other', '', '2026-01-02', null, 0);
