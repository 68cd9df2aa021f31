insert into news (at, project, workflow, run, business_date, occasion, subject, text, channels)
values ('2026-11-27T06:00:00Z', 'housing', 'repairs-daily', 1, '2026-11-26', 'failed', '', 'task load failed (exit): 1', '{"to": ["night-shift"]}');
insert into notification (project, workflow, occasion, subject, run, business_date, text, opened, latest)
values ('housing', 'repairs-daily', 'failed', '', 1, '2026-11-26', 'task load failed (exit): 1', '2026-11-27T06:00:00Z', '2026-11-27T06:00:00Z');
insert into notification_message (channel, made, title, text, facts, due, give_up)
values ('night-shift', '2026-11-27T06:00:00Z', 'failed', 'failed', '{}', '2026-11-27T06:00:00Z', '2026-11-28T06:00:00Z');
insert into notice (notification, channel, what, due, message)
select n.id, 'night-shift', 'told', n.opened, m.id from notification n, notification_message m;
insert into ticket (notification, channel, number, key, url, opened)
select id, 'incidents', 'INC0010001', 'a1b2', 'https://example.service-now.com', opened from notification;
