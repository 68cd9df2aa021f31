insert into unsuccessful_run values (4194306) on conflict do nothing;
insert into observation (measure, segment, period, revision, value, recorded_at, recorded_by)
  values ('rate', '', '2026-01-01', 1, 71.25, '2026-01-02T00:00Z', 'ada');
insert into observation (measure, segment, period, revision, numerator, denominator, recorded_at, run)
  values ('rate', 'north', '2026-01-01', 1, 3, 4, '2026-01-02T00:00Z', 4194304);
insert into baseline values ('one-visit', 'rate', 1, '2025-01-01', '2025-12-31', 52, 70.5, '{"2025-01-01": 70.5}', 'hash', '2026-01-01T00:00Z', 'ada');
