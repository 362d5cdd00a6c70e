-- Delegates: who prepares whose brief, what they prepared, and the log of all they did.

-- That somebody prepares the brief of somebody else, from when until when.
create table brief.delegation (
  executive_id uuid not null references people.person on delete cascade,
  delegate_id uuid not null references people.person on delete cascade,
  begun_at timestamptz not null,
  ended_at timestamptz,
  primary key (executive_id, delegate_id, begun_at),
  check (executive_id <> delegate_id)
);
create unique index delegation_under_way on brief.delegation (executive_id, delegate_id) where ended_at is null;
create index delegation_by_delegate on brief.delegation (delegate_id, executive_id);

-- Delegations that hold: both are of the house and active, whatever was noted.
create view brief.preparing as
select d.executive_id, d.delegate_id, d.begun_at
from brief.delegation d
join people.insider executive on executive.id = d.executive_id
join people.insider delegate on delegate.id = d.delegate_id
where d.ended_at is null;

-- What stands prepared: one row for each part of something said. Who wrote last wins; the log keeps the rest.
create table brief.prepared (
  executive_id uuid not null references people.person on delete cascade,
  said_id uuid not null,
  part text not null check (part in ('pin', 'place', 'view', 'draft', 'leave-out', 'restored')),
  -- The delegate; of what was restored, the executive.
  by_id uuid not null references people.person on delete cascade,
  -- The view, the draft or the reason; null for the other parts.
  body text,
  -- The place among what was put in order, from 0 on; null for the other parts.
  place int,
  at timestamptz not null,
  primary key (executive_id, said_id, part)
);
create index prepared_by_delegate on brief.prepared (by_id);

-- Everything that was done, for both to read. It says which card by the id of what was said, never by its words.
create table brief.delegate_act (
  id uuid primary key,
  executive_id uuid not null references people.person on delete cascade,
  -- For whom or by whom a delegation began or ended; null for acts with a card.
  delegate_id uuid references people.person on delete cascade,
  by_id uuid not null references people.person on delete cascade,
  kind text not null,
  said_id uuid,
  -- The view, the draft or the reason as it was written.
  note text,
  at timestamptz not null
);
create index delegate_act_of_executive on brief.delegate_act (executive_id, at desc, id desc);
create index delegate_act_by_person on brief.delegate_act (by_id, at desc, id desc);
create index delegate_act_with_card on brief.delegate_act (executive_id, said_id) where said_id is not null;

-- What is in the log stays as it was written.
create function brief.refuse_change() returns trigger
  language plpgsql
  as $$ begin raise exception 'the log of delegates is only added to'; end $$;
create trigger delegate_act_stays before update on brief.delegate_act
  for each row execute function brief.refuse_change();

-- Who drafted a reply that somebody else approved and sent. It stands in the row, which is read anyway.
alter table spaces.reply add column drafted_by uuid references people.person on delete set null;
