-- What files say, so that they are found by it, and the files of a space in their order.
alter table spaces.file add column is_read boolean not null default false;
-- Since when somebody reads it; who has not come to an end in minutes never will.
alter table spaces.file add column reading_since timestamptz;
create index file_to_read on spaces.file (id) where not is_read;

create table spaces.file_text (
  file_id uuid primary key references spaces.file on delete cascade,
  -- In which configuration its words were stemmed.
  config text not null,
  text text not null,
  -- Why there is no text where there could be: unreadable, too-much.
  problem text,
  -- The words of its name and of its text.
  found_by tsvector not null
);
create index file_text_by_words on spaces.file_text using gin (found_by);

-- When the file was uploaded: held here, so that the newest files of a space are read off an index.
alter table spaces.attachment add column at timestamptz;
update spaces.attachment a set at = f.at from spaces.file f where f.id = a.file_id;
alter table spaces.attachment alter column at set not null;
create index attachment_by_space on spaces.attachment (space_id, at desc, file_id desc);
