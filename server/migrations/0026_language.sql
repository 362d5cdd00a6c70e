-- In which language somebody reads what Foyer says; null for those who have not chosen one.
alter table people.person add column language text check (language in ('en', 'de', 'es', 'fr', 'ja'));

-- Who may be let in, as what, of guests until when, and how to speak to them.
create or replace view people.standing as
select
  p.id, p.roles, p.is_active, p.time_zone, case when 'guest' = any (p.roles) then g.ends_at end as ends_at, p.language
from people.person p left join people.guest g on g.person_id = p.id;
