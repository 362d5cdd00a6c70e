-- The library of answers: one row for each question, with what its shelves are ordered by.

-- The spaces that everybody of the house may read.
create view spaces.open_space as select id as space_id, name from spaces.space where visibility = 'open';

-- The threads that name a topic, as the word was written.
create view spaces.topic_of_thread as select topic, post_id, last_at from spaces.topic_thread;

-- Where a question leads: itself, unless it was merged.
create function answers.stands_under(question uuid) returns uuid
  language sql stable parallel safe
  return coalesce((select q.merged_into from answers.question q where q.post_id = question), question);

-- Everything here follows from what other tables hold, and is kept by triggers in the transaction that changes it.
create table answers.shelved (
  post_id uuid primary key references spaces.post on delete cascade,
  space_id uuid not null,
  asked_at timestamptz not null,
  -- Not what was deleted, what another answer replaces, or what was merged: that stands under its target.
  is_listed boolean not null default true,
  answer_id uuid,
  answered_by uuid,
  answered_at timestamptz,
  review_on date,
  -- People, each once: with those who wait for or asked what was merged into it, and without its asker.
  waiting_count int not null default 0,
  -- "This answers me" within the last year; a job lets what is older fall out.
  reuse_count int not null default 0
) with (fillfactor = 80);

create index shelved_latest on answers.shelved (answered_at desc, post_id desc) include (review_on, space_id)
  where is_listed and answer_id is not null;
create index shelved_latest_by_space on answers.shelved (space_id, answered_at desc, post_id desc) include (review_on)
  where is_listed and answer_id is not null;
create index shelved_by_answerer on answers.shelved (answered_by, answered_at desc, post_id desc)
  where answer_id is not null;
create index shelved_reused on answers.shelved (reuse_count desc, post_id desc) include (review_on, space_id)
  where is_listed and answer_id is not null and reuse_count > 0;
create index shelved_reused_by_space on answers.shelved (space_id, reuse_count desc, post_id desc) include (review_on)
  where is_listed and answer_id is not null and reuse_count > 0;
create index shelved_stale on answers.shelved (review_on desc, post_id desc) include (space_id)
  where is_listed and answer_id is not null;
create index shelved_stale_by_space on answers.shelved (space_id, review_on desc, post_id desc)
  where is_listed and answer_id is not null;
create index shelved_unanswered on answers.shelved (waiting_count desc, post_id desc) include (space_id)
  where is_listed and answer_id is null;
create index shelved_unanswered_by_space on answers.shelved (space_id, waiting_count desc, post_id desc)
  where is_listed and answer_id is null;

create index reuse_fading on answers.reuse (at) include (post_id);

create function answers.shelve(post uuid) returns void
  language plpgsql
  as $$
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
  end $$;

-- How often "this answers me" was said of a question in the year before an instant, by default that of the last time.
create function answers.count_reuse(post uuid, until timestamptz default null) returns void
  language plpgsql
  as $$
  begin
    perform from answers.shelved s where s.post_id = post for update;
    update answers.shelved s
    set reuse_count = (
      select count(*) from (
        select u.at, coalesce(until, max(u.at) over ()) as last_at
        from answers.reuse u
        where u.kind = 'answers-me' and u.post_id in (
          select post union all select q.post_id from answers.question q where q.merged_into = post)
      ) said
      where said.at > said.last_at - interval '365 days')
    where s.post_id = post;
  end $$;

create function answers.shelve_post() returns trigger
  language plpgsql
  as $$
  begin
    insert into answers.shelved (post_id, space_id, asked_at) values (new.id, new.space_id, new.created_at)
      on conflict do nothing;
    if tg_op = 'UPDATE' then
      perform answers.shelve(new.id);
      perform answers.shelve(answers.stands_under(new.id));
    end if;
    return null;
  end $$;
create trigger question_is_shelved after insert on spaces.post
  for each row when (new.kind = 'question') execute function answers.shelve_post();
create trigger question_is_carried after update of kind, deleted_at, space_id, author_id on spaces.post
  for each row
  when (new.kind = 'question' or old.kind = 'question')
  execute function answers.shelve_post();

create function answers.shelve_reply() returns trigger
  language plpgsql
  as $$
  begin
    perform answers.shelve(q.post_id) from answers.question q where q.answer_id = new.id;
    return null;
  end $$;
create trigger answer_is_carried after update of deleted_at, author_id on spaces.reply
  for each row
  when ((new.deleted_at, new.author_id) is distinct from (old.deleted_at, old.author_id))
  execute function answers.shelve_reply();

-- A question and what it leads to, before and after: of a merging that is undone the row may go altogether.
create function answers.shelve_question() returns trigger
  language plpgsql
  as $$
  declare
    touched uuid;
  begin
    for touched in
      select distinct t.post_id
      from unnest(array[old.post_id, old.merged_into, new.post_id, new.merged_into]) t (post_id)
      where t.post_id is not null order by t.post_id
    loop
      perform answers.shelve(touched);
      if old.merged_into is distinct from new.merged_into then perform answers.count_reuse(touched); end if;
    end loop;
    return null;
  end $$;
create trigger standing_is_shelved after insert or update or delete on answers.question
  for each row execute function answers.shelve_question();

create function answers.shelve_waiting() returns trigger
  language plpgsql
  as $$
  begin
    perform answers.shelve(answers.stands_under(case when tg_op = 'DELETE' then old.post_id else new.post_id end));
    return null;
  end $$;
create trigger waiting_is_shelved after insert or delete on answers.waiting
  for each row execute function answers.shelve_waiting();

create function answers.shelve_reuse() returns trigger
  language plpgsql
  as $$
  begin
    perform answers.count_reuse(answers.stands_under(case when tg_op = 'DELETE' then old.post_id else new.post_id end));
    return null;
  end $$;
create trigger reuse_is_shelved after insert or update of kind or delete on answers.reuse
  for each row execute function answers.shelve_reuse();

insert into answers.shelved (post_id, space_id, asked_at)
  select p.id, p.space_id, p.created_at from spaces.post p where p.kind = 'question';
select answers.shelve(q.post_id) from answers.question q;
select answers.shelve(w.post_id) from (select distinct answers.stands_under(post_id) as post_id from answers.waiting) w;
select answers.count_reuse(u.post_id) from (select distinct answers.stands_under(post_id) as post_id from answers.reuse) u;

-- What somebody, or for the whole network a steward, reckons with in the ledger instead of what is measured or usual.
create table answers.scale_assumption (
  -- Null for the network.
  person_id uuid unique nulls not distinct references people.person on delete cascade,
  minutes_per_answer double precision not null,
  writing_minutes double precision not null,
  asker_minutes double precision not null,
  unconfirmed_weight double precision not null,
  by_id uuid not null references people.person on delete cascade,
  at timestamptz not null
);
