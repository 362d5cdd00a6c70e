-- How often people turn to each other is counted out of indexes alone. A year of one person's turns lies scattered over
-- the whole table of replies, and in a network of two million replies each count waited for hundreds of its pages. So the
-- index that holds a thread's replies knows their authors, that of an author's replies their threads, and the key of a
-- thread its author.
create index reply_in_thread on spaces.reply (post_id, created_at, id) include (author_id);
drop index spaces.reply_by_thread;
alter index spaces.reply_in_thread rename to reply_by_thread;
create index reply_of_author on spaces.reply (author_id, created_at desc) include (post_id);
drop index spaces.reply_by_author;
alter index spaces.reply_of_author rename to reply_by_author;
alter table spaces.thread
  drop constraint thread_pkey,
  add constraint thread_pkey primary key (post_id) include (author_id);

-- As before, but for the last lines: an array that comes as a parameter would be searched from its beginning for every
-- row, a set is looked up.
create or replace function spaces.ties(of_person uuid, with_people uuid[], since timestamptz, until timestamptz)
  returns table (person_id uuid, given int, received int)
  language sql stable parallel safe
  begin atomic
    -- Counted before it is narrowed: the turns of one person are few, the threads of many people are not.
    with turn as materialized (
      select m.person_id, count(*) as given, 0 as received from spaces.mention m
      where m.author_id = of_person and m.at > since and m.at <= until group by m.person_id
      union all
      select m.author_id, 0, count(*) from spaces.mention m
      where m.person_id = of_person and m.at > since and m.at <= until group by m.author_id
      union all
      select t.author_id, count(*), 0 from spaces.reply r join spaces.thread t on t.post_id = r.post_id
      where r.author_id = of_person and r.created_at > since and r.created_at <= until group by t.author_id
      union all
      select r.author_id, 0, count(*) from spaces.thread t join spaces.reply r on r.post_id = t.post_id
      where t.author_id = of_person and r.created_at > since and r.created_at <= until group by r.author_id
    )
    select turn.person_id, sum(turn.given)::int, sum(turn.received)::int
    from turn
    where turn.person_id in (select wanted.id from unnest(with_people) as wanted (id))
    group by turn.person_id;
  end;

-- To whom one person turned in a span of time, by mentioning them or by replying in their thread: those of spaces.ties
-- with something given, at half the counting.
create function spaces.turned_to(of_person uuid, since timestamptz, until timestamptz) returns table (person_id uuid)
  language sql stable parallel safe
  begin atomic
    select m.person_id from spaces.mention m
    where m.author_id = of_person and m.at > since and m.at <= until
    union
    select t.author_id from spaces.reply r join spaces.thread t on t.post_id = r.post_id
    where r.author_id = of_person and r.created_at > since and r.created_at <= until;
  end;
