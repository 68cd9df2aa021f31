insert into analysis_plan
values ('one-visit', 1, E'outcome one-visit\ndesign staggered\n', 'h1', '2026-04-13', '2026-04-01T00:00:30Z', 'server', '');
insert into evidence
values ('one-visit', 1, '2026-10-01', 'pre-registered', 'h1', 'e1', '{"seed": 1}', '2026-10-02T00:00:30Z', 'server', '');
insert into signature values ('e1', 'owner', 'ada', '2026-10-05T09:00:00Z', '');
