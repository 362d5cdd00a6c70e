-- Voices: whom somebody heard by day, what the network is made of, and who would rather not be brought up.

-- Where people stand: the top of their reporting tree and the steps up to it, their unit and their location, and whether
-- they are of the house. Who has neither a manager nor a report stands in no tree. The depth bound stops a broken tree.
create function people.places(of_people uuid[])
  returns table (person_id uuid, top_id uuid, level int, unit text, location text, is_insider boolean)
  language sql stable parallel safe
  begin atomic
    with recursive line (start_id, person_id, steps) as (
      select p.id, p.id, 0 from people.person p
      where p.id = any (of_people)
        and (p.manager_id is not null or exists (select from people.person r where r.manager_id = p.id))
      union all
      select line.start_id, p.manager_id, line.steps + 1
      from line join people.person p on p.id = line.person_id
      where p.manager_id is not null and line.steps < 50
    ),
    top as (
      select distinct on (line.start_id) line.start_id, line.person_id, line.steps
      from line order by line.start_id, line.steps desc
    )
    select p.id, top.person_id, top.steps, p.unit, p.location,
      p.is_active and not p.is_automatic and not 'guest' = any (p.roles)
    from people.person p left join top on top.start_id = p.id
    where p.id = any (of_people);
  end;

-- How many of the house stand in each place, from the tops of all trees down. It goes through everybody.
create function people.place_counts()
  returns table (top_id uuid, level int, unit text, location text, people_count int)
  language sql stable parallel safe
  begin atomic
    with recursive down (person_id, top_id, level) as (
      select p.id, p.id, 0 from people.person p
      where p.manager_id is null and exists (select from people.person r where r.manager_id = p.id)
      union all
      select p.id, down.top_id, down.level + 1
      from down join people.person p on p.manager_id = down.person_id
      where down.level < 50
    )
    select down.top_id, down.level, p.unit, p.location, count(*)::int
    from people.person p left join down on down.person_id = p.id
    where p.is_active and not p.is_automatic and not 'guest' = any (p.roles)
    group by down.top_id, down.level, p.unit, p.location;
  end;

-- Who said something, and in which language.
create view spaces.spoken as
select id as said_id, author_id, language from spaces.post
union all
select id, author_id, language from spaces.reply;

-- How much was said in each language where everybody of the house may read it.
create function spaces.open_languages(since timestamptz) returns table (language text, said_count int)
  language sql stable parallel safe
  begin atomic
    select p.language, count(*)::int
    from spaces.post p join spaces.space s on s.id = p.space_id
    where s.visibility = 'open' and p.created_at > since and p.deleted_at is null and p.language is not null
    group by p.language;
  end;

-- What others said that a person replied or reacted to in a span of time, once each, when they first did.
create index reaction_by_person on spaces.reaction (person_id, at desc) include (said_id);
create function spaces.acted_on(of_person uuid, since timestamptz, until timestamptz)
  returns table (said_id uuid, author_id uuid, language text, at timestamptz)
  language sql stable parallel safe
  begin atomic
    with act as materialized (
      select a.said_id, min(a.at) as at
      from (
        select k.said_id, k.at from spaces.reaction k
        where k.person_id = of_person and k.at > since and k.at <= until
        union all
        select coalesce(r.answers_id, r.post_id), r.created_at from spaces.reply r
        where r.author_id = of_person and r.created_at > since and r.created_at <= until
      ) a
      group by a.said_id
    )
    select act.said_id, w.author_id, w.language, act.at
    from act join spaces.spoken w on w.said_id = act.said_id
    where w.author_id <> of_person;
  end;

-- How many people found each of many things said worth hearing by an instant: who agreed or thanked.
create function spaces.found_worth(said uuid[], until timestamptz) returns table (said_id uuid, people_count int)
  language sql stable parallel safe
  begin atomic
    select k.said_id, count(distinct k.person_id)::int
    from spaces.reaction k
    where k.said_id = any (said) and k.kind in ('agree', 'thank') and k.at <= until
    group by k.said_id;
  end;

-- Posts as they read at an instant, as far as a person may read them.
create function spaces.post_as_of(viewer uuid, posts uuid[], until timestamptz)
  returns table (post_id uuid, title text, body text)
  language sql stable parallel safe
  begin atomic
    select p.id,
      case when p.edited_at > until then spaces.title_at(p.id, p.title, until) else p.title end,
      case when p.edited_at > until then spaces.wording_at(p.id, p.body, until) else p.body end
    from spaces.post p
    where p.id = any (posts) and p.deleted_at is null
      and exists (select from spaces.visible_space(viewer) v where v.space_id = p.space_id);
  end;

