-- The reporting tree is read level by level and the network by its units and locations: an index for each order in
-- which they are listed, so that a page costs the same in a network of any size.
create index person_reports on people.person (manager_id, lower(name), id)
  where manager_id is not null and is_active;
create index person_without_manager on people.person (lower(name), id) where manager_id is null;
create index person_by_unit on people.person (unit, lower(name), id) where is_active and not is_automatic;
create index person_by_location on people.person (location, lower(name), id) where is_active and not is_automatic;
