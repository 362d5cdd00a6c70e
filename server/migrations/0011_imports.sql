-- Larger archives: runs with a state, uploads from the browser, and what exactly an import brought, to undo it by.
alter table import.archive
  drop constraint archive_source_check,
  add constraint archive_source_check check (source in ('people', 'slack', 'mattermost', 'mbox')),
  add column state text not null default 'done'
    check (state in ('waiting', 'running', 'stopped', 'done', 'undoing', 'half-undone', 'undone')),
  -- Why it stopped, in a sentence.
  add column problem text,
  -- Set while somebody waits for it to stop; whoever runs it looks after each batch.
  add column is_to_stop boolean not null default false,
  -- How many messages there will be, where a dry run has counted them.
  add column messages_expected int,
  -- What came in that are no messages, and how much of everything has been undone.
  add column reactions_new int not null default 0,
  add column files_new int not null default 0,
  add column people_new int not null default 0,
  add column spaces_new int not null default 0,
  -- How many messages an undo has taken out, and what stayed and why.
  add column messages_undone int not null default 0,
  add column stayed jsonb not null default '[]',
  -- When somebody last began, resumed or undid it: until soon after, whoever is to do it may not have begun.
  add column asked_at timestamptz,
  add column upload_id uuid,
  add column begun_by uuid references people.person on delete set null;
update import.archive set state = 'stopped' where finished_at is null;

-- An archive on its way through the browser. Its bytes lie in the data folder under its id until it is in or dropped.
create table import.upload (
  id uuid primary key,
  file text not null,
  bytes bigint not null,
  state text not null check (state in ('uploading', 'looking', 'looked', 'unreadable')),
  -- What it holds: found by looking inside, or chosen.
  source text check (source in ('people', 'slack', 'mattermost', 'mbox')),
  list_as_space boolean not null default false,
  marks_leavers boolean not null default false,
  problem text,
  report jsonb,
  -- Changes with every look, so that one whose answer nobody waits for any more keeps it to itself.
  look int not null default 0,
  messages_looked int not null default 0,
  begun_by uuid not null references people.person on delete cascade,
  at timestamptz not null
);

-- What an import added besides words, whose origin is kept with each of them: people, addresses, keys, spaces, and
-- memberships, follows and reactions in what was there before.
create table import.brought (
  archive_id uuid not null,
  what text not null check (what in ('person', 'address', 'key', 'space', 'member', 'follow', 'reaction', 'file')),
  -- The person, the space, what was said, or the file.
  subject_id uuid not null,
  -- Who joined, follows or reacted.
  person_id uuid,
  -- The address, the key, or the kind of reaction.
  word text
);
create index brought_by_archive on import.brought (archive_id, what, subject_id);
create index origin_by_archive on import.origin (archive_id, said_id);

-- Which of many people nothing refers to: they said and did nothing, and stand in nobody's line. References are found
-- in the catalogue, so that those of tables which come later count as well; their addresses and keys go with them.
create function people.without_trace(people_ids uuid[]) returns table (person_id uuid)
  language plpgsql stable
  as $$
  declare
    reference record;
    left_ids uuid[] := people_ids;
  begin
    for reference in
      select c.conrelid::regclass as referrer, a.attname as named
      from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.confrelid = 'people.person'::regclass
        and c.conrelid not in ('people.address'::regclass, 'import.person_key'::regclass)
      union
      -- Whom somebody follows is named without a foreign key, since spaces and threads are followed as well.
      select 'spaces.follow'::regclass, 'target_id'
    loop
      exit when left_ids = '{}';
      execute format(
        'select coalesce(array_agg(i.id), ''{}'') from unnest($1) i (id) where not exists (select from %s r where r.%I = i.id)',
        reference.referrer, reference.named
      ) using left_ids into left_ids;
    end loop;
    return query select i.id from unnest(left_ids) i (id);
  end $$;

-- Removes posts and replies and everything that hangs on them, in whatever room's table: what names them in a column
-- `said_id` or `target_id` goes with them. Threads that lose replies are counted anew.
create function spaces.remove_said(said_ids uuid[]) returns int
  language plpgsql
  as $$
  declare
    reference record;
    thread_ids uuid[];
    removed int;
    removed_posts int;
  begin
    select coalesce(array_agg(distinct r.post_id), '{}') into thread_ids from spaces.reply r where r.id = any (said_ids);
    for reference in
      select a.attrelid::regclass as referrer, a.attname as named
      from pg_attribute a
      join pg_class t on t.oid = a.attrelid and t.relkind = 'r'
      join pg_namespace n on n.oid = t.relnamespace
      where n.nspname not in ('pg_catalog', 'information_schema')
        and a.attname in ('said_id', 'target_id', 'from_said_id') and a.atttypid = 'uuid'::regtype and not a.attisdropped
    loop
      execute format('delete from %s where %I = any ($1)', reference.referrer, reference.named) using said_ids;
    end loop;
    -- What stays and answers something that goes is a plain reply from now on.
    update spaces.reply set answers_id = null where answers_id = any (said_ids) and id <> all (said_ids);
    delete from spaces.reply where id = any (said_ids);
    get diagnostics removed = row_count;
    delete from spaces.post where id = any (said_ids);
    get diagnostics removed_posts = row_count;
    update spaces.thread t
    set reply_count = counted.replies, last_at = counted.last_at, last_author_id = counted.last_author_id,
      read_until = counted.read_until
    from (
      -- What is left of archives counts as read, as it did when they came in.
      select p.id, count(r.id)::int as replies, greatest(p.created_at, max(r.created_at)) as last_at,
        (array_agg(r.author_id order by r.created_at desc, r.id desc) filter (where r.id is not null))[1] as last_author_id,
        greatest(
          max(p.created_at) filter (where exists (select from import.origin o where o.said_id = p.id)),
          max(r.created_at) filter (where exists (select from import.origin o where o.said_id = r.id))
        ) as read_until
      from spaces.post p left join spaces.reply r on r.post_id = p.id
      where p.id = any (thread_ids)
      group by p.id
    ) counted
    where t.post_id = counted.id;
    return removed + removed_posts;
  end $$;
