-- Notices: that something was said which concerns somebody, one for each person and thread.
create schema notices;

-- What was said or done and is not told of yet, noted by the write that did it.
create table notices.waiting (
  id bigint generated always as identity primary key,
  said_id uuid not null,
  at timestamptz not null
);

-- That a thread has something for somebody. It holds no words and counts nothing: who did what is looked up when it
-- is read, so what was deleted or went out of sight is gone from here too.
create table notices.notice (
  person_id uuid not null references people.person on delete cascade,
  post_id uuid not null,
  -- When what it tells of began and ended.
  first_at timestamptz not null,
  last_at timestamptz not null,
  -- Whether it tells of every reply, or only of what was meant for this person.
  tells_replies boolean not null,
  read_at timestamptz not null,
  -- What stood there before everything was marked as read, so that this can be taken back.
  earlier_at timestamptz,
  primary key (person_id, post_id)
) with (fillfactor = 85);
create index notice_by_person on notices.notice (person_id, last_at desc, post_id desc);

-- Threads of which somebody wants to hear no more than that they are mentioned.
create table notices.muted (
  person_id uuid not null references people.person on delete cascade,
  post_id uuid not null,
  at timestamptz not null,
  primary key (person_id, post_id)
);

create index follow_of_thread on spaces.follow (target_id) include (person_id) where what = 'thread';

-- Whom something said concerns: who is mentioned in it, whose reply it answers, who said what somebody thanked for, and,
-- of a reply, who began its thread, replied in it or follows it. Only what happened at or after the instant given with
-- each counts, and only for those who may see it and have not seen it yet; nobody is concerned by their own doings.
create function spaces.concerned_by(said uuid[], since timestamptz[])
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
      group by c.person_id, c.post_id, c.space_id, c.how
    )
    select m.person_id, m.post_id, m.how, m.first_at, m.last_at, s.seen_at
    from merged m
    join people.standing p on p.id = m.person_id and p.is_active
    left join spaces.seen s on s.person_id = m.person_id and s.target_id = m.post_id
    where (s.seen_at is null or m.last_at > s.seen_at)
      and exists (select from spaces.visible_space(m.person_id) v where v.space_id = m.space_id);
  end;

-- A thread for somebody who may see it, and for nobody else: what names it, and until when they have seen it.
create function spaces.thread_for(viewer uuid, thread uuid)
  returns table (title text, author_id uuid, space spaces.space_ref, seen_at timestamptz, you_follow boolean)
  language sql stable parallel safe
  begin atomic
    select p.title, p.author_id, row(s.id, s.name, s.visibility, s.is_conversation)::spaces.space_ref,
      (select seen.seen_at from spaces.seen seen where seen.person_id = viewer and seen.target_id = p.id),
      exists (select from spaces.follow f where f.person_id = viewer and f.what = 'thread' and f.target_id = p.id)
    from spaces.post p
    join spaces.space s on s.id = p.space_id
    where p.id = thread and exists (select from spaces.visible_space(viewer) v where v.space_id = p.space_id);
  end;

-- What others did in a thread in a span of time that concerns somebody, the earliest first; of replies that are not
-- meant for them only if asked. At most so many of each kind. Whether they may see the thread is not asked here.
create function spaces.concerns(viewer uuid, thread uuid, since timestamptz, until timestamptz, with_replies boolean, most int)
  returns table (how text, reply_id uuid, by_id uuid, at timestamptz)
  language sql stable parallel safe
  begin atomic
    (select 'mentioned', w.reply_id, m.author_id, m.at
      from spaces.mention m
      join spaces.said w on w.said_id = m.said_id
      where m.person_id = viewer and m.post_id = thread and m.at between since and until and m.author_id <> viewer
        and w.deleted_at is null
      order by m.at, m.said_id limit most)
    union all
    (select case when answered.id is null then 'replied' else 'answered' end, r.id, r.author_id, r.created_at
      from spaces.reply r
      left join spaces.reply answered on answered.id = r.answers_id and answered.author_id = viewer
      where r.post_id = thread and r.created_at between since and until and r.author_id <> viewer
        and r.deleted_at is null and (with_replies or answered.id is not null)
        and not exists (select from spaces.mention m where m.said_id = r.id and m.person_id = viewer)
      order by r.created_at, r.id limit most)
    union all
    (select 'thanked', w.reply_id, k.person_id, k.at
      from spaces.reaction k
      join spaces.said w on w.said_id = k.said_id
      where k.post_id = thread and k.kind = 'thank' and k.at between since and until and k.person_id <> viewer
        and w.author_id = viewer and w.deleted_at is null
      order by k.at, k.said_id, k.person_id limit most);
  end;
