-- Analysis plans as they were locked; version 1 is the first of an outcome, later ones are amendments. What was locked stays readable:
-- when the definition says something else, the hash differs and the analysis is exploratory.
create table analysis_plan (
  outcome text not null,
  version int not null check (version > 0),
  terms text not null,                -- what was locked
  hash text not null,                 -- SHA-256 of it
  first_known date,                   -- when the first value after the intervention can be known; null where nobody knows
  at timestamptz not null,
  by text not null,
  reason text not null,               -- of an amendment; '' for the first
  primary key (outcome, version)
);

create trigger analysis_plan_keeps_rows before update or delete on analysis_plan
  for each row execute function records_are_append_only();
create trigger analysis_plan_keeps_table before truncate on analysis_plan
  for each statement execute function records_are_append_only();

-- What the analysis of an outcome found for a review date; none is ever changed: a correction is a new version.
create table evidence (
  outcome text not null,
  version int not null check (version > 0),
  review date not null,               -- the day that the plan names
  badge text not null check (badge in ('pre-registered', 'exploratory')),
  plan text not null,                 -- hash of the analysis plan
  hash text not null,                 -- SHA-256 of the body
  body text not null,                 -- all that was found, as JSON, with the hash of its data and its seed
  at timestamptz not null,
  by text not null,
  reason text not null,               -- of a correction; '' for the first of a review
  primary key (outcome, version)
);

create trigger evidence_keeps_rows before update or delete on evidence
  for each row execute function records_are_append_only();
create trigger evidence_keeps_table before truncate on evidence
  for each statement execute function records_are_append_only();

-- Who signed which evidence, as what.
create table signature (
  evidence text not null,             -- its hash
  capacity text not null check (capacity in ('owner', 'analyst')),
  who text not null,
  at timestamptz not null,
  comment text not null,              -- '' for none
  primary key (evidence, capacity),
  unique (evidence, who)              -- two pairs of eyes
);

create trigger signature_keeps_rows before update or delete on signature
  for each row execute function records_are_append_only();
create trigger signature_keeps_table before truncate on signature
  for each statement execute function records_are_append_only();
