insert into statement_letter (outcome, version, occasion, channel, by, at, due)
  values ('one-visit', 1, 'kept', 'board', 'server', '2026-10-02T00:00:30Z', '2026-10-02T00:00:30Z');
