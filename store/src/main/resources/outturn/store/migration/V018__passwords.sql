-- Passwords of local users, each as Argon2id in the PHC form with its own salt and costs.
create table user_password (
  user_name text primary key references users on delete cascade,
  hash text not null,
  must_change boolean not null,       -- given by somebody else: good for one thing, to set another
  set_at timestamptz not null
);

-- What people see of their sessions. A session that was opened with a password that must be changed may do that alone.
alter table browser_session add column id bigint generated always as identity;
alter table browser_session add column means text not null default 'link';
alter table browser_session add column must_change boolean not null default false;
alter table browser_session add column address text not null default '';
alter table browser_session add column agent text not null default '';
create index browser_session_user on browser_session (user_name, id);
