-- Impact statements on their way to people by mail: written with what they tell of, in the same transaction.
create table statement_letter (
  id uuid primary key default gen_random_uuid(), -- of the mail, the same at each try
  outcome text not null,
  version int not null,               -- of the evidence
  occasion text not null check (occasion in ('kept', 'corrected', 'signed', 'asked')),
  channel text not null,
  by text not null,                   -- who kept, corrected, signed or asked
  at timestamptz not null,            -- what it tells is what was known then
  tries int not null default 0,
  due timestamptz,                    -- of the next try; null when there is none
  lease_until timestamptz,            -- until then a node is sending it, by this database's clock
  sent timestamptz,
  recipients text,                    -- to whom it was sent
  error text                          -- of the latest try
);
create index statement_letter_due on statement_letter (due) where due is not null;
create index statement_letter_outcome on statement_letter (outcome, at);
