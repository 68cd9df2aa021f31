-- That people of the business agreed to outcomes; version 1 is the first of an outcome. What was agreed to stays readable: when the
-- definition says something else, the hash differs and the agreement is void.
create table agreement (
  outcome text not null,
  version int not null check (version > 0),
  terms text not null,                -- what was agreed to
  hash text not null,                 -- SHA-256 of it
  who text not null,
  at timestamptz not null,
  comment text not null,              -- '' for none
  primary key (outcome, version)
);

create trigger agreement_keeps_rows before update or delete on agreement
  for each row execute function records_are_append_only();
create trigger agreement_keeps_table before truncate on agreement
  for each statement execute function records_are_append_only();
