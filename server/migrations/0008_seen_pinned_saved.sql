-- Until when a person has seen something: a thread, a space that they joined or follow, a person whom they follow, or,
-- under their own id, everything. No identity is given twice, so the target alone tells which. Nobody else reads it.
create table spaces.seen (
  person_id uuid not null references people.person on delete cascade,
  target_id uuid not null,
  seen_at timestamptz not null,
  -- What stood here before one said to be caught up, so that this can be taken back.
  earlier_at timestamptz,
  primary key (person_id, target_id)
) with (fillfactor = 85);

-- What was said until now has been seen.
insert into spaces.seen (person_id, target_id, seen_at)
  select person_id, space_id, now() from spaces.membership
  union
  select person_id, target_id, now() from spaces.follow where what in ('space', 'person');

alter table spaces.thread
  -- What an archive brought counts as read: nothing said until then is new.
  add column read_until timestamptz,
  -- Set while the post is pinned on top of its space.
  add column pinned_at timestamptz,
  add column pinned_by uuid references people.person;
create index thread_pinned on spaces.thread (space_id, pinned_at desc, post_id desc) where pinned_at is not null;

-- The newest posts of a space; by activity they are found through its threads.
create index post_by_space on spaces.post (space_id, created_at desc, id desc);

-- What somebody saved, for themselves alone.
create table spaces.saved (
  person_id uuid not null references people.person on delete cascade,
  said_id uuid not null,
  note text,
  saved_at timestamptz not null,
  primary key (person_id, said_id)
);
create index saved_by_time on spaces.saved (person_id, saved_at desc, said_id desc);

create type spaces.may_with_post as (edit boolean, delete boolean, pin boolean);

-- What was saved from briefs is saved words from now on; what is left of it are reflections.
insert into spaces.saved (person_id, said_id, note, saved_at)
  select person_id, said_id, string_agg(body, E'\n\n' order by at), max(at)
  from brief.saved where kind = 'saved' and said_id is not null
  group by person_id, said_id;

alter table brief.outcome add column made_saved boolean not null default false;
update brief.outcome o set made_saved = true, made_saved_id = null
  from brief.saved s where s.id = o.made_saved_id and s.kind = 'saved';
alter table brief.outcome rename column made_saved_id to made_reflection_id;

create table brief.reflection (
  id uuid primary key,
  person_id uuid not null references people.person on delete cascade,
  prompt text,
  body text not null,
  at timestamptz not null
);
create index reflection_by_person on brief.reflection (person_id, at desc, id desc);
insert into brief.reflection (id, person_id, prompt, body, at)
  select id, person_id, prompt, coalesce(body, ''), at from brief.saved where kind = 'reflection';
drop table brief.saved;
