-- The brief as a letter: how it reaches people, when the next one goes and what letters carried; addresses at which a
-- mail does an act of a room; and who agreed to be counted.
alter table brief.preference
  add column channel text not null default 'web' check (channel in ('web', 'mail', 'push')),
  -- Whether somebody agreed that their weeks with the brief are counted among those of at least five.
  add column is_counted boolean not null default false;

-- When somebody's next brief goes out by itself. A row stands here for those who want that, and for nobody else.
create table brief.due (
  person_id uuid primary key references people.person on delete cascade,
  at timestamptz not null
);
create index due_by_time on brief.due (at);

-- The sittings for which a brief went out, by the day where its reader was: one a day, whatever is chosen in between.
create table brief.sending (
  person_id uuid not null references people.person on delete cascade,
  day date not null,
  brief_id uuid not null references brief.brief on delete cascade,
  channel text not null check (channel in ('mail', 'push')),
  at timestamptz not null,
  primary key (person_id, day)
);
create index sending_of_brief on brief.sending (brief_id);

-- The cards that letters carried: none is carried twice, unless its reader put it off.
create table brief.carried (
  person_id uuid not null references people.person on delete cascade,
  card_key text not null,
  brief_id uuid not null references brief.brief on delete cascade,
  at timestamptz not null,
  primary key (person_id, card_key)
);
create index carried_by_brief on brief.carried (brief_id);

-- How many executives took part in a week that is over, counted once and never again, so that nobody learns from a
-- figure that changes when somebody joins or leaves. Null is hidden: too few people stand behind it.
create table brief.participation (
  -- Its Monday.
  week date primary key,
  agreed int,
  took_part int,
  counted_at timestamptz not null
);
create index outcome_by_time on brief.outcome (at);

-- What a reply to a letter answers, where that is more than its thread.
alter table mail.letter add column reply_to text;

-- Addresses at which a mail does an act that a room offers, with what was noted for it.
alter table mail.signed_address
  add column act text,
  add column facts jsonb,
  add column expires_at timestamptz;
alter table mail.signed_address drop constraint signed_address_check;
alter table mail.signed_address drop constraint signed_address_person_id_post_id_space_id_key;
alter table mail.signed_address
  add constraint signed_address_is_for_one check (num_nonnulls(post_id, space_id, act) = 1);
create unique index signed_address_once on mail.signed_address (person_id, post_id, space_id)
  nulls not distinct where act is null;
create index signed_address_by_end on mail.signed_address (expires_at) where expires_at is not null;

-- What a brief that went out carried is not told again by a batch.
alter table notices.batch drop constraint batch_kind_check;
alter table notices.batch add constraint batch_kind_check check (kind in ('batch', 'again', 'urgent', 'brief'));
