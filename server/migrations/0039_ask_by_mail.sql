-- Drafts of questions and answers out of forwarded mail, whom a question was put to, and who reads a space.

-- What somebody forwarded, as a question and perhaps its answer. It is theirs alone until they publish it.
create table answers.draft (
  id uuid primary key,
  person_id uuid not null references people.person on delete cascade,
  title text,
  question text not null,
  answer text,
  -- By whom the answer is, as their mail names them; null where it is by the person themselves, or where nobody is named.
  answered_by text,
  -- What they wrote above the thread, where it is neither question nor answer. It is not published.
  note text,
  -- Where it is proposed to ask; null once that space is gone.
  space_id uuid references spaces.space on delete set null,
  at timestamptz not null
);
create index draft_by_person on answers.draft (person_id, at desc, id desc);
create index draft_by_time on answers.draft (at);
create index draft_by_space on answers.draft (space_id) where space_id is not null;

-- Whom a question was put to, where it was not put to its space alone.
create table answers.asked_of (
  post_id uuid primary key references spaces.post on delete cascade,
  what text not null check (what in ('person', 'role', 'anyone')),
  person_id uuid references people.person on delete cascade,
  role text check (role in ('executive', 'steward', 'administrator')),
  at timestamptz not null,
  check ((what = 'person') = (person_id is not null)),
  check ((what = 'role') = (role is not null))
);
create index asked_of_by_person on answers.asked_of (person_id) where person_id is not null;

-- Who was asked with a role: a few of those who had it then and could read the question.
create table answers.asked_person (
  post_id uuid not null references answers.asked_of on delete cascade,
  person_id uuid not null references people.person on delete cascade,
  at timestamptz not null,
  primary key (post_id, person_id)
);
create index asked_person_by_person on answers.asked_person (person_id, at desc);

-- Whether all who may read a space may read another one too, so that words can go from that one into the first.
create function spaces.is_read_within(space uuid, other uuid) returns boolean
  language sql stable parallel safe
  begin atomic
    select coalesce((
      select here.id = there.id or (
        (here.visibility <> 'open' or there.visibility = 'open')
        and not exists (
          select from spaces.membership m
          where m.space_id = here.id
            and exists (select from spaces.visible_space(m.person_id) v where v.space_id = here.id)
            and not exists (select from spaces.visible_space(m.person_id) v where v.space_id = there.id)))
      from spaces.space here cross join spaces.space there
      where here.id = is_read_within.space and there.id = is_read_within.other), false);
  end;
