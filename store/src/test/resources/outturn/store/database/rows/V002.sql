insert into users values ('ada', 'Ada', 'admin', '2026-01-01T00:00Z');
insert into api_token (hash, user_name, role, label, created_at, expires_at)
  values (sha256('t'), 'ada', 'admin', 'test', '2026-01-01T00:00Z', '2036-01-01T00:00Z');
insert into login_code values (sha256('c'), 'ada', '2026-01-01T00:10Z');
insert into browser_session values (sha256('s'), 'ada', '2026-01-01T00:00Z', '2026-01-01T00:00Z', '2026-01-08T00:00Z');
insert into secret values ('bank', '\x000102030405060708090a0b', '\xff00', 'key', 'ada', '2026-01-01T00:00Z');
insert into audit (at, who, action, subject, details) values ('2026-01-01T00:00Z', 'ada', 'apply', 'work', '{}');
