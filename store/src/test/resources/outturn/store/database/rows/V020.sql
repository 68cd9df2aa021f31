insert into provider_user values ('https://id.example.org', '4f1c', 'ada', '2026-01-01T00:00Z');
insert into used_sign_in values (sha256('s'), '2026-01-01T00:00Z');
