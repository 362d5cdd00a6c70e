-- Moderation: reports, what is hidden or locked, who does not want to hear of whom, and what is watched for.

alter table spaces.post
  -- Why and when the words were hidden: {reason, at}. Then `deleted_at` is set too and the row has no words left, so
  -- that whatever passes over deleted words passes over hidden ones; the words lie in `hidden_words`.
  add column hidden jsonb,
  -- Why nothing more can be said in the thread: {byId, reason, at}. It stands here since whoever replies reads this row.
  add column locked jsonb;
alter table spaces.reply add column hidden jsonb;

-- The words of what is hidden: for their author, for keepers of the space, and to be put back.
create table spaces.hidden_words (
  said_id uuid primary key,
  post_id uuid not null references spaces.post on delete cascade,
  title text,
  body text not null,
  folded text,
  -- What the author was told beside the reason.
  sentence text,
  hidden_by uuid references people.person on delete set null,
  may_appeal boolean not null default true
);
create index hidden_words_by_thread on spaces.hidden_words (post_id);

create or replace view spaces.said as
select
  p.id as said_id, p.id as post_id, null::uuid as reply_id, p.space_id, p.author_id, p.kind, p.title, p.body, p.folded,
  p.created_at, p.edited_at, p.deleted_at, p.hidden
from spaces.post p
union all
select
  r.id, r.post_id, r.id, r.space_id, r.author_id, null, null, r.body, r.folded,
  r.created_at, r.edited_at, r.deleted_at, r.hidden
from spaces.reply r;

-- What a viewer may do with something said: `moderate` is for keepers of the space.
alter type spaces.may_with_words add attribute moderate boolean;
alter type spaces.may_with_post add attribute moderate boolean;

-- Words that somebody is to judge. It carries them as they read when it was opened, and nothing else of a space that a
-- steward may not read.
create table spaces.moderation_case (
  id uuid primary key,
  said_id uuid not null,
  post_id uuid not null references spaces.post on delete cascade,
  -- The thread's space, held by the thread.
  space_id uuid not null,
  author_id uuid not null references people.person on delete cascade,
  title text,
  body text not null,
  -- The phrase that a watch found, where it opened the case.
  watched text,
  -- Open and appealed ones wait for somebody; hidden and dismissed ones are settled while the words stay hidden.
  state text not null check (state in ('open', 'hidden', 'appealed', 'dismissed', 'kept', 'restored')),
  reason text,
  sentence text,
  opened_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references people.person on delete set null,
  -- Who hid the words: somebody else decides an appeal, where there is somebody else.
  hidden_by uuid references people.person on delete set null,
  appeal text,
  appealed_at timestamptz
);
create unique index moderation_case_of_words on spaces.moderation_case (said_id)
  where state in ('open', 'hidden', 'appealed', 'dismissed');
create index moderation_case_waiting on spaces.moderation_case (opened_at, id) where state in ('open', 'appealed');
create index moderation_case_decided on spaces.moderation_case (decided_at desc, id desc)
  where state in ('hidden', 'dismissed', 'kept', 'restored');
create index moderation_case_by_author on spaces.moderation_case (author_id, opened_at desc);
create index moderation_case_by_thread on spaces.moderation_case (post_id);

create table spaces.report (
  case_id uuid not null references spaces.moderation_case on delete cascade,
  person_id uuid not null references people.person on delete cascade,
  reason text not null,
  sentence text,
  at timestamptz not null,
  -- When whoever reported had seen what came of it.
  heard_at timestamptz,
  primary key (case_id, person_id)
);
create index report_by_person on spaces.report (person_id, at desc);
create index report_by_time on spaces.report (at);

-- What moderators did, for good: who, when, why, and whom it concerned. It holds no words of anybody's but theirs.
create table spaces.moderation_act (
  id uuid primary key,
  at timestamptz not null,
  act text not null,
  by_id uuid references people.person on delete set null,
  about_id uuid references people.person on delete set null,
  said_id uuid,
  post_id uuid,
  space_id uuid,
  to_space_id uuid,
  reason text,
  sentence text
);
create index moderation_act_by_time on spaces.moderation_act (at desc, id desc);
create index moderation_act_by_person on spaces.moderation_act (about_id, at desc, id desc);

-- Words and phrases that stewards watch for; `folded` is what they are found by.
create table spaces.watched_phrase (
  id uuid primary key,
  phrase text not null,
  folded text not null unique,
  added_by uuid references people.person on delete set null,
  at timestamptz not null
);

-- Up to when what was written and changed has been looked through.
create table spaces.watch_progress (
  is_only boolean primary key default true check (is_only),
  until timestamptz not null
);
create index version_by_time on spaces.version (until_at) where not was_deletion;

-- That somebody does not want to hear of somebody: they muted or blocked them, or were blocked by them, which they are
-- not told. A block stands in two rows, one for each side.
create table spaces.silence (
  person_id uuid not null references people.person on delete cascade,
  author_id uuid not null references people.person on delete cascade,
  is_muted boolean not null default false,
  is_blocked boolean not null default false,
  is_blocked_by boolean not null default false,
  at timestamptz not null,
  primary key (person_id, author_id),
  check (person_id <> author_id),
  check (is_muted or is_blocked or is_blocked_by)
);
create index silence_of_author on spaces.silence (author_id);

-- Who hears nothing of whom in feeds and notices: neither posts nor mentions nor replies.
create view spaces.silenced as select person_id, author_id from spaces.silence;

create function spaces.is_muted(viewer uuid, author uuid) returns boolean
  language sql stable parallel safe
  begin atomic
    select exists (select from spaces.silenced s where s.person_id = viewer and s.author_id = author);
  end;

-- Since when a person is here who came after the network had begun; those who were there from the beginning are no
-- newcomers to it.
create view people.arrival as
select p.id, p.created_at as arrived_at
from people.person p
join people.network n on p.created_at > n.begun_at + interval '3 days';
