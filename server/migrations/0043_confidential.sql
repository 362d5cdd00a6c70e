-- Who asked a question confidentially. No view and no function shows it, and no list is made of it: it is read for the
-- asker alone, for what is sent to them, and for their copy of their own data. When they leave, it goes.
create table answers.confidential_asker (
  post_id uuid primary key references spaces.post on delete cascade,
  person_id uuid not null references people.person on delete cascade
);
create index confidential_asker_by_person on answers.confidential_asker (person_id, post_id);
