-- Who prepares for whom is asked by more rooms than the brief, and by lower ones: it stands with people.
alter table brief.delegation set schema people;

drop view brief.preparing;
-- Delegations that hold: both are of the house and active, whatever was noted.
create view people.preparing as
select d.executive_id, d.delegate_id, d.begun_at
from people.delegation d
join people.insider executive on executive.id = d.executive_id
join people.insider delegate on delegate.id = d.delegate_id
where d.ended_at is null;
