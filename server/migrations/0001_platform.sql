-- What the platform keeps for itself.
create schema platform;

create table platform.secret (
  name text primary key,
  value text not null
);

-- A write that was done, so that the same write sent again is answered and not done twice.
create table platform.done_write (
  caller text not null,
  key text not null,
  endpoint text not null,
  input_hash text not null,
  reply text not null,
  done_at timestamptz not null,
  primary key (caller, key)
);
create index done_write_by_age on platform.done_write (done_at);
