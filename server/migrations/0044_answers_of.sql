-- What one person answered, as their profile lists it.
create index shelved_of_answerer on answers.shelved (answered_by, reuse_count desc, answered_at desc, post_id desc)
  include (space_id) where is_listed and answer_id is not null;
