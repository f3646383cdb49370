-- Who shares the work. A node that has not been seen for half a minute is taken for dead.
create table node (
  name     text primary key,         -- of one process: that of the host and eight digits
  program  text not null,            -- version, and SHA-256 of its jar
  settings text not null,            -- SHA-256 of the settings' file
  started  timestamptz not null,
  seen     timestamptz not null
);

-- The one writer of the log: whoever takes over has a higher epoch.
create table writer (
  id       integer primary key check (id = 1),
  epoch    bigint not null,
  node     text not null,
  until    timestamptz not null
);
insert into writer values (1, 0, '', '-infinity');

-- The run that is not over. There is one at a time.
create table run (
  id       text primary key,
  due      timestamptz not null,
  occasion text not null,            -- why it is made, when the calendar did not ask for it, or ''
  opened   timestamptz not null default now()
);
create unique index run_one_at_a_time on run ((true));

-- Its accounts; '' is the organization itself. Whoever takes an account up again has a higher turn.
create table share (
  run      text not null references run on delete cascade,
  account  text not null,
  turn     integer not null default 0,
  node     text not null default '',
  done     boolean not null default false,
  primary key (run, account)
);

-- Its units that are in the vault: signed notes, which the record is made of.
create table unit (
  run      text not null references run on delete cascade,
  account  text not null,
  name     text not null,
  note     text not null,
  primary key (run, name)
);

-- What somebody paused, and when a node last gave a sign that it runs.
create table pause (
  task       text not null,
  since      timestamptz not null,
  author     text not null,
  reason     text not null,
  until      timestamptz,
  resumed_by text not null
);
create table sign (
  id       integer primary key check (id = 1),
  seen     timestamptz not null
);

-- What could not be done and was not made good yet, and texts that all nodes share: what was told to whom.
create table failure (
  what     text primary key,
  work     text not null,
  since    timestamptz not null,
  words    text not null
);
create table shared_text (
  name     text primary key,
  content  text not null
);
