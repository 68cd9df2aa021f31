insert into task_durations (workflow, learned, tasks, updated)
  values ('repairs-daily', '2026-10-02T00:00:30Z', '{"extract": [1, 1, 0, 1, 0, 20728, 0, 61000]}', '2026-10-02T00:00:30Z');
insert into prediction (run, deadline, made, chance, early, likely, late, cause)
  values (1, 'lists-out', '2026-10-02T04:00:00Z', 0.4, '2026-10-02T05:00:00Z', '2026-10-02T06:00:00Z', null, 'load waits');
insert into warning (run, occasion, subject, at, text)
  values (1, 'predicted', 'lists-out', '2026-10-02T04:00:00Z', 'the chance is 40 %');
