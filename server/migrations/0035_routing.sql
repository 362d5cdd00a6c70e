-- Questions are put to those who may know, by what they answered before.

-- What was said in answer to questions that share words with one, as far as somebody may read them: the rarest words
-- tell. How near a question is goes from 0 to 1. `is_answer` tells what was said to the question itself, and not to
-- another reply. Nobody answers their own question. Of a word that stands everywhere nothing is looked up.
create function spaces.answered_near(viewer uuid, question uuid, most int)
  returns table (post_id uuid, nearness real, reply_id uuid, author_id uuid, is_answer boolean, at timestamptz)
  language sql stable parallel safe
  begin atomic
    with visible as materialized (select v.space_id from spaces.visible_space(viewer) v),
    asked as materialized (
      select l.word, ln(2 + 100000.0 / (1 + coalesce(c.said_count, 0)))::real as rarity,
        ('''' || replace(replace(l.word, '\', '\\'), '''', '''''') || '''')::tsquery as query
      from spaces.post p
      cross join unnest(tsvector_to_array(p.found_by)) as l (word)
      left join spaces.word_count c on c.word = l.word
      where p.id = question and left(l.word, 1) <> '/' and coalesce(c.said_count, 0) <= 20000
      -- What was hardly ever said, such as a name or a slip, finds nothing; it comes after the rare words that may.
      order by coalesce(c.said_count, 0) < 2, c.said_count, l.word
      limit 12
    ),
    near as materialized (
      select hit.id, (sum(asked.rarity) / (select sum(every.rarity) from asked every))::real as nearness
      from asked
      cross join lateral (
        select p.id from spaces.post p
        where p.kind = 'question' and p.deleted_at is null and p.found_by @@ asked.query and p.id <> question
          and p.space_id in (select space_id from visible)
        limit 500
      ) hit
      group by hit.id
      having sum(asked.rarity) >= 0.25 * (select sum(every.rarity) from asked every)
      order by 2 desc, 1 desc
      limit most
    )
    select near.id, near.nearness, said.id, said.author_id, said.is_answer, said.created_at
    from near
    join spaces.post p on p.id = near.id
    cross join lateral (
      select r.id, r.author_id, r.answers_id is null as is_answer, r.created_at
      from spaces.reply r
      where r.post_id = near.id and r.deleted_at is null and r.author_id <> p.author_id
      order by r.created_at, r.id limit 50
    ) said;
  end;

-- Whom nobody puts together with somebody: neither wants to hear of the other, for whatever reason.
create view notices.unheard as select person_id, target_id as author_id from notices.muted where what = 'person';

-- To whom a question was put, once each.
create table answers.routing (
  post_id uuid not null references spaces.post on delete cascade,
  person_id uuid not null references people.person on delete cascade,
  by_id uuid not null references people.person on delete cascade,
  at timestamptz not null,
  -- Why them, as a sentence to them, and whether nobody else answered anything like it.
  reason text not null,
  is_only boolean not null,
  declined_at timestamptz,
  -- Why they passed it on, in their words.
  why text,
  -- Who passed it on to them; null where somebody chose them.
  passed_by uuid references people.person on delete set null,
  primary key (post_id, person_id)
);
create index routing_by_person on answers.routing (person_id, at desc);
create index routing_by_router on answers.routing (by_id, at desc) where passed_by is null;
create index routing_by_passing on answers.routing (passed_by) where passed_by is not null;

-- What was put to somebody and waits for them at an instant: they did not pass it on, said nothing in its thread since,
-- and nothing was taken for the answer.
create function answers.waits_at(of_person uuid, until timestamptz)
  returns table (post_id uuid, by_id uuid, at timestamptz, reason text, is_only boolean)
  language sql stable parallel safe
  begin atomic
    select r.post_id, r.by_id, r.at, r.reason, r.is_only
    from (
      select * from answers.routing newest
      where newest.person_id = of_person and newest.at <= until
      order by newest.at desc limit 200
    ) r
    left join answers.question q on q.post_id = r.post_id
    where (r.declined_at is null or r.declined_at > until)
      and (q.answer_id is null or q.accepted_at > until) and q.merged_into is null
      and not exists (
        select from spaces.said w
        where w.post_id = r.post_id and w.author_id = of_person and w.created_at > r.at and w.created_at <= until
          and w.deleted_at is null
      );
  end;

-- A question and those that were merged into it: where somebody may have said that they want to know too.
create function answers.asked_alike(question uuid) returns table (post_id uuid)
  language sql stable parallel safe
  begin atomic
    select question
    union all
    select q.post_id from answers.question q where q.merged_into = question;
  end;
