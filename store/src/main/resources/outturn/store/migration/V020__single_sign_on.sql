-- Whom an identity provider knows, and who he is here. What joins them is the subject, which never changes and is nobody else's; a name
-- at the provider does and may be.
create table provider_user (
  issuer text not null,
  subject text not null,
  user_name text not null unique references users on delete cascade,
  created_at timestamptz not null,
  primary key (issuer, subject)
);

-- What was good for one sign-in, and is not for another.
create table used_sign_in (
  hash bytea primary key,
  used_at timestamptz not null
);
