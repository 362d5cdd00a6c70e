-- What writes tell open pages of, for the few minutes in which every process reads it. The row commits with the write,
-- so nothing is told that did not happen. It is not logged: a database that crashed breaks every wire, and then pages
-- fetch anew.
create unlogged table platform.happening (
  xid xid8 not null default pg_current_xact_id(),
  facts text not null,
  at timestamptz not null default now()
);
create index happening_by_xid on platform.happening (xid);

-- A function, so that a write can tell in the statement that does it.
create function platform.tell(facts text) returns void
  language plpgsql
  as $$
  begin
    insert into platform.happening (facts) values (facts);
  end $$;

-- To whom words look otherwise than to others: to the keepers of their space, and to those who saved them.
create index membership_of_keepers on spaces.membership (space_id, person_id) where is_keeper;
create index saved_by_words on spaces.saved (said_id, person_id);
