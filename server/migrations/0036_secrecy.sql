-- Questions of which nobody can learn who asked: tokens that are signed unseen, what waits for its hour, and by what the
-- asker is known again. No row here holds a person beside anything of a question, and none holds the time of a deed.

-- By which key the tokens of a week are signed. Gone when the week is over.
create table answers.token_key (
  period text primary key,
  private_key text not null,
  public_key text not null
);

-- How many tokens somebody was given in a week: nothing of the tokens, and not when.
create table answers.tokens_given (
  period text not null,
  person_id uuid not null references people.person on delete cascade,
  given int not null check (given > 0),
  primary key (period, person_id)
);

-- Tokens that were spent, and for what, so that the same again is answered the same.
create table answers.spent_token (
  token_hash text primary key,
  content_hash text not null,
  period text not null,
  post_id uuid not null,
  posted_at timestamptz not null
);
create index spent_token_by_post on answers.spent_token (post_id);

-- What waits for the full hour, with which all of it is posted in an order drawn by chance.
create table answers.unposted (
  id uuid primary key default gen_random_uuid(),
  what text not null check (what in ('question', 'follow-up', 'answer')),
  post_id uuid not null,
  posted_at timestamptz not null,
  -- Of a question.
  space_id uuid references spaces.space on delete cascade,
  title text,
  secret_hash text,
  -- Of a question and a follow-up.
  body text,
  -- Of an answer that was chosen.
  reply_id uuid references spaces.reply on delete cascade
);
create index unposted_by_time on answers.unposted (posted_at);
create index unposted_by_post on answers.unposted (post_id);

-- By what the asker of an anonymous question is known again.
create table answers.anonymous (
  post_id uuid primary key references spaces.post on delete cascade,
  secret_hash text not null,
  follow_ups int not null default 0
);
