-- Similar questions while one types, and what came of showing them.

-- Questions are found among questions alone. A pending list would be read through with every letter that is typed.
create index post_question_found_by on spaces.post using gin (found_by) with (fastupdate = off)
  where kind = 'question' and deleted_at is null;

-- That somebody was served by a question that stood already, and had not to ask: they said that its answer answers
-- them, or opened it from what was suggested. Once a day for each person and question; the stronger of both stays.
create table answers.reuse (
  id uuid primary key,
  post_id uuid not null references spaces.post on delete cascade,
  -- What was the answer then.
  answer_id uuid references spaces.reply on delete set null,
  person_id uuid not null references people.person on delete cascade,
  kind text not null check (kind in ('answers-me', 'opened')),
  at timestamptz not null
);
create unique index reuse_by_day on answers.reuse (person_id, post_id, ((at at time zone 'UTC')::date));
create index reuse_by_question on answers.reuse (post_id, kind);
create index reuse_by_answer on answers.reuse (answer_id, at) where answer_id is not null;
