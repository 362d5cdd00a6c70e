-- What came in from elsewhere, and from where exactly.
create schema import;

create table import.archive (
  id uuid primary key,
  source text not null check (source in ('people', 'slack', 'mbox')),
  file text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  messages_found int not null default 0,
  messages_new int not null default 0,
  messages_known int not null default 0,
  messages_skipped int not null default 0,
  skipped jsonb not null default '[]',
  lossy jsonb not null default '[]'
);
create index archive_by_time on import.archive (started_at desc);

-- Which archived message something said was, and under which address or account its author said it.
create table import.origin (
  said_id uuid primary key,
  -- Without a foreign key: archives are never deleted, and checking it for every message takes time.
  archive_id uuid not null,
  author_key text not null
);

-- Which person an account or address of an archive is, so that a second import finds them again.
create table import.person_key (
  source text not null,
  key text not null,
  person_id uuid not null references people.person on delete cascade,
  -- True for somebody whom the network knew nothing of before this import.
  is_made boolean not null,
  primary key (source, key)
);
create index person_key_by_person on import.person_key (person_id);

-- Under which of their addresses people took part in what was said: kept for those alone who were given addresses on
-- evidence, so that such a merge can be undone.
create table import.appearance (
  address text not null,
  said_id uuid not null,
  person_id uuid not null references people.person on delete cascade,
  part text not null check (part in ('author', 'mentioned', 'reader')),
  primary key (address, said_id)
);
create index appearance_by_said on import.appearance (said_id);
create index appearance_by_person on import.appearance (person_id);
