-- Office hours: a slot in which people queue questions and vote for them, and somebody answers the most wanted.

create table answers.hours (
  id uuid primary key,
  host_id uuid not null references people.person on delete cascade,
  -- The host, or whoever prepares for them; both are named.
  offered_by uuid not null references people.person on delete cascade,
  -- Whoever reads this space sees the slot, and the questions are posts in it.
  space_id uuid not null references spaces.space on delete cascade,
  theme text not null,
  -- From when on questions are taken; they are taken until the end.
  opens_at timestamptz not null,
  begins_at timestamptz not null,
  ends_at timestamptz not null,
  cancelled_at timestamptz,
  -- The question that the host answers now.
  called_id uuid references spaces.post on delete set null,
  -- How often what a calendar shows of it was changed.
  revision int not null default 0,
  -- When what a calendar shows of it was last changed.
  changed_at timestamptz not null,
  check (opens_at <= begins_at and begins_at < ends_at)
);
create index hours_by_end on answers.hours (ends_at, id);
create index hours_by_host on answers.hours (host_id, ends_at);
create index hours_by_offering on answers.hours (offered_by);
create index hours_by_space on answers.hours (space_id);
create index hours_by_called on answers.hours (called_id) where called_id is not null;

-- The questions of a slot, each of which is a post of its space and stays one. What is answered is told by the answer.
create table answers.hours_question (
  post_id uuid primary key references spaces.post on delete cascade,
  hours_id uuid not null references answers.hours on delete cascade,
  asker_id uuid not null references people.person on delete cascade,
  asked_at timestamptz not null,
  -- Kept beside the votes, as every look at the queue needs it.
  vote_count int not null default 0,
  -- Left for later by the host: it waits behind those that were not.
  skipped_at timestamptz,
  -- Not to be answered here, by whom, and the reason, which its asker gets and nobody else.
  set_aside_at timestamptz,
  set_aside_by uuid references people.person on delete set null,
  set_aside_reason text,
  check ((set_aside_at is null) = (set_aside_reason is null))
);
create index hours_question_by_slot on answers.hours_question (hours_id);
create index hours_question_by_asker on answers.hours_question (asker_id, asked_at, post_id);
create index hours_question_by_set_aside on answers.hours_question (set_aside_by) where set_aside_by is not null;

-- Who wants which question answered; the asker is among them from the beginning. Nobody reads this but the voter.
create table answers.hours_vote (
  post_id uuid not null references answers.hours_question on delete cascade,
  person_id uuid not null references people.person on delete cascade,
  at timestamptz not null,
  primary key (post_id, person_id)
);
create index hours_vote_by_person on answers.hours_vote (person_id, at, post_id);

create function answers.count_hours_vote() returns trigger
  language plpgsql
  as $$
  begin
    update answers.hours_question q
    set vote_count = q.vote_count + case tg_op when 'INSERT' then 1 else -1 end
    where q.post_id = coalesce(new.post_id, old.post_id);
    return null;
  end
  $$;
create trigger hours_vote_is_counted after insert or delete on answers.hours_vote
  for each row execute function answers.count_hours_vote();
