insert into user_password values ('ada', '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA', true, '2026-01-01T00:00Z');
insert into browser_session (hash, user_name, created_at, last_used_at, expires_at, means, must_change, address, agent)
  values (sha256('p'), 'ada', '2026-01-01T00:00Z', '2026-01-01T00:00Z', '2026-01-08T00:00Z', 'password', true, '127.0.0.1', 'a browser');
