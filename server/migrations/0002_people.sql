-- People and the reporting tree.
create schema people;
create extension if not exists unaccent with schema public;

-- Names are folded (é is e) and never stemmed.
create text search configuration people.names (copy = pg_catalog.simple);
alter text search configuration people.names
  alter mapping for hword, hword_part, word, asciiword, asciihword, hword_asciipart with public.unaccent, simple;

create table people.network (
  is_only boolean primary key default true check (is_only),
  name text not null,
  begun_at timestamptz not null
);

create table people.person (
  id uuid primary key,
  name text not null,
  title text,
  unit text,
  location text,
  country text,
  time_zone text,
  languages text[] not null default '{}',
  about text,
  purpose text,
  manager_id uuid references people.person,
  roles text[] not null default '{}',
  is_active boolean not null default true,
  -- Automatic senders (bots, lists) speak but are nobody.
  is_automatic boolean not null default false,
  -- The key in the chart or archive that this person came from.
  external_key text unique,
  created_at timestamptz not null,
  -- Marks become spaces first: PostgreSQL would take `Legal/EMEA` for one path and `J.Doe` for one host.
  found_by tsvector generated always as (
    to_tsvector('people.names', translate(
      name || ' ' || coalesce(title, '') || ' ' || coalesce(unit, '') || ' ' || coalesce(location, ''),
      '/.@_-+&:=~#', '           '
    ))
  ) stored,
  check (manager_id <> id)
);
create index person_found_by on people.person using gin (found_by);
create index person_by_name on people.person (lower(name), id);
create index person_in_directory on people.person (lower(name), id) where is_active and not is_automatic;
create index person_by_manager on people.person (manager_id) where manager_id is not null;

create table people.address (
  address text primary key,
  person_id uuid not null references people.person on delete cascade,
  is_preferred boolean not null default false,
  -- How an import knew that this address is this person; null when a person or a chart said so.
  evidence text,
  added_at timestamptz not null
);
create index address_by_person on people.address (person_id);

-- A person where they are only mentioned, as the contract has it. JSON is made of a row much faster than of a list of
-- names and values, and lists of what people say mention many.
create type people.person_ref as (id uuid, name text, title text, unit text, location text, "isActive" boolean);

-- What other rooms may read and join of a person.
create view people.person_card as
select
  id,
  is_active,
  is_automatic,
  to_json(row(id, name, title, unit, location, is_active)::people.person_ref) as ref
from people.person;

-- Who may be let in, and as what.
create view people.standing as select id, roles, is_active, time_zone from people.person;

-- Those who are of the house: guests and those who left see no open space.
create view people.insider as select id from people.person where is_active and not 'guest' = any (roles);

-- Everybody above a person with the steps to them, the person included. The depth bound stops a broken tree.
create function people.line_above(of_person uuid) returns table (person_id uuid, steps int)
  language sql stable parallel safe
  begin atomic
    with recursive line (person_id, steps) as (
      select of_person, 0
      union all
      select p.manager_id, line.steps + 1
      from line join people.person p on p.id = line.person_id
      where p.manager_id is not null and line.steps < 50
    )
    select line.person_id, line.steps from line;
  end;

-- Steps between one person and each of many: up to the nearest common manager and down again. Those who share no
-- tree with the person are left out.
create function people.distances(from_person uuid, to_people uuid[]) returns table (person_id uuid, distance int)
  language sql stable parallel safe
  begin atomic
    with recursive mine as materialized (
      select l.person_id, l.steps from people.line_above(from_person) l
    ),
    theirs (start_id, person_id, steps) as (
      select t.id, t.id, 0 from unnest(to_people) as t (id)
      union all
      select theirs.start_id, p.manager_id, theirs.steps + 1
      from theirs join people.person p on p.id = theirs.person_id
      where p.manager_id is not null and theirs.steps < 50
    )
    select theirs.start_id, min(theirs.steps + mine.steps)::int
    from theirs join mine on mine.person_id = theirs.person_id
    group by theirs.start_id;
  end;

-- A person and everybody within some steps of them in the reporting tree, both ways.
create function people.near(of_person uuid, steps_max int) returns table (person_id uuid)
  language sql stable parallel safe
  begin atomic
    with recursive near (person_id, steps) as (
      select of_person, 0
      union
      select beside.id, near.steps + 1
      from near cross join lateral (
        select p.manager_id as id from people.person p where p.id = near.person_id and p.manager_id is not null
        union all
        select p.id from people.person p where p.manager_id = near.person_id
      ) beside
      where near.steps < steps_max
    )
    select distinct near.person_id from near;
  end;

-- Which of many are colleagues of a person rather than outsiders who wrote in: they have an account, stand in the
-- reporting tree, or share a mail domain.
create function people.colleagues_of(reader uuid, others uuid[]) returns table (person_id uuid)
  language sql stable parallel safe
  begin atomic
    select p.id from people.person p
    where p.id = any (others) and not p.is_automatic and (
      (p.is_active and not 'guest' = any (p.roles))
      or p.manager_id is not null
      or exists (
        select from people.address theirs, people.address mine
        where theirs.person_id = p.id and mine.person_id = reader
          and split_part(theirs.address, '@', 2) = split_part(mine.address, '@', 2)
      )
    );
  end;
