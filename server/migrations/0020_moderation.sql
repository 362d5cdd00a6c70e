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
  -- Named so that it stays when an import is undone that brought the words.
  words_id uuid,
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

-- Whom something said concerns: who is mentioned in it, whose reply it answers, who said what somebody thanked for, and,
-- of a reply, who began its thread, replied in it or follows it. Only what happened at or after the instant given with
-- each counts, and only for those who may see it and have not seen it yet; nobody is concerned by their own doings, nor
-- by those of whom they do not want to hear.
create or replace function spaces.concerned_by(said uuid[], since timestamptz[])
  returns table (person_id uuid, post_id uuid, how text, first_at timestamptz, last_at timestamptz, seen_at timestamptz)
  language sql stable parallel safe
  begin atomic
    with told as materialized (
      select w.said_id, w.post_id, w.reply_id, w.space_id, w.author_id, w.created_at, asked.since
      from (select u.said, min(u.since) as since from unnest(said, since) as u (said, since) group by u.said) asked
      join spaces.said w on w.said_id = asked.said
      where w.deleted_at is null
    ),
    replied as materialized (
      select told.post_id, told.space_id, told.author_id, told.created_at
      from told where told.reply_id is not null and told.created_at >= told.since
    ),
    threads as (select distinct replied.post_id from replied),
    party as (
      select t.post_id, t.author_id as person_id from threads join spaces.thread t on t.post_id = threads.post_id
      union
      select r.post_id, r.author_id from threads join spaces.reply r on r.post_id = threads.post_id
      where r.deleted_at is null
      union
      select f.target_id, f.person_id from threads join spaces.follow f on f.target_id = threads.post_id and f.what = 'thread'
    ),
    concerned as (
      select m.person_id, told.post_id, told.space_id, told.author_id as by_id, 'mentioned' as how, m.at
      from told join spaces.mention m on m.said_id = told.said_id
      where m.at >= told.since
      union all
      select answered.author_id, told.post_id, told.space_id, told.author_id, 'answered', told.created_at
      from told
      join spaces.reply r on r.id = told.reply_id
      join spaces.reply answered on answered.id = r.answers_id
      where told.created_at >= told.since
      union all
      select told.author_id, told.post_id, told.space_id, k.person_id, 'thanked', k.at
      from told join spaces.reaction k on k.said_id = told.said_id and k.kind = 'thank'
      where k.at >= told.since
      union all
      select party.person_id, replied.post_id, replied.space_id, replied.author_id, 'replied', replied.created_at
      from replied join party on party.post_id = replied.post_id
    ),
    merged as (
      select c.person_id, c.post_id, c.space_id, c.how, min(c.at) as first_at, max(c.at) as last_at
      from concerned c
      where c.person_id <> c.by_id
        and not exists (select from spaces.silenced s where s.person_id = c.person_id and s.author_id = c.by_id)
      group by c.person_id, c.post_id, c.space_id, c.how
    )
    select m.person_id, m.post_id, m.how, m.first_at, m.last_at, s.seen_at
    from merged m
    join people.standing p on p.id = m.person_id and p.is_active
    left join spaces.seen s on s.person_id = m.person_id and s.target_id = m.post_id
    where (s.seen_at is null or m.last_at > s.seen_at)
      and exists (select from spaces.visible_space(m.person_id) v where v.space_id = m.space_id);
  end;

-- What others did in a thread in a span of time that concerns somebody, the earliest first; of replies that are not
-- meant for them only if asked. At most so many of each kind. Whether they may see the thread is not asked here.
create or replace function spaces.concerns(viewer uuid, thread uuid, since timestamptz, until timestamptz, with_replies boolean, most int)
  returns table (how text, reply_id uuid, by_id uuid, at timestamptz)
  language sql stable parallel safe
  begin atomic
    (select 'mentioned', w.reply_id, m.author_id, m.at
      from spaces.mention m
      join spaces.said w on w.said_id = m.said_id
      where m.person_id = viewer and m.post_id = thread and m.at between since and until and m.author_id <> viewer
        and w.deleted_at is null
        and not exists (select from spaces.silenced s where s.person_id = viewer and s.author_id = m.author_id)
      order by m.at, m.said_id limit most)
    union all
    (select case when answered.id is null then 'replied' else 'answered' end, r.id, r.author_id, r.created_at
      from spaces.reply r
      left join spaces.reply answered on answered.id = r.answers_id and answered.author_id = viewer
      where r.post_id = thread and r.created_at between since and until and r.author_id <> viewer
        and r.deleted_at is null and (with_replies or answered.id is not null)
        and not exists (select from spaces.mention m where m.said_id = r.id and m.person_id = viewer)
        and not exists (select from spaces.silenced s where s.person_id = viewer and s.author_id = r.author_id)
      order by r.created_at, r.id limit most)
    union all
    (select 'thanked', w.reply_id, k.person_id, k.at
      from spaces.reaction k
      join spaces.said w on w.said_id = k.said_id
      where k.post_id = thread and k.kind = 'thank' and k.at between since and until and k.person_id <> viewer
        and w.author_id = viewer and w.deleted_at is null
        and not exists (select from spaces.silenced s where s.person_id = viewer and s.author_id = k.person_id)
      order by k.at, k.said_id, k.person_id limit most);
  end;

-- The newest posts that a person may read out of a span of time, as they read at its end; none of those of
-- whom they do not want to hear.
create or replace function spaces.recent_post(viewer uuid, since timestamptz, until timestamptz, most int)
  returns table (post_id uuid, author_id uuid, at timestamptz, title text, body text, agree_count int)
  language sql stable parallel safe
  begin atomic
    select p.id, p.author_id, p.created_at,
      case when p.edited_at > until then spaces.title_at(p.id, p.title, until) else p.title end,
      case when p.edited_at > until then spaces.wording_at(p.id, p.body, until) else p.body end,
      (select count(*)::int from spaces.reaction a where a.said_id = p.id and a.kind = 'agree' and a.at <= until)
    from (
      select w.* from spaces.post w
      where w.created_at > since and w.created_at <= until and w.deleted_at is null and w.author_id <> viewer
        and not exists (select from spaces.silenced s where s.person_id = viewer and s.author_id = w.author_id)
        and exists (select from spaces.visible_space(viewer) v where v.space_id = w.space_id)
      order by w.created_at desc limit most
    ) p;
  end;

-- Since when a person is here who came after the network had begun; those who were there from the beginning are no
-- newcomers to it.
create view people.arrival as
select p.id, p.created_at as arrived_at
from people.person p
join people.network n on p.created_at > n.begun_at + interval '3 days';
