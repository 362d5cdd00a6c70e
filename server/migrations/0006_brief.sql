-- Briefs: what was chosen, what was done with it, and what that taught.
create schema brief;

create table brief.preference (
  person_id uuid primary key references people.person on delete cascade,
  minutes int not null default 10 check (minutes in (3, 5, 10, 15)),
  weekdays int[] not null default '{1,2,3,4,5}',
  local_time text not null default '07:30',
  words_per_minute int not null default 238 check (words_per_minute between 150 and 350),
  -- Only what differs from the defaults.
  weights jsonb not null default '{}'
);

create table brief.brief (
  id uuid primary key,
  person_id uuid not null references people.person on delete cascade,
  minutes int not null,
  built_at timestamptz not null,
  plan jsonb not null
);
create index brief_by_person on brief.brief (person_id, built_at desc);

create table brief.outcome (
  brief_id uuid not null references brief.brief on delete cascade,
  card_key text not null,
  person_id uuid not null references people.person on delete cascade,
  action text not null,
  seconds real,
  at timestamptz not null,
  -- A card put off comes back after this; null means that it does not come back.
  back_at timestamptz,
  -- What the action wrote, so that it can be taken back.
  made_reply_id uuid,
  made_reaction boolean not null default false,
  made_saved_id uuid,
  -- What it taught, as factors of weights, so that this can be taken back too.
  lesson jsonb,
  primary key (brief_id, card_key)
);
create index outcome_by_person on brief.outcome (person_id, card_key, at desc);

-- Kept for the notebook to come; nobody else reads it.
create table brief.saved (
  id uuid primary key,
  person_id uuid not null references people.person on delete cascade,
  kind text not null check (kind in ('saved', 'reflection')),
  said_id uuid,
  prompt text,
  body text,
  at timestamptz not null
);
create index saved_by_person on brief.saved (person_id, at desc, id desc);
