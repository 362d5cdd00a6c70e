-- The sample company: a network that anybody may look around in, in the shoes of somebody there.
alter table people.network add column is_sample boolean not null default false;

-- In whose shoes visitors may stand; filled in a sample network alone.
create table auth.shoes (
  person_id uuid primary key references people.person on delete cascade,
  position int not null,
  -- In two or three words: `a line technician`.
  worn_as text not null,
  -- One sentence on what one sees first.
  sees text not null
);
