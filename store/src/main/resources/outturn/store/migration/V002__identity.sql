-- Users, what they sign in with, secrets, and the record of what people did.
-- Credentials are kept as SHA-256 of 256 random bits: nothing here lets anybody in.

create table users (
  name text primary key,
  title text not null,
  role text not null check (role in ('viewer', 'operator', 'editor', 'owner', 'admin')),
  created_at timestamptz not null
);

create table api_token (
  id bigint generated always as identity primary key,
  hash bytea not null unique check (octet_length(hash) = 32),
  user_name text not null references users on delete cascade,
  role text not null check (role in ('viewer', 'operator', 'editor', 'owner', 'admin')),
  label text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz
);

create table login_code (
  hash bytea primary key check (octet_length(hash) = 32),
  user_name text not null references users on delete cascade,
  expires_at timestamptz not null
);

create table browser_session (
  hash bytea primary key check (octet_length(hash) = 32),
  user_name text not null references users on delete cascade,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null
);

create table secret (
  name text primary key,
  nonce bytea not null check (octet_length(nonce) = 12),
  ciphertext bytea not null,
  key_id text not null,
  set_by text not null,
  set_at timestamptz not null
);

create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  who text not null,
  action text not null,
  subject text not null,
  details jsonb not null
);

create index audit_subject on audit (subject, id);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only: % refused', tg_op using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_keeps_rows before update or delete on audit
  for each row execute function audit_is_append_only();

create trigger audit_keeps_table before truncate on audit
  for each statement execute function audit_is_append_only();
