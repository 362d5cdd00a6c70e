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
  archive_id uuid not null references import.archive on delete cascade,
  author_key text not null
);
create index origin_by_author on import.origin (author_key);

-- Which person an account or address of an archive is, so that a second import finds them again.
create table import.person_key (
  source text not null,
  key text not null,
  person_id uuid not null references people.person on delete cascade,
  primary key (source, key)
);
