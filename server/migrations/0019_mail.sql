-- Letters out and in, and how they travel.
create schema mail;

-- How letters leave, as administrators set it; what the environment says wins over it.
create table mail.settings (
  is_only boolean primary key default true check (is_only),
  -- Null where only the domain is set.
  host text,
  port int not null check (port between 1 and 65535),
  security text not null check (security in ('tls', 'starttls', 'none')),
  user_name text,
  -- Read by the job that sends, and by nobody else.
  password text,
  sender text not null,
  -- Where replies and posts by mail come in.
  domain text,
  saved_at timestamptz not null
);

-- Letters on their way out and what became of them.
create table mail.letter (
  id uuid primary key,
  -- What it is sent once for, however often it is written.
  unique_key text not null unique,
  person_id uuid references people.person on delete cascade,
  -- Where it goes when it answers somebody's mail; else it goes where the person reads mail when it is sent.
  address text,
  why text not null,
  subject text not null,
  text text not null,
  html text,
  headers jsonb not null default '{}',
  -- The thread it speaks of, so that mail programs lay its letters together.
  post_id uuid,
  takes_reply boolean not null default false,
  written_at timestamptz not null,
  -- Sent; kept here for want of a server; or dead, which means that it was given up.
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'kept', 'dead')),
  tries int not null default 0,
  -- When it is tried next. Whoever takes it moves this on first, so that nobody else does.
  next_at timestamptz not null,
  settled_at timestamptz,
  trouble text,
  check (person_id is not null or address is not null)
);
create index letter_waiting on mail.letter (next_at) where state = 'waiting';
create index letter_by_state on mail.letter (state, written_at desc, id desc);
create index letter_by_person on mail.letter (person_id);

-- What a signed address stands for: a reply in a thread, or a post in a space, of one person.
create table mail.signed_address (
  number bigint generated always as identity primary key,
  person_id uuid not null references people.person on delete cascade,
  post_id uuid references spaces.post on delete cascade,
  space_id uuid references spaces.space on delete cascade,
  unique nulls not distinct (person_id, post_id, space_id),
  check (num_nonnulls(post_id, space_id) = 1)
);
create index signed_address_of_thread on mail.signed_address (post_id) where post_id is not null;
create index signed_address_of_space on mail.signed_address (space_id) where space_id is not null;

-- Links that lead to a page with one button, kept as hashes: whoever reads this table cannot use them.
create table mail.one_button (
  token_hash text primary key,
  person_id uuid not null references people.person on delete cascade,
  act text not null,
  facts jsonb not null,
  expires_at timestamptz not null,
  done_at timestamptz,
  -- What pressing it said.
  outcome text
);
create index one_button_by_end on mail.one_button (expires_at);
create index one_button_by_person on mail.one_button (person_id);

-- What came in, once for each recipient, and what became of it. Words are never kept here.
create table mail.received (
  id uuid primary key,
  message_id text not null,
  recipient text not null,
  at timestamptz not null,
  sender text not null,
  kind text not null check (kind in ('reply', 'post', 'question', 'unknown')),
  outcome text not null check (outcome in ('taken', 'refused', 'ignored')),
  sentence text not null,
  unique (message_id, recipient)
);
create index received_by_time on mail.received (at desc, id desc);
create index received_by_sender on mail.received (sender, at desc);

-- Questions that came by mail and wait for their asker to press where they are asked.
create table mail.question (
  id uuid primary key,
  person_id uuid not null references people.person on delete cascade,
  title text,
  body text not null,
  at timestamptz not null
);
create index question_by_person on mail.question (person_id);
create index question_by_time on mail.question (at);

-- The spaces in which somebody is, other than private conversations; those with the latest words first.
create function spaces.space_to_ask(viewer uuid) returns table (space_id uuid, name text)
  language sql stable parallel safe
  begin atomic
    select s.id, s.name
    from spaces.membership m
    join spaces.space s on s.id = m.space_id and not s.is_conversation
    where m.person_id = viewer and exists (select from spaces.visible_space(viewer) v where v.space_id = s.id)
    order by (select max(t.last_at) from spaces.thread t where t.space_id = s.id) desc nulls last, s.id;
  end;
