-- What people are to hear of: written by the transaction that decides it, and gone when it is sorted into notifications.
create table news (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  project text not null,
  workflow text not null,
  run bigint,                         -- null: a start that was missed
  business_date date not null,
  occasion text not null,
  subject text not null,              -- a task, deadline or schedule; '' for a run as a whole
  text text not null,
  channels jsonb not null             -- {"to": [name, …]}
);

-- A problem, from when it was first told until it is over.
create table notification (
  id bigint generated always as identity primary key,
  project text not null,
  workflow text not null,
  occasion text not null,
  subject text not null,
  run bigint,                         -- the latest
  business_date date not null,
  text text not null,
  opened timestamptz not null,
  latest timestamptz not null,
  times int not null default 1,
  acknowledged timestamptz,
  acknowledged_by text,
  reason text,
  recovered timestamptz,
  recovery text                       -- how
);
create unique index notification_open on notification (workflow, occasion, subject) where recovered is null;
create index notification_by_run on notification (run) where run is not null;

-- A message of a channel, about one notification or several.
create table notification_message (
  id bigint generated always as identity primary key,
  uid uuid not null default gen_random_uuid(), -- the same at each try, so that receivers can drop repeats
  channel text not null,
  made timestamptz not null,
  title text not null,
  text text not null,
  facts jsonb not null,
  due timestamptz not null,           -- of the next try
  give_up timestamptz not null,
  tries int not null default 0,
  lease_until timestamptz,            -- until then a node is sending it, by this database's clock
  error text,                         -- of the latest try
  sent timestamptz,
  given_up timestamptz
);
create index notification_message_waiting on notification_message (due) where sent is null and given_up is null;
create index notification_message_made on notification_message (made);

-- What a channel is to be told of a notification; each thing once.
create table notice (
  notification bigint not null references notification on delete cascade,
  channel text not null,
  what text not null,                 -- told, escalated, recovered; again-2, again-3 … for tickets
  due timestamptz not null,
  message bigint references notification_message on delete cascade, -- null: not in a message yet
  primary key (notification, channel, what)
);
create index notice_waiting on notice (channel, due) where message is null;
create index notice_by_message on notice (message) where message is not null;

-- What a system of tickets answered.
create table ticket (
  notification bigint not null references notification on delete cascade,
  channel text not null,
  number text not null,               -- for people
  key text not null,                  -- for the system
  url text not null,
  opened timestamptz not null,
  closed timestamptz,
  primary key (notification, channel)
);
