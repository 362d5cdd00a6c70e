-- Notices that leave the page: what each person wants of them, when they go next, and what was sent.

-- Threads, spaces and people of whom somebody wants to hear less. No identity is given twice, so the target alone tells
-- which; what it is is kept for the list.
alter table notices.muted rename column post_id to target_id;
alter table notices.muted
  add column what text not null default 'thread' check (what in ('thread', 'space', 'person'));
alter table notices.muted alter column what drop default;

-- Spaces of which somebody wants to hear of every post.
create table notices.every_post (
  space_id uuid not null,
  person_id uuid not null references people.person on delete cascade,
  at timestamptz not null,
  primary key (space_id, person_id)
);
create index every_post_by_person on notices.every_post (person_id);

-- Posts of which all who are to hear are being told, some at a time: those up to a person have been.
create table notices.fan_out (
  post_id uuid primary key,
  is_announced boolean not null default false,
  at timestamptz not null,
  told_until uuid not null default '00000000-0000-0000-0000-000000000000'
);

-- Whether a notice tells of the post itself too, to somebody who asked to hear of every post, or because it was announced.
alter table notices.notice add column tells_post text check (tells_post in ('asked', 'announced'));

-- What somebody chose; null is as usual for somebody of their roles.
create table notices.preference (
  person_id uuid primary key references people.person on delete cascade,
  first_channel text check (first_channel in ('in-app', 'mail', 'push')),
  second_channel text check (second_channel in ('none', 'mail', 'push')),
  weekdays int[],
  times text[],
  quiet_from text,
  quiet_until text,
  -- While somebody travels, the zone of their device stands for that of their profile.
  is_travelling boolean not null default false,
  device_zone text,
  push_says_what boolean not null default false,
  -- Set once three batches in a row stayed unopened: only every other one goes. They are asked once, in a letter, if that
  -- is right; once they have answered, Foyer leaves it at that.
  is_halved boolean not null default false,
  was_asked boolean not null default false,
  has_answered boolean not null default false,
  -- When they last changed any of this: what waited until then goes with the next batch.
  chose_at timestamptz
);

-- Who may reach somebody in quiet hours, with a deadline.
create table notices.may_interrupt (
  by_id uuid not null references people.person on delete cascade,
  person_id uuid not null references people.person on delete cascade,
  at timestamptz not null,
  primary key (by_id, person_id)
);
create index may_interrupt_by_person on notices.may_interrupt (person_id);

-- Something said that its author needs answered by a time.
create table notices.deadline (
  said_id uuid primary key,
  post_id uuid not null,
  author_id uuid not null references people.person on delete cascade,
  due_at timestamptz not null,
  marked_at timestamptz not null
);
create index deadline_by_thread on notices.deadline (post_id);

-- When somebody's notices are to be looked at next. A row stands here while something may wait for them.
create table notices.due (
  person_id uuid primary key references people.person on delete cascade,
  at timestamptz not null
);
create index due_by_time on notices.due (at);

-- What was sent. The key is what makes it sent once, however many processes there are and whichever of them ends.
create table notices.batch (
  id uuid primary key,
  person_id uuid not null references people.person on delete cascade,
  kind text not null check (kind in ('batch', 'again', 'urgent')),
  channel text not null check (channel in ('mail', 'push')),
  slot_at timestamptz not null,
  at timestamptz not null,
  unique (person_id, kind, slot_at)
);
create index batch_by_person on notices.batch (person_id, at desc);

-- The threads of a batch, each as it stood: what came after this instant was not in it.
create table notices.batch_item (
  batch_id uuid not null references notices.batch on delete cascade,
  person_id uuid not null,
  post_id uuid not null,
  until_at timestamptz not null,
  primary key (batch_id, post_id)
);
create index batch_item_by_thread on notices.batch_item (person_id, post_id);

-- Where a browser of somebody takes pushes.
create table notices.push_subscription (
  id uuid primary key,
  person_id uuid not null references people.person on delete cascade,
  endpoint text not null unique,
  p256dh text not null,
  auth text not null,
  at timestamptz not null
);
create index push_subscription_by_person on notices.push_subscription (person_id);

-- Pushes on their way out, one for each browser; whoever takes one puts off its next try first.
create table notices.push (
  batch_id uuid not null references notices.batch on delete cascade,
  subscription_id uuid not null references notices.push_subscription on delete cascade,
  words jsonb not null,
  is_urgent boolean not null,
  expires_at timestamptz not null,
  try_at timestamptz not null,
  tries int not null default 0,
  primary key (batch_id, subscription_id)
);
create index push_by_try on notices.push (try_at);

-- Spaces as they are named, those of many that somebody may read.
create function spaces.spaces_for(viewer uuid, spaces uuid[]) returns table (space_id uuid, ref spaces.space_ref)
  language sql stable parallel safe
  begin atomic
    select s.id, row(s.id, s.name, s.visibility, s.is_conversation)::spaces.space_ref
    from spaces.space s
    where s.id = any (spaces_for.spaces) and exists (select from spaces.visible_space(viewer) v where v.space_id = s.id);
  end;

-- Who is told of a post beside those whom it concerns: in one go so many people, those after one in their order.
-- Announced, it is told to all members and followers of its space.
create function spaces.audience_of(post uuid, after_person uuid, most int) returns table (person_id uuid)
  language sql stable parallel safe
  begin atomic
    select heard.person_id
    from spaces.post p
    cross join lateral (
      select m.person_id from spaces.membership m where m.space_id = p.space_id
      union
      select f.person_id from spaces.follow f where f.what = 'space' and f.target_id = p.space_id
    ) heard
    where p.id = post and heard.person_id > after_person and heard.person_id <> p.author_id
    order by heard.person_id limit most;
  end;

-- Whether Foyer knows an address at which somebody reads mail: one that is theirs for certain.
create function people.reads_mail(person uuid) returns boolean
  language sql stable parallel safe
  begin atomic
    select exists (select from people.address a where a.person_id = person and a.evidence is null);
  end;
