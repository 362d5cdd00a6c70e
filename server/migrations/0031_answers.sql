-- What answers keeps: how questions stand, and who waits for the same.
create schema answers;

-- The questions that stand, for whatever holds of questions alone.
create view spaces.question_post as
select p.id as post_id, p.space_id, p.author_id, p.title, p.body, p.created_at
from spaces.post p
where p.kind = 'question' and p.deleted_at is null;
create index post_question_by_time on spaces.post (created_at desc, id desc)
  where kind = 'question' and deleted_at is null;

-- How a question stands, once something was done with it: one without a row is named, open and waits for nobody else.
-- That an answer is out of date is told by the day on which it is to be looked at again, and kept nowhere.
create table answers.question (
  post_id uuid primary key references spaces.post on delete cascade,
  -- How far its asker is known, and to whom.
  strength text not null default 'named' check (strength in ('named', 'confidential', 'anonymous')),
  -- The reply that is the answer, and who took it for that.
  answer_id uuid references spaces.reply on delete set null,
  accepted_by uuid references people.person,
  accepted_at timestamptz,
  -- Who answers for the answer, and looks at it again on this day.
  owner_id uuid references people.person,
  review_on date,
  -- Another question whose answer holds instead of this one's.
  superseded_by uuid references spaces.post on delete set null,
  -- The question into which this one was merged: whoever comes here is led there.
  merged_into uuid references spaces.post on delete set null
);
create index question_by_answer on answers.question (answer_id) where answer_id is not null;
create index question_by_owner on answers.question (owner_id, review_on) where answer_id is not null;
create index question_by_merged on answers.question (merged_into) where merged_into is not null;
create index question_by_superseding on answers.question (superseded_by) where superseded_by is not null;

-- Who wants to know too. The asker waits without a row.
create table answers.waiting (
  post_id uuid not null references spaces.post on delete cascade,
  person_id uuid not null references people.person on delete cascade,
  at timestamptz not null,
  primary key (post_id, person_id)
);
create index waiting_by_person on answers.waiting (person_id, at desc);
