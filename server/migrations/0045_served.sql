-- Whom an answer served, kept for each question, so that the scale ledger of the network need not count anew.

-- What the ledger counts of a question at an instant: answers, who asked and waited, who was helped without asking. What
-- was merged counts under the question it leads to, and of one that is not there or leads elsewhere nothing counts.
-- Without an instant it is that of the last thing that happened. Until `changes_at` time alone changes nothing of it;
-- null where nothing is left to change.
create function answers.served_at(question uuid, until timestamptz default null)
  returns table (space_id uuid, answers int, askers int, confirmed int, unconfirmed int, changes_at timestamptz)
  language sql stable parallel safe
  begin atomic
    with root as materialized (
      select p.post_id, p.space_id, p.author_id
      from spaces.question_post p
      where p.post_id = question and not exists (
        select from answers.question q where q.post_id = p.post_id and q.merged_into is not null)
    ),
    alike as materialized (
      select r.post_id from root r
      union all
      select m.post_id from root r join answers.question m on m.merged_into = r.post_id
    ),
    written as materialized (
      select s.post_id, s.answered_by, s.answered_at
      from alike a
      join answers.shelved s on s.post_id = a.post_id and s.answer_id is not null
      join spaces.question_post p on p.post_id = s.post_id
    ),
    -- Whoever asked or waits was not spared the asking.
    asking as materialized (
      select w.person_id from alike a join answers.waiting w on w.post_id = a.post_id
      union
      select p.author_id from alike a join spaces.question_post p on p.post_id = a.post_id
    ),
    used as materialized (
      select u.person_id, u.kind, u.at
      from alike a
      join answers.reuse u on u.post_id = a.post_id
      join spaces.said words on words.said_id = u.answer_id and words.deleted_at is null
      where words.author_id <> u.person_id
        and not exists (select from asking where asking.person_id = u.person_id)
        and (u.kind = 'answers-me' or not exists (
          select from spaces.question_post p
          where p.author_id = u.person_id and p.created_at > u.at and p.created_at <= u.at + interval '168 hours'))
    ),
    moment as materialized (
      select greatest(until, (select max(w.answered_at) from written w), (select max(u.at) from used u)) as at
    ),
    person as (
      select bool_or(u.kind = 'answers-me') as is_confirmed
      from used u cross join moment m
      where u.at > m.at - interval '8760 hours' and (u.kind = 'answers-me' or u.at <= m.at - interval '168 hours')
      group by u.person_id
    )
    select r.space_id,
      (select count(*) from written w cross join moment m where w.answered_at > m.at - interval '8760 hours')::int,
      coalesce((
        select (r.author_id is distinct from w.answered_by)::int
          + (select count(*) from answers.waits_for(question) n where n.person_id is distinct from w.answered_by)
        from written w cross join moment m
        where w.post_id = question and w.answered_at > m.at - interval '8760 hours'), 0)::int,
      (select count(*) from person where is_confirmed)::int,
      (select count(*) from person where not is_confirmed)::int,
      (select min(step.at) from (
        select w.answered_at + interval '8760 hours' as at from written w
        union all
        select u.at + interval '8760 hours' from used u
        union all
        select u.at + interval '168 hours' from used u where u.kind = 'opened'
      ) step cross join moment m where step.at > m.at)
    from root r;
  end;

-- One row for each question that the ledger counts or will count, kept by triggers in the transaction that changes it.
create table answers.served (
  post_id uuid primary key references spaces.post on delete cascade,
  space_id uuid not null,
  answers int not null,
  askers int not null,
  confirmed int not null,
  unconfirmed int not null,
  people int not null generated always as (askers + confirmed + unconfirmed) stored,
  -- From then on it is counted anew, until a job has kept that.
  changes_at timestamptz not null
);
create index served_most on answers.served (people desc, post_id desc);
create index served_changing on answers.served (changes_at);

create index reuse_opened_by_person on answers.reuse (person_id, at) include (post_id) where kind = 'opened';

