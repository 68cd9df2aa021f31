insert into retention (workflow, project, runs, logs) values ('nightly', 'work', '400 days', '30 days');
insert into dropped_range values (0, 2097152, '2026-01-01T00:00Z');
