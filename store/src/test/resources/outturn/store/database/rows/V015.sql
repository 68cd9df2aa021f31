insert into change_event
values ('letters', 1, 'Reminders by mail', '2026-04-06', 'go-live', '{returned-in-time}', '', false, 'person', '2026-04-07T08:00:00Z', 'ada');
insert into shift_answer
values ('returned-in-time', '2026-03-01', 1, null, 'nobody remembers', '2026-04-07T08:00:00Z', 'ada');
insert into outcome_review
values ('one-visit', 1, '2026-06-30', 'adjust', 'training is late', '{train the north}', '2026-06-30T08:00:00Z', 'ada');
insert into period_forecast
values ('one-visit', 'first-visit-fix-rate', 1, '2026-06-01', '2027-03-31', 85, 'hash', 0.62, 80, 85, 90, '2026-07-01T08:00:00Z');
