-- Spaces, and what is said in them.
create schema spaces;

create text search configuration spaces.words (copy = pg_catalog.english);
alter text search configuration spaces.words
  alter mapping for hword, hword_part, word with public.unaccent, english_stem;

create table spaces.space (
  id uuid primary key,
  name text not null,
  purpose text,
  visibility text not null check (visibility in ('open', 'closed', 'private')),
  is_porous boolean not null default false,
  -- A private conversation out of an archive: named by its members, listed apart.
  is_conversation boolean not null default false,
  created_by uuid references people.person,
  created_at timestamptz not null
);
create index space_by_name on spaces.space (is_conversation, lower(name), id);

create table spaces.membership (
  space_id uuid not null references spaces.space on delete cascade,
  person_id uuid not null references people.person on delete cascade,
  is_keeper boolean not null default false,
  joined_at timestamptz not null,
  primary key (space_id, person_id)
);
create index membership_by_person on spaces.membership (person_id, space_id);

create table spaces.post (
  id uuid primary key,
  space_id uuid not null references spaces.space on delete cascade,
  author_id uuid not null references people.person,
  kind text not null check (kind in ('note', 'question')),
  title text,
  body text not null,
  folded text,
  created_at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  found_by tsvector generated always as (
    setweight(to_tsvector('spaces.words', coalesce(title, '')), 'A') || setweight(to_tsvector('spaces.words', left(body, 100000)), 'C')
  ) stored
);
create index post_found_by on spaces.post using gin (found_by);
create index post_by_author on spaces.post (author_id, created_at desc);
create index post_by_time on spaces.post (created_at desc);

-- What changes with every reply stands apart from the post, so that a reply does not rewrite words and their index.
create table spaces.thread (
  post_id uuid primary key references spaces.post on delete cascade,
  space_id uuid not null references spaces.space on delete cascade,
  author_id uuid not null references people.person,
  reply_count int not null default 0,
  last_at timestamptz not null,
  last_author_id uuid references people.person
) with (fillfactor = 85);
create index thread_by_space on spaces.thread (space_id, last_at desc, post_id desc);
create index thread_by_author on spaces.thread (author_id, last_at desc, post_id desc);

create table spaces.reply (
  id uuid primary key,
  post_id uuid not null references spaces.post on delete cascade,
  space_id uuid not null references spaces.space on delete cascade,
  author_id uuid not null references people.person,
  answers_id uuid references spaces.reply,
  body text not null,
  folded text,
  created_at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  found_by tsvector generated always as (setweight(to_tsvector('spaces.words', left(body, 100000)), 'C')) stored
);
create index reply_found_by on spaces.reply using gin (found_by);
create index reply_by_thread on spaces.reply (post_id, created_at, id);
create index reply_by_author on spaces.reply (author_id, created_at desc);
create index reply_by_answered on spaces.reply (answers_id) where answers_id is not null;

create table spaces.reaction (
  said_id uuid not null,
  kind text not null check (kind in ('agree', 'thank', 'curious', 'concerned')),
  person_id uuid not null references people.person on delete cascade,
  post_id uuid not null references spaces.post on delete cascade,
  at timestamptz not null,
  primary key (said_id, kind, person_id)
);
create index reaction_by_thread on spaces.reaction (post_id);
create index reaction_thanks_by_time on spaces.reaction (at desc) where kind = 'thank';

create table spaces.mention (
  said_id uuid not null,
  person_id uuid not null references people.person on delete cascade,
  post_id uuid not null references spaces.post on delete cascade,
  at timestamptz not null,
  primary key (said_id, person_id)
);
create index mention_by_person on spaces.mention (person_id, at desc);
create index mention_by_thread on spaces.mention (post_id);

-- A wording that was replaced at `until_at`; the wording of something deleted is kept only as long as undo needs it.
create table spaces.version (
  said_id uuid not null,
  until_at timestamptz not null,
  title text,
  body text not null,
  was_deletion boolean not null default false,
  primary key (said_id, until_at)
);
create index version_of_deleted on spaces.version (until_at) where was_deletion;

-- Something said that carries on from another thread, whose audience was a different one.
create table spaces.continuation (
  said_id uuid primary key,
  post_id uuid not null references spaces.post on delete cascade,
  from_said_id uuid not null,
  from_post_id uuid not null references spaces.post on delete cascade
);
create index continuation_by_thread on spaces.continuation (post_id);
create index continuation_by_origin on spaces.continuation (from_said_id);
create index continuation_by_origin_thread on spaces.continuation (from_post_id);

create table spaces.follow (
  person_id uuid not null references people.person on delete cascade,
  what text not null check (what in ('person', 'space', 'thread')),
  target_id uuid not null,
  at timestamptz not null,
  primary key (person_id, what, target_id)
);

-- In how many posts and replies each word stands, refreshed by a job; the word '' holds how many there are, and
-- '#' their mean number of different words.
create table spaces.word_count (
  word text primary key,
  said_count int not null
);

-- The one visibility rule: the spaces whose posts a person may read. Open ones are read by everybody of the house,
-- all others by their members; guests read what they are members of.
create function spaces.visible_space(viewer uuid) returns table (space_id uuid)
  language sql stable parallel safe
  begin atomic
    select s.id
    from spaces.space s
    where (s.visibility = 'open' and (select people.is_insider(viewer)))
       or exists (select from spaces.membership m where m.space_id = s.id and m.person_id = viewer);
  end;

-- The spaces that a person may know of: closed ones too, for those of the house.
create function spaces.known_space(viewer uuid) returns table (space_id uuid)
  language sql stable parallel safe
  begin atomic
    select s.id
    from spaces.space s
    where (s.visibility in ('open', 'closed') and (select people.is_insider(viewer)))
       or exists (select from spaces.membership m where m.space_id = s.id and m.person_id = viewer);
  end;
