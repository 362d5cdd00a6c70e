-- Topics that are followed and merged, threads that are shared into other spaces, and groups that can be mentioned.

-- Whether a thread is listed anywhere beside its own space; only then a reply has more to move than the thread itself.
alter table spaces.thread
  add column names_topics boolean not null default false,
  add column is_shared boolean not null default false;

-- The threads under each topic, as it was written, with what they are listed by: so that the newest of a topic are
-- found in an index however often it was named. Threads and uses of topics carry their changes here.
create table spaces.topic_thread (
  topic text not null,
  post_id uuid not null references spaces.post on delete cascade,
  space_id uuid not null,
  author_id uuid not null,
  created_at timestamptz not null,
  last_at timestamptz not null,
  primary key (post_id, topic)
) with (fillfactor = 85);
create index topic_thread_by_activity on spaces.topic_thread (topic, last_at desc, post_id desc);
create index topic_thread_by_time on spaces.topic_thread (topic, created_at desc, post_id desc);

insert into spaces.topic_thread (topic, post_id, space_id, author_id, created_at, last_at)
  select distinct u.topic, u.post_id, t.space_id, t.author_id, p.created_at, t.last_at
  from spaces.topic_use u
  join spaces.thread t on t.post_id = u.post_id
  join spaces.post p on p.id = u.post_id;
update spaces.thread set names_topics = true where post_id in (select post_id from spaces.topic_use);
alter table spaces.topic_use
  add foreign key (post_id, topic) references spaces.topic_thread (post_id, topic) deferrable initially deferred;
create index topic_use_by_time on spaces.topic_use (at desc);

create function spaces.list_under_topics() returns trigger
  language plpgsql
  as $$
  begin
    -- The lock comes before the read: a reply that moves the thread up at the same moment would be missed.
    perform from spaces.thread t where t.post_id in (select post_id from fresh) order by t.post_id for no key update;
    insert into spaces.topic_thread (topic, post_id, space_id, author_id, created_at, last_at)
      select distinct u.topic, u.post_id, t.space_id, t.author_id, p.created_at, t.last_at
      from fresh u
      join spaces.thread t on t.post_id = u.post_id
      join spaces.post p on p.id = u.post_id
      on conflict do nothing;
    update spaces.thread t set names_topics = true
      where t.post_id in (select post_id from fresh) and not t.names_topics;
    return null;
  end $$;
create trigger topic_use_is_listed after insert on spaces.topic_use
  referencing new table as fresh for each statement execute function spaces.list_under_topics();

create function spaces.take_from_topics() returns trigger
  language plpgsql
  as $$
  begin
    perform from spaces.thread t where t.post_id in (select post_id from gone) order by t.post_id for no key update;
    delete from spaces.topic_thread listed
      using (select distinct topic, post_id from gone) g
      where listed.post_id = g.post_id and listed.topic = g.topic
        and not exists (select from spaces.topic_use u where u.post_id = g.post_id and u.topic = g.topic);
    return null;
  end $$;
create trigger topic_use_is_taken after delete on spaces.topic_use
  referencing old table as gone for each statement execute function spaces.take_from_topics();

-- A topic that was merged into another. `target` is what it was merged into; `root` is where that leads in the end.
create table spaces.topic_alias (
  alias text primary key,
  target text not null,
  root text not null,
  by_id uuid not null references people.person,
  at timestamptz not null,
  check (alias <> target and alias <> root)
);
create index topic_alias_by_root on spaces.topic_alias (root);

-- The topic that a word leads to: itself, unless it was merged.
create function spaces.topic_root(word text) returns text
  language sql stable parallel safe
  return coalesce((select a.root from spaces.topic_alias a where a.alias = word), word);

-- Every word that leads to the same topic as this one.
create function spaces.topic_family(word text) returns table (topic text)
  language sql stable parallel safe
  begin atomic
    select spaces.topic_root(word)
    union all
    select a.alias from spaces.topic_alias a where a.root = spaces.topic_root(word);
  end;

-- What a topic is called for somebody: what it leads to, if they may see anything that is named so. Otherwise a word is
-- just that word, so that no merge tells what is talked about where they are not.
create function spaces.topic_for(viewer uuid, word text) returns text
  language sql stable parallel safe
  return case
    when exists (
      select from spaces.topic_family(word) f join spaces.topic_thread t on t.topic = f.topic
      where exists (select from spaces.visible_space(viewer) v where v.space_id = t.space_id)
    ) then spaces.topic_root(word)
    else word
  end;

-- Followed as the word that was read, so that a merge which is undone leaves everybody with what they followed.
create table spaces.topic_follow (
  person_id uuid not null references people.person on delete cascade,
  topic text not null,
  at timestamptz not null,
  primary key (person_id, topic)
);
create index topic_follow_by_topic on spaces.topic_follow (topic, person_id);

-- A thread that stands in the list of another space too: a reference, with what it is listed by. Who may see it is
-- told by its own space alone.
create table spaces.shared_thread (
  space_id uuid not null references spaces.space on delete cascade,
  post_id uuid not null references spaces.post on delete cascade,
  -- The thread's own space.
  home_id uuid not null,
  author_id uuid not null,
  created_at timestamptz not null,
  last_at timestamptz not null,
  by_id uuid not null references people.person,
  at timestamptz not null,
  primary key (post_id, space_id)
) with (fillfactor = 85);
create index shared_thread_by_activity on spaces.shared_thread (space_id, last_at desc, post_id desc);
create index shared_thread_by_time on spaces.shared_thread (space_id, created_at desc, post_id desc);

-- What moves a thread in its own space moves it wherever else it is listed. A reference in the space to which a thread
-- itself moved is none any more.
create function spaces.carry_thread() returns trigger
  language plpgsql
  as $$
  begin
    if new.names_topics then
      update spaces.topic_thread set space_id = new.space_id, author_id = new.author_id, last_at = new.last_at
        where post_id = new.post_id;
    end if;
    if new.is_shared then
      delete from spaces.shared_thread where post_id = new.post_id and space_id = new.space_id;
      update spaces.shared_thread set home_id = new.space_id, author_id = new.author_id, last_at = new.last_at
        where post_id = new.post_id;
    end if;
    return null;
  end $$;
create trigger thread_is_carried after update of last_at, space_id, author_id on spaces.thread
  for each row
  when ((new.names_topics or new.is_shared)
    and (new.last_at, new.space_id, new.author_id) is distinct from (old.last_at, old.space_id, old.author_id))
  execute function spaces.carry_thread();

-- A few people who are mentioned by one name.
create table spaces.named_group (
  id uuid primary key,
  name text not null,
  made_by uuid not null references people.person,
  made_at timestamptz not null
);
create unique index named_group_by_name on spaces.named_group (lower(name));
create table spaces.named_group_member (
  group_id uuid not null references spaces.named_group on delete cascade,
  person_id uuid not null references people.person on delete cascade,
  primary key (group_id, person_id)
);
create index named_group_member_by_person on spaces.named_group_member (person_id);