create function answers.keep_served(post uuid, until timestamptz default null) returns void
  language plpgsql
  as $$
  begin
    -- The lock comes before the counting: of two who change the same at once, each would count without the other.
    perform from answers.shelved s where s.post_id = post for update;
    insert into answers.served as kept (post_id, space_id, answers, askers, confirmed, unconfirmed, changes_at)
      select post, n.space_id, n.answers, n.askers, n.confirmed, n.unconfirmed, n.changes_at
      from answers.served_at(post, until) n where n.changes_at is not null
      on conflict (post_id) do update set
        space_id = excluded.space_id, answers = excluded.answers, askers = excluded.askers,
        confirmed = excluded.confirmed, unconfirmed = excluded.unconfirmed, changes_at = excluded.changes_at;
    if not found then delete from answers.served where post_id = post; end if;
  end $$;

create or replace function answers.shelve(post uuid) returns void
  language plpgsql
  as $$
  declare
    root uuid := answers.stands_under(post);
  begin
    -- The lock comes before the counting: of two people who begin to wait at once, each would count without the other.
    perform from answers.shelved s where s.post_id = post for update;
    update answers.shelved s
    set space_id = p.space_id,
      is_listed = p.kind = 'question' and p.deleted_at is null and q.merged_into is null and q.superseded_by is null,
      answer_id = r.id, answered_by = r.author_id,
      answered_at = case when r.id is not null then coalesce(q.accepted_at, r.created_at) end,
      review_on = case when r.id is not null then q.review_on end,
      waiting_count = (select count(*) from answers.waits_for(post))
    from spaces.post p
    left join answers.question q on q.post_id = p.id
    left join spaces.reply r on r.id = q.answer_id and r.deleted_at is null
    where p.id = post and s.post_id = post;
    perform answers.keep_served(post);
    if root <> post then perform answers.keep_served(root); end if;
  end $$;

-- Whoever opened an answer and asks something within a week was not helped by it. What is kept until that week is over
-- anyway is left alone, so that asking holds no other question.
create function answers.serve_asker(asker uuid, asked_at timestamptz) returns void
  language plpgsql
  as $$
  declare
    touched uuid;
  begin
    for touched in
      select distinct answers.stands_under(u.post_id) as post_id
      from answers.reuse u
      left join answers.served s on s.post_id = answers.stands_under(u.post_id)
      where u.kind = 'opened' and u.person_id = asker and u.at < asked_at and u.at >= asked_at - interval '168 hours'
        and coalesce(s.changes_at > u.at + interval '168 hours', true)
      order by post_id
    loop
      perform answers.keep_served(touched);
    end loop;
  end $$;

create or replace function answers.shelve_post() returns trigger
  language plpgsql
  as $$
  begin
    if tg_op <> 'DELETE' then
      insert into answers.shelved (post_id, space_id, asked_at) values (new.id, new.space_id, new.created_at)
        on conflict do nothing;
    end if;
    if tg_op = 'UPDATE' then
      perform answers.shelve(new.id);
      perform answers.shelve(answers.stands_under(new.id));
    end if;
    perform answers.serve_asker(coalesce(new.author_id, old.author_id), coalesce(new.created_at, old.created_at));
    if old.author_id <> new.author_id then perform answers.serve_asker(old.author_id, old.created_at); end if;
    return null;
  end $$;
create trigger question_is_gone after delete on spaces.post
  for each row when (old.kind = 'question') execute function answers.shelve_post();

create or replace function answers.shelve_reply() returns trigger
  language plpgsql
  as $$
  declare
    touched uuid;
  begin
    perform answers.shelve(q.post_id) from answers.question q where q.answer_id = new.id;
    for touched in
      select distinct answers.stands_under(u.post_id) as post_id
      from answers.reuse u where u.answer_id = new.id order by post_id
    loop
      perform answers.keep_served(touched);
    end loop;
    return null;
  end $$;

create or replace function answers.shelve_reuse() returns trigger
  language plpgsql
  as $$
  declare
    root uuid := answers.stands_under(case when tg_op = 'DELETE' then old.post_id else new.post_id end);
  begin
    perform answers.count_reuse(root);
    perform answers.keep_served(root);
    return null;
  end $$;
drop trigger reuse_is_shelved on answers.reuse;
create trigger reuse_is_shelved after insert or update or delete on answers.reuse
  for each row execute function answers.shelve_reuse();

select answers.keep_served(counted.post_id, now())
from (
  select answers.stands_under(s.post_id) as post_id from answers.shelved s where s.answer_id is not null
  union
  select answers.stands_under(u.post_id) from answers.reuse u
) counted;
