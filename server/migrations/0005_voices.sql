-- Exposure: what somebody really read, for that person alone.
create schema voices;

create table voices.reading (
  person_id uuid not null references people.person on delete cascade,
  said_id uuid not null,
  author_id uuid not null references people.person on delete cascade,
  seconds real not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (person_id, said_id)
);
create index reading_by_time on voices.reading (person_id, last_at desc) include (author_id);
create index reading_by_author on voices.reading (person_id, author_id, first_at);

-- Whom of many a person had read by an instant; the brief asks it of its reader alone.
create function voices.heard(reader uuid, authors uuid[], until timestamptz) returns table (author_id uuid)
  language sql stable parallel safe
  begin atomic
    select a.id from unnest(authors) as a (id)
    where exists (
      select from voices.reading r where r.person_id = reader and r.author_id = a.id and r.first_at <= until
    );
  end;
