insert into agreement values ('one-visit', 1, 'outcome one-visit', 'hash', 'ada', '2026-01-01T00:00Z', 'as we said');
