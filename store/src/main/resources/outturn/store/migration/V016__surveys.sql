-- A wave of a survey: what was asked of whom, and from how many answers on anything is shown. Never changed, so that nobody lowers a
-- threshold when answers are there; the questions are those of the version of the project.
create table survey_wave (
  survey text not null,
  wave int not null check (wave > 0),
  project text not null,
  version bigint not null,            -- of the project
  seed bigint not null,               -- of the sample
  invited int not null,
  numbers int not null check (numbers >= 5),
  comments int not null check (comments >= 10),
  opened timestamptz not null,
  opened_by text not null,
  closes timestamptz not null,
  primary key (survey, wave)
);
create trigger survey_wave_keeps_rows before update or delete on survey_wave
  for each row execute function records_are_append_only();
create trigger survey_wave_keeps_table before truncate on survey_wave
  for each statement execute function records_are_append_only();

-- That a wave closed, and all that is ever told of it.
create table survey_closing (
  survey text not null,
  wave int not null,
  closed timestamptz not null,
  closed_by text not null,
  answered int not null,
  results json not null,
  primary key (survey, wave)
);
create trigger survey_closing_keeps_rows before update or delete on survey_closing
  for each row execute function records_are_append_only();
create trigger survey_closing_keeps_table before truncate on survey_closing
  for each statement execute function records_are_append_only();

-- Who is asked and has not answered: gone with the answer, and all of them when the wave closes.
create table survey_invitation (
  survey text not null,
  wave int not null,
  address text not null,
  language text not null,
  groups jsonb not null,              -- {"groups": [name, …]}, one for each attribute
  wanted int not null default 1,      -- mails that are to be sent by now
  mailed int not null default 0,
  tries int not null default 0,       -- of the next mail
  due timestamptz not null,           -- of the next try
  lease_until timestamptz,            -- until then a node is sending it, by this database's clock
  error text,                         -- of the latest try
  primary key (survey, wave, address)
);
create index survey_invitation_mail on survey_invitation (due) where mailed < wanted;

-- The links that were mailed, as SHA-256 of their tokens; one for each mail.
create table survey_link (
  hash bytea primary key,
  survey text not null,
  wave int not null,
  address text not null,
  foreign key (survey, wave, address) references survey_invitation on delete cascade
);
create index survey_link_invitation on survey_link (survey, wave, address);

-- Answers of open waves: sealed with a key that is not in the database, each of the same length, under a random id, without a time, a
-- person or a number in order. Deleted when the wave closes.
create table survey_answer (
  id uuid primary key default gen_random_uuid(),
  survey text not null,
  wave int not null,
  sealed bytea not null
);
create index survey_answer_wave on survey_answer (survey, wave);

-- On which days somebody was invited to any survey, so that nobody is asked too often; not to which one.
create table survey_contact (
  person bytea not null,              -- SHA-256 of the address
  day date not null
);
create index survey_contact_person on survey_contact (person);