-- How much of whom a person read first on which day (in UTC), for that person alone. Single readings go after a while;
-- this stays.
create table voices.day (
  person_id uuid not null references people.person on delete cascade,
  day date not null,
  author_id uuid not null references people.person on delete cascade,
  -- Empty where nobody can tell.
  language text not null,
  read_count int not null,
  primary key (person_id, day, author_id, language)
);
create index day_by_author on voices.day (person_id, author_id, day);

-- Counts all readings by day, where none were counted yet: those that stood here before, or came in bulk.
create function voices.count_days() returns void
  language sql
  begin atomic
    insert into voices.day (person_id, day, author_id, language, read_count)
    select r.person_id, (r.first_at at time zone 'UTC')::date, r.author_id, coalesce(w.language, ''), count(*)::int
    from voices.reading r left join spaces.spoken w on w.said_id = r.said_id
    group by 1, 2, 3, 4;
  end;
select voices.count_days();

-- Whom of many a person had read by an instant; the brief asks it of its reader alone.
create or replace function voices.heard(reader uuid, authors uuid[], until timestamptz) returns table (author_id uuid)
  language sql stable parallel safe
  begin atomic
    select a.id from unnest(authors) as a (id)
    where exists (
      select from voices.reading r where r.person_id = reader and r.author_id = a.id and r.first_at <= until
    ) or exists (
      select from voices.day d
      where d.person_id = reader and d.author_id = a.id and d.day < (until at time zone 'UTC')::date
    );
  end;

-- Whom a person heard after one day and up to another: what they read, and what they replied or reacted to without a
-- reading being noted.
create function voices.heard_by(reader uuid, since date, until date)
  returns table (day date, author_id uuid, language text, read_count int)
  language sql stable parallel safe
  begin atomic
    select d.day, d.author_id, d.language, d.read_count
    from voices.day d where d.person_id = reader and d.day > since and d.day <= until
    union all
    select (a.at at time zone 'UTC')::date, a.author_id, coalesce(a.language, ''), 1
    from spaces.acted_on(
      reader, (since + 1)::timestamp at time zone 'UTC', (until + 1)::timestamp at time zone 'UTC'
    ) a
    where not exists (select from voices.reading r where r.person_id = reader and r.said_id = a.said_id);
  end;

-- What the network is made of, as it was counted last. Empty and -1 stand for what is not known.
create table voices.place_count (
  unit text not null,
  location text not null,
  level int not null,
  top_id uuid,
  people_count int not null
);
create index place_count_by_place on voices.place_count (unit, location, level);
create table voices.language_count (language text primary key, said_count int not null);
create table voices.counted (
  is_only boolean primary key default true check (is_only),
  at timestamptz not null,
  people_count int not null
);

-- The places, or counted on the spot where nobody has counted yet.
create view voices.network_place as
select unit, location, level, top_id, people_count from voices.place_count
union all
select coalesce(c.unit, ''), coalesce(c.location, ''), coalesce(c.level, -1), c.top_id, c.people_count
from people.place_counts() c
where not exists (select from voices.counted);

-- Counts the network anew. Briefs look up what was counted, so what they cost does not grow with the network.
create function voices.count_network(at_instant timestamptz) returns void
  language plpgsql
  as $$
  begin
    perform pg_advisory_xact_lock(86797367);
    delete from voices.place_count;
    insert into voices.place_count (unit, location, level, top_id, people_count)
      select coalesce(c.unit, ''), coalesce(c.location, ''), coalesce(c.level, -1), c.top_id, c.people_count
      from people.place_counts() c;
    delete from voices.language_count;
    insert into voices.language_count (language, said_count)
      select l.language, l.said_count from spaces.open_languages(at_instant - interval '90 days') l;
    insert into voices.counted (at, people_count)
      select at_instant, coalesce(sum(c.people_count), 0) from voices.place_count c
      on conflict (is_only) do update set at = excluded.at, people_count = excluded.people_count;
  end $$;

-- People who would rather not be brought up to those who have not heard them.
create table voices.unsurfaced (
  person_id uuid primary key references people.person on delete cascade,
  at timestamptz not null
);
