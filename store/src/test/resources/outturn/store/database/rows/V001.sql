create table run_early partition of run for values from (0) to (1000000000000000000) with (fillfactor=85);
create table attempt_early partition of attempt for values from (0) to (1000000000000000000);
create table log_early partition of log for values from (0) to (1000000000000000000);
insert into node (name, version, lease_until) values ('one', '0.1', now());
update partition set owner = 1, generation = 7;
insert into content values ('\x01', 'kind: project');
insert into project_version (project, number, hash, applied, applied_by) values ('work', 1, 'abc', '2026-01-01T00:00Z', 'ada');
insert into project_file values (1, 'outturn.yaml', '\x01');
insert into project values ('work', 1);
insert into definition values ('workflow', 'nightly', 'work', 1);
insert into pool values ('licences', 'work', 2);
insert into schedule (project, workflow, name, partition, looked_until, spec)
  values ('work', 'nightly', 'at-two', 0, '2026-01-02T02:00Z', 'x');
insert into run (id, workflow, project, version, state, business_date, created, started, ended, inputs, started_by)
  values (4194304, 'nightly', 'work', 1, 'succeeded', '2026-01-01', '2026-01-01T01:00Z', '2026-01-01T01:00Z', '2026-01-01T01:01Z', '{"a": 1}', 'ada');
insert into run (id, workflow, project, version, state, business_date, created, started, due, schedule)
  values (4194305, 'nightly', 'work', 1, 'running', '2026-01-02', '2026-01-02T02:00Z', '2026-01-02T02:00Z', '2026-01-02T02:00Z', 1);
insert into run (id, workflow, project, version, state, business_date, created, started, ended, started_by, note)
  values (4194306, 'nightly', 'work', 1, 'failed', '2026-01-01', '2026-01-01T01:00Z', '2026-01-01T01:00Z', '2026-01-01T01:01Z', 'ada', 'no');
insert into live_run values (4194305, 0, 'nightly');
insert into attempt (run, task, item, attempt, state, token, worker, started, ended, outputs)
  values (4194304, 'load', 0, 1, 'succeeded', 11, 1, '2026-01-01T01:00Z', '2026-01-01T01:01Z', '{"x": 1.5, "text": "tab\there, line\\nhere"}');
insert into attempt (run, task, item, attempt, state, token, worker, started)
  values (4194305, 'load', 0, 1, 'running', 12, 1, '2026-01-02T02:00Z'),
         (4194305, 'rest', 0, 1, 'running', 13, 0, '2026-01-02T02:00Z');
insert into attempt (run, task, item, attempt, state, token, worker, started, ended, exit_code, failure, message)
  values (4194306, 'load', 0, 1, 'failed', 14, 1, '2026-01-01T01:00Z', '2026-01-01T01:01Z', 2, 'exit', 'it failed');
insert into log values (4194304, 'load', 0, 1, 0, '2026-01-01T01:00Z', 4, '\x0001ff5c');
insert into timer values (0, '2026-01-02T03:00Z', 4194305, 'wait:rest:0:1');
insert into pool_grant values ('licences', 12, 4194305, 1);
insert into occurrence values (1, '2026-01-02T02:00Z', null, '2026-01-02', 'started', 4194305, '');
insert into message (partition, dedupe_key, body) values (0, 'cancel:x', '{"kind": "cancel", "run": "0000000400001", "by": "ada"}');
insert into idempotency values ('ada', 'k', 'h', 4194304, now());
insert into refused_event (event, error) values ('e', 'x');
