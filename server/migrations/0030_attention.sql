-- Attention: how many minutes a week somebody gives to their brief, by when those who ask may expect an answer, and how
-- fast somebody really reads.

alter table brief.preference
  -- Minutes a week; null is no limit.
  add column attention_minutes int check (attention_minutes between 5 and 600),
  -- Whether the pace that was chosen holds, also where one was learned. Who moved it before keeps it.
  add column has_own_pace boolean not null default false;
update brief.preference set has_own_pace = true where words_per_minute <> 238;

-- What was done with cards since the week began.
create index outcome_by_person_time on brief.outcome (person_id, at) include (seconds);

-- By when an asker was told to expect an answer: what was said stays, whatever is asked or chosen later.
create table brief.promise (
  person_id uuid not null references people.person on delete cascade,
  said_id uuid not null,
  asker_id uuid not null references people.person on delete cascade,
  post_id uuid not null,
  asked_at timestamptz not null,
  promised_at timestamptz not null,
  -- The day as it is where the one who was asked lives, and the instant at which it ends there.
  day date not null,
  until timestamptz not null,
  primary key (person_id, said_id)
);
create index promise_by_thread on brief.promise (post_id);
create index promise_by_time on brief.promise (person_id, promised_at desc);
create index promise_by_asker on brief.promise (asker_id);

-- Words a minute as they were learned from readings; the empty language is all of them together.
create table brief.pace (
  person_id uuid not null references people.person on delete cascade,
  language text not null,
  words_per_minute int not null check (words_per_minute between 150 and 350),
  reading_count int not null,
  learned_at timestamptz not null,
  primary key (person_id, language)
);

-- Where people stand in the house, for rules about whom they thank and report to.
create view people.stands_under as select id, manager_id, unit from people.person;

-- For how long a person read what others said, the latest first.
create function voices.readings_of(reader uuid, since timestamptz, most int)
  returns table (said_id uuid, seconds real, last_at timestamptz)
  language sql stable parallel safe
  begin atomic
    select r.said_id, r.seconds, r.last_at from voices.reading r
    where r.person_id = reader and r.last_at > since
    order by r.last_at desc limit most;
  end;

-- What people were asked by name in a thread and have not answered since: the latest for each, the newest first.
create function spaces.asked_in(thread uuid, since timestamptz, until timestamptz, most int)
  returns table (said_id uuid, person_id uuid, author_id uuid, at timestamptz)
  language sql stable parallel safe
  begin atomic
    select n.said_id, n.person_id, n.author_id, n.at
    from (
      select distinct on (m.person_id) m.said_id, m.person_id, m.author_id, m.at
      from (
        select k.said_id, k.person_id, k.author_id, k.at from spaces.mention k
        where k.post_id = thread and k.author_id <> k.person_id and k.at > since and k.at <= until
        order by k.at desc limit most
      ) m
      order by m.person_id, m.at desc, m.said_id desc
    ) n
    where not exists (
      select from spaces.reply r
      where r.post_id = thread and r.author_id = n.person_id and r.created_at > n.at and r.created_at <= until
        and r.deleted_at is null
    )
    order by n.at desc, n.said_id desc;
  end;

-- When a person first spoke in the threads of things said, after those were said; null where they have not. What is
-- deleted or hidden was not said.
create function spaces.answered_at(of_person uuid, said uuid[], until timestamptz)
  returns table (said_id uuid, at timestamptz)
  language sql stable parallel safe
  begin atomic
    select w.said_id, (
      select min(a.at) from (
        (select r.created_at as at from spaces.reply r
          where r.post_id = w.post_id and r.author_id = of_person and r.created_at > w.created_at
            and r.created_at <= until and r.deleted_at is null
          order by r.created_at limit 1)
        union all
        (select mine.created_at from spaces.continuation c join spaces.said mine on mine.said_id = c.said_id
          where c.from_post_id = w.post_id and mine.author_id = of_person and mine.created_at > w.created_at
            and mine.created_at <= until and mine.deleted_at is null
          order by mine.created_at limit 1)
      ) a
    )
    from unnest(said) as asked (id)
    cross join lateral (select * from spaces.said where said_id = asked.id limit 1) w
    where w.deleted_at is null;
  end;
