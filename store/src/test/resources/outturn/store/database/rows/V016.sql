insert into survey_wave values ('it-pulse', 1, 'housing', 1, 7, 40, 5, 10, '2026-01-01T00:00Z', 'ada', '2026-01-15T00:00Z');
insert into survey_closing values ('it-pulse', 1, '2026-01-15T00:00Z', 'server', 12, '{"answered": 12}');
insert into survey_wave values ('it-pulse', 2, 'housing', 1, 8, 40, 5, 10, '2026-07-01T00:00Z', 'ada', '2026-07-15T00:00Z');
insert into survey_invitation (survey, wave, address, language, groups, due)
  values ('it-pulse', 2, 'ann@example.org', 'en', '{"groups": ["north"]}', '2026-07-01T00:00Z');
insert into survey_link values ('\x01', 'it-pulse', 2, 'ann@example.org');
insert into survey_answer (survey, wave, sealed) values ('it-pulse', 2, '\x02');
insert into survey_contact values ('\x03', '2026-07-01');
