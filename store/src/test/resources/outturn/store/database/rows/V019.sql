insert into role_grant (user_name, role, project, granted_at, granted_by)
  values ('ada', 'operator', 'housing', '2026-01-01T00:00Z', 'admin');
insert into role_grant (group_name, role, service, granted_at, granted_by)
  values ('repairs', 'owner', 'repairs', '2026-01-01T00:00Z', 'admin');
insert into user_group values ('ada', 'repairs');
insert into api_token (hash, user_name, role, label, created_at, expires_at, projects, services)
  values (sha256('u'), 'ada', 'operator', 'scoped', '2026-01-01T00:00Z', '2036-01-01T00:00Z', array['housing'], array['repairs']);
