-- Guests with a sponsor and an end, looking at the network as one of them, people's own data, and leaving a network.
create schema guests;
create schema records;

alter table people.person
  -- Where a guest comes from.
  add column organisation text,
  -- Somebody who left and asked not to be named: the row itself says nothing more of them.
  add column is_former boolean not null default false;

-- Until when a guest may come in, and who of the house answers for them. Those whom an archive or a chart made guests
-- have no row: nobody asked them in, and nothing ends by itself.
create table people.guest (
  person_id uuid primary key references people.person on delete cascade,
  sponsor_id uuid references people.person on delete set null,
  invited_at timestamptz not null,
  ends_at timestamptz not null,
  -- When the sponsor was told that the end is near.
  reminded_at timestamptz,
  -- False for a sponsor to whom a guest was passed on, until they hear of it.
  is_sponsor_told boolean not null default true
);
create index guest_by_sponsor on people.guest (sponsor_id);
create index guest_by_end on people.guest (ends_at);
create index person_guest on people.person (lower(name), id) where 'guest' = any (roles);

-- What a person was called while it can still be taken back that they are a former colleague. Read by that alone.
create table people.former (
  person_id uuid primary key references people.person on delete cascade,
  left_at timestamptz not null,
  profile jsonb not null,
  addresses jsonb not null
);

-- A person where they are only mentioned says where a guest comes from: '' where nobody knows, null for all others.
create type people.named_person as (
  id uuid, name text, title text, unit text, location text, "isActive" boolean, "guestOf" text
);
create or replace view people.person_card as
select
  id,
  is_active,
  is_automatic,
  to_json(row(
    id, name, title, unit, location, is_active,
    case when 'guest' = any (roles) then coalesce(organisation, '') end
  )::people.named_person) as ref
from people.person;
drop type people.person_ref;
alter type people.named_person rename to person_ref;

-- Who may be let in, as what, and of guests until when.
create or replace view people.standing as
select p.id, p.roles, p.is_active, p.time_zone, case when 'guest' = any (p.roles) then g.ends_at end as ends_at
from people.person p left join people.guest g on g.person_id = p.id;

-- Guests: whoever is not of the house and has a place in it.
create view people.visitor as select id, is_active from people.person where 'guest' = any (roles);

-- The stay of each guest, for those who look after them.
create view people.guest_stay as
select p.id as person_id, p.name, p.organisation, p.is_active, g.sponsor_id, g.ends_at, g.reminded_at, g.is_sponsor_told
from people.person p left join people.guest g on g.person_id = p.id
where 'guest' = any (p.roles) and not p.is_automatic and (g.person_id is not null or p.is_active);

-- When somebody last used one of their sessions.
create view auth.last_use as
select s."userId" as person_id, max(s."updatedAt") as used_at from auth.session s group by s."userId";

-- The one visibility rule: open spaces are read by everybody of the house, all others by their members; guests read
-- what they are members of as long as it is porous and their stay lasts.
create or replace function spaces.visible_space(viewer uuid) returns table (space_id uuid)
  language sql stable parallel safe
  begin atomic
    select s.id
    from spaces.space s
    where (s.visibility = 'open' and exists (select from people.insider i where i.id = viewer))
       or (exists (select from spaces.membership m where m.space_id = s.id and m.person_id = viewer)
           and (not exists (select from people.visitor g where g.id = viewer)
             or s.is_porous and exists (select from people.visitor g where g.id = viewer and g.is_active)));
  end;

-- The spaces that a person may know of: closed ones too, for those of the house.
create or replace function spaces.known_space(viewer uuid) returns table (space_id uuid)
  language sql stable parallel safe
  begin atomic
    select s.id
    from spaces.space s
    where (s.visibility in ('open', 'closed') and exists (select from people.insider i where i.id = viewer))
       or (exists (select from spaces.membership m where m.space_id = s.id and m.person_id = viewer)
           and (not exists (select from people.visitor g where g.id = viewer)
             or s.is_porous and exists (select from people.visitor g where g.id = viewer and g.is_active)));
  end;

-- The porous spaces that a guest is a member of, as far as somebody else may know of them; whether that one keeps them.
create function spaces.places_of(guest uuid, viewer uuid) returns table (space spaces.space_ref, is_kept boolean)
  language sql stable parallel safe
  begin atomic
    select row(s.id, s.name, s.visibility, s.is_conversation)::spaces.space_ref,
      exists (select from spaces.membership k where k.space_id = s.id and k.person_id = viewer and k.is_keeper)
    from spaces.membership m
    join spaces.space s on s.id = m.space_id and s.is_porous
    where m.person_id = guest and exists (select from spaces.known_space(viewer) v where v.space_id = s.id)
    order by lower(s.name), s.id;
  end;

-- A space where it is only mentioned, for somebody who may know of it.
create function spaces.known_ref(space uuid, viewer uuid) returns spaces.space_ref
  language sql stable parallel safe
  begin atomic
    select row(s.id, s.name, s.visibility, s.is_conversation)::spaces.space_ref
    from spaces.space s
    where s.id = space and exists (select from spaces.known_space(viewer) v where v.space_id = s.id);
  end;

-- The members of the porous spaces that somebody keeps.
create function spaces.members_kept_by(keeper uuid) returns table (person_id uuid)
  language sql stable parallel safe
  begin atomic
    select distinct m.person_id
    from spaces.membership k
    join spaces.space s on s.id = k.space_id and s.is_porous
    join spaces.membership m on m.space_id = k.space_id
    where k.person_id = keeper and k.is_keeper;
  end;

-- Who of the house keeps a porous space in which a guest is, the longest there first.
create function spaces.keeper_for(guest uuid) returns table (person_id uuid)
  language sql stable parallel safe
  begin atomic
    select k.person_id
    from spaces.membership m
    join spaces.space s on s.id = m.space_id and s.is_porous
    join spaces.membership k on k.space_id = s.id and k.is_keeper
    join people.insider i on i.id = k.person_id
    where m.person_id = guest
    order by k.joined_at, k.person_id;
  end;

-- That somebody of the house looked at the network as a guest would see it.
create table guests.look (
  id uuid primary key,
  by_id uuid not null references people.person on delete cascade,
  -- The guest whose sight it was; a guest nobody knows yet would see the one space.
  guest_id uuid references people.person on delete cascade,
  space_id uuid,
  begun_at timestamptz not null,
  ended_at timestamptz,
  check (guest_id is not null or space_id is not null)
);
create index look_by_guest on guests.look (guest_id, begun_at desc);

-- What somebody asked to have of their own data. The zip lies in the data folder under the id.
create table records.own_data (
  id uuid primary key,
  person_id uuid not null references people.person on delete cascade,
  asked_at timestamptz not null,
  state text not null check (state in ('waiting', 'ready', 'failed')),
  ready_at timestamptz,
  bytes bigint
);
create index own_data_by_person on records.own_data (person_id, asked_at desc);

-- Who left the network and how, until it cannot be taken back any more.
create table records.leaving (
  person_id uuid primary key references people.person on delete cascade,
  left_at timestamptz not null,
  becomes text not null check (becomes in ('named', 'former')),
  -- Themselves, or the administrator who removed them.
  by_id uuid references people.person on delete set null
);
create index leaving_by_time on records.leaving (left_at);
