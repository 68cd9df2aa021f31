-- Rights beyond a user's own role: of a user or of a group, for everything, for a project, or for a service.
create table role_grant (
  id bigint generated always as identity primary key,
  user_name text references users on delete cascade,
  group_name text,
  role text not null check (role in ('viewer', 'operator', 'editor', 'owner', 'admin')),
  project text,
  service text,
  granted_at timestamptz not null,
  granted_by text not null,
  check (num_nonnulls(user_name, group_name) = 1),
  check (num_nonnulls(project, service) <= 1)
);

-- One role for each holder and place: a second grant takes the place of the first.
create unique index role_grant_holder on role_grant
  (coalesce(user_name, ''), coalesce(group_name, ''), coalesce(project, ''), coalesce(service, ''));

create table user_group (
  user_name text not null references users on delete cascade,
  group_name text not null,
  primary key (user_name, group_name)
);

-- Where a token's role holds, if not wherever its user's does; elsewhere it looks only.
alter table api_token add column projects text[];
alter table api_token add column services text[];
