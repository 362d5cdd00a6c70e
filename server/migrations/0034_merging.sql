-- Questions that were asked before are merged and can be taken apart again, and rooms tell people of threads by notices.

-- What was merged into what, as somebody did it: a question that was merged may have had others merged into it before.
create table answers.merging (
  post_id uuid primary key references spaces.post on delete cascade,
  into_id uuid not null references spaces.post on delete cascade,
  by_id uuid not null references people.person,
  at timestamptz not null,
  -- The row of the question where merging made it, so that it goes again with the merging; null where one stood before.
  made_row jsonb,
  check (post_id <> into_id)
);
create index merging_by_target on answers.merging (into_id);

-- The question to which a merged one leads in the end; null for one that is not merged.
create function answers.root_of(question uuid) returns uuid
  language sql stable parallel safe
  begin atomic
    with recursive above as (
      select m.into_id, 1 as steps from answers.merging m where m.post_id = question
      union
      select m.into_id, above.steps + 1 from above join answers.merging m on m.post_id = above.into_id
    )
    select into_id from above order by steps desc limit 1;
  end;

-- A question and all that were merged into it, over however many steps.
create function answers.merged_under(question uuid) returns table (post_id uuid)
  language sql stable parallel safe
  begin atomic
    with recursive under as (
      select question as post_id
      union
      select m.post_id from under join answers.merging m on m.into_id = under.post_id
    )
    select under.post_id from under;
  end;

-- Keeps `question.merged_into` at the root, so that whoever follows it goes one step.
create function answers.lead_to_root() returns trigger
  language plpgsql
  as $$
  declare
    moved uuid := coalesce(new.post_id, old.post_id);
    root uuid := answers.root_of(moved);
  begin
    update answers.question set merged_into = case when post_id = moved then root else coalesce(root, moved) end
    where post_id in (select u.post_id from answers.merged_under(moved) u);
    return null;
  end $$;
create trigger merging_leads_to_root after insert or delete on answers.merging
  for each row execute function answers.lead_to_root();

-- Everybody who waits for a question, each once: who asked to know too, there or at a question that was merged into it,
-- and who asked one of those. Its own asker waits without being counted. An anonymous asker is nobody who could be named.
create function answers.waits_for(question uuid) returns table (person_id uuid, at timestamptz)
  language sql stable parallel safe
  begin atomic
    select w.person_id, min(w.at)
    from (
      select own.person_id, own.at from answers.waiting own where own.post_id = question
      union all
      select too.person_id, too.at
      from answers.question m join answers.waiting too on too.post_id = m.post_id
      where m.merged_into = question
      union all
      select p.author_id, p.created_at
      from answers.question m join spaces.question_post p on p.post_id = m.post_id
      where m.merged_into = question and m.strength <> 'anonymous'
    ) w
    where w.person_id is distinct from (select p.author_id from spaces.question_post p where p.post_id = question)
    group by w.person_id;
  end;

-- Whether everybody who may read one space may read another one: the readers of a space that is not open are its
-- members, and guests read what they are members of, as far as it is porous.
create function spaces.all_may_read(from_space uuid, other_space uuid) returns boolean
  language sql stable parallel safe
  begin atomic
    select here.id = there.id or (
      (there.visibility = 'open' or here.visibility <> 'open')
      and not exists (
        select from spaces.membership m
        join people.standing p on p.id = m.person_id and p.is_active
        left join spaces.membership o on o.space_id = there.id and o.person_id = m.person_id
        where m.space_id = here.id and case
          when 'guest' = any (p.roles) then here.is_porous and (o.person_id is null or not there.is_porous)
          else there.visibility <> 'open' and o.person_id is null
        end
      )
    )
    from spaces.space here cross join spaces.space there
    where here.id = from_space and there.id = other_space;
  end;

-- What other rooms tell somebody of a thread, beside what is said in it, with why it is told.
create table notices.told (
  person_id uuid not null references people.person on delete cascade,
  post_id uuid not null references spaces.post on delete cascade,
  how text not null,
  by_id uuid not null references people.person,
  at timestamptz not null,
  why text,
  primary key (post_id, how, person_id)
);
create index told_by_person on notices.told (person_id, post_id);
