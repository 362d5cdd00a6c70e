-- Polls, posts that wait for their time, previews of links, and announcements.

alter table spaces.post
  -- The question, the options and how it goes: {question, options, takesSeveral, shows, closesAt, closedAt}. It never
  -- holds a vote.
  add column poll jsonb,
  -- When an open poll closes; none once it is closed, so that what closes next is found at once.
  add column poll_closes_at timestamptz,
  -- What is shown of the links in the words, written by a job: a list, or nothing.
  add column previews jsonb;
alter table spaces.reply add column previews jsonb;
create index post_poll_closes on spaces.post (poll_closes_at) where poll_closes_at is not null;

-- What somebody chose, by the numbers of the options. It is read for that person alone, and counted for all others; it
-- has no time, so that nobody can be told by when they voted.
create table spaces.poll_vote (
  post_id uuid not null references spaces.post on delete cascade,
  person_id uuid not null references people.person on delete cascade,
  choices int[] not null,
  primary key (post_id, person_id)
);

-- A poll as one viewer may see it. Counts are there once the poll is closed or, if it says so, once this viewer voted.
create function spaces.poll_seen(post uuid, poll jsonb, viewer uuid, is_author boolean) returns json
  language sql stable parallel safe
  begin atomic
    select json_build_object(
      'question', poll -> 'question',
      'options', poll -> 'options',
      'takesSeveral', poll -> 'takesSeveral',
      'shows', poll -> 'shows',
      'closesAt', poll -> 'closesAt',
      'isClosed', poll ->> 'closedAt' is not null,
      'answered', told.answered,
      'yours', told.yours,
      'counts', case
        when poll ->> 'closedAt' is not null or (poll ->> 'shows' = 'after-vote' and cardinality(told.yours) > 0) then (
          select json_agg(coalesce(counted.count, 0) order by option.number)
          from generate_series(0, jsonb_array_length(poll -> 'options') - 1) option (number)
          left join (
            select chosen.number, count(*)::int as count
            from spaces.poll_vote v cross join unnest(v.choices) chosen (number)
            where v.post_id = post group by chosen.number
          ) counted on counted.number = option.number
        )
      end,
      'may', json_build_object(
        'vote', poll ->> 'closedAt' is null,
        'close', is_author and poll ->> 'closedAt' is null,
        'change', is_author and poll ->> 'closedAt' is null and told.answered = 0
      )
    )
    from (
      select count(*)::int as answered,
        coalesce((select v.choices from spaces.poll_vote v where v.post_id = post and v.person_id = viewer), '{}') as yours
      from spaces.poll_vote each where each.post_id = post
    ) told;
  end;

-- What a list shows of a poll.
create function spaces.poll_glimpse(post uuid, poll jsonb) returns json
  language sql stable parallel safe
  begin atomic
    select json_build_object(
      'closesAt', poll -> 'closesAt', 'isClosed', poll ->> 'closedAt' is not null,
      'answered', (select count(*)::int from spaces.poll_vote v where v.post_id = post)
    );
  end;

-- Words whose links are to be looked at, noted by the write that brought them.
create table spaces.preview_wanted (
  said_id uuid primary key,
  -- Changes whenever they are noted anew.
  at timestamptz not null default now(),
  -- Whoever takes it keeps others off it until then.
  taken_until timestamptz
);

-- What a page tells of itself, until it is asked again; nothing where it told nothing or did not answer.
create table spaces.page_told (
  url text primary key,
  preview jsonb,
  until timestamptz not null
);
create index page_told_until on spaces.page_told (until);

-- Previews that the author of the words took off.
create table spaces.preview_removed (
  said_id uuid not null,
  url text not null,
  primary key (said_id, url)
);

-- A post that waits for its time, read by its author alone. Its space may be gone by then, so nothing refers to it.
create table spaces.scheduled (
  id uuid primary key,
  author_id uuid not null references people.person on delete cascade,
  space_id uuid not null,
  -- All that `write-post` takes beside the space.
  post jsonb not null,
  -- The time on the author's own clock, which stays what it is whatever the clocks of the zone do in between.
  due_on text not null,
  time_zone text not null,
  -- The instant which that was found to be; none once it was tried and refused.
  due_at timestamptz,
  -- Why it could not be posted, in a sentence.
  why_not text,
  at timestamptz not null
);
create index scheduled_due on spaces.scheduled (due_at) where due_at is not null;
create index scheduled_by_author on spaces.scheduled (author_id, at);

-- Files that wait with a post: they are not collected as loose.
create table spaces.scheduled_file (
  file_id uuid primary key references spaces.file on delete cascade,
  scheduled_id uuid not null references spaces.scheduled on delete cascade
);
create index scheduled_file_by_post on spaces.scheduled_file (scheduled_id);

-- Set while the post is an announcement: when it became one, which also tells until when it is shown.
alter table spaces.thread add column announced_at timestamptz;
create index thread_announced on spaces.thread (space_id, announced_at desc) where announced_at is not null;
