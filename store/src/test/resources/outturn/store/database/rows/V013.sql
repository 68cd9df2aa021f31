insert into forecast
values ('one-visit', 'first-visit-fix-rate', 1, '2027-03-31', 85, null, 0.62, '{"seed": 1}', '2026-03-30T08:00:00Z', 'ada', 'the board accepts the risk');
