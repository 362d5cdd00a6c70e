-- Files of what is said. Their bytes lie on disk, in the data folder, under the file's id.
create table spaces.file (
  id uuid primary key,
  uploader_id uuid not null references people.person,
  name text not null,
  content_type text not null,
  -- How many bytes are kept, and what they hash to: of a picture those written anew, without what it told of itself.
  bytes bigint not null check (bytes > 0),
  sha256 text not null,
  width int,
  height int,
  at timestamptz not null,
  -- When it was uploaded or last taken off something said; what stays loose for a day is collected.
  loose_since timestamptz not null
);
create index file_by_uploader on spaces.file (uploader_id);

-- What a file goes with. It goes with one thing said at most, whose readers may read it.
create table spaces.attachment (
  file_id uuid primary key references spaces.file,
  said_id uuid not null,
  post_id uuid not null references spaces.post on delete cascade,
  -- The thread's space, held by the thread.
  space_id uuid not null,
  position int not null
);
create index attachment_by_words on spaces.attachment (said_id, position);
create index attachment_by_thread on spaces.attachment (post_id);

-- A file as the contract has it.
create type spaces.file_ref as (id uuid, name text, "contentType" text, bytes bigint, width int, height int);
