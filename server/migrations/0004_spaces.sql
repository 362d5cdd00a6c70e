-- Spaces, and what is said in them.
create schema spaces;

create text search configuration spaces.words (copy = pg_catalog.english);
alter text search configuration spaces.words
  alter mapping for hword, hword_part, word with public.unaccent, english_stem;

create table spaces.space (
  id uuid primary key,
  name text not null,
  purpose text,
  visibility text not null check (visibility in ('open', 'closed', 'private')),
  is_porous boolean not null default false,
  -- A private conversation out of an archive: named by its members, listed apart.
  is_conversation boolean not null default false,
  created_by uuid references people.person,
  created_at timestamptz not null
);
create index space_by_name on spaces.space (is_conversation, lower(name), id);

create table spaces.membership (
  space_id uuid not null references spaces.space on delete cascade,
  person_id uuid not null references people.person on delete cascade,
  is_keeper boolean not null default false,
  joined_at timestamptz not null,
  primary key (space_id, person_id)
);
create index membership_by_person on spaces.membership (person_id, space_id);

create table spaces.post (
  id uuid primary key,
  space_id uuid not null references spaces.space on delete cascade,
  author_id uuid not null references people.person,
  kind text not null check (kind in ('note', 'question')),
  title text,
  body text not null,
  folded text,
  created_at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  found_by tsvector generated always as (
    setweight(to_tsvector('spaces.words', coalesce(title, '')), 'A') || setweight(to_tsvector('spaces.words', left(body, 100000)), 'C')
  ) stored
);
create index post_found_by on spaces.post using gin (found_by);
create index post_by_author on spaces.post (author_id, created_at desc);
create index post_by_time on spaces.post (created_at desc);

-- What changes with every reply stands apart from the post, so that a reply does not rewrite words and their index.
create table spaces.thread (
  post_id uuid primary key references spaces.post on delete cascade,
  space_id uuid not null references spaces.space on delete cascade,
  author_id uuid not null references people.person,
  reply_count int not null default 0,
  last_at timestamptz not null,
  last_author_id uuid references people.person
) with (fillfactor = 85);
create index thread_by_space on spaces.thread (space_id, last_at desc, post_id desc);
create index thread_by_author on spaces.thread (author_id, last_at desc, post_id desc) include (space_id);

create table spaces.reply (
  id uuid primary key,
  post_id uuid not null references spaces.post on delete cascade,
  -- The thread's space, held by the thread.
  space_id uuid not null,
  author_id uuid not null references people.person,
  answers_id uuid references spaces.reply,
  body text not null,
  folded text,
  created_at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  found_by tsvector generated always as (setweight(to_tsvector('spaces.words', left(body, 100000)), 'C')) stored
);
create index reply_found_by on spaces.reply using gin (found_by);
create index reply_by_thread on spaces.reply (post_id, created_at, id);
create index reply_by_author on spaces.reply (author_id, created_at desc);
create index reply_by_answered on spaces.reply (answers_id) where answers_id is not null;

create table spaces.reaction (
  said_id uuid not null,
  kind text not null check (kind in ('agree', 'thank', 'curious', 'concerned')),
  person_id uuid not null references people.person on delete cascade,
  post_id uuid not null references spaces.post on delete cascade,
  at timestamptz not null,
  primary key (said_id, kind, person_id)
);
create index reaction_by_thread on spaces.reaction (post_id);
create index reaction_thanks_by_time on spaces.reaction (at desc) where kind = 'thank';

create table spaces.mention (
  said_id uuid not null,
  person_id uuid not null references people.person on delete cascade,
  author_id uuid not null,
  post_id uuid not null references spaces.post on delete cascade,
  at timestamptz not null,
  primary key (said_id, person_id)
);
create index mention_by_person on spaces.mention (person_id, at desc) include (author_id);
create index mention_by_author on spaces.mention (author_id, at desc) include (person_id);
create index mention_by_thread on spaces.mention (post_id);

-- A wording that was replaced at `until_at`; the wording of something deleted is kept only as long as undo needs it.
create table spaces.version (
  said_id uuid not null,
  until_at timestamptz not null,
  title text,
  body text not null,
  was_deletion boolean not null default false,
  primary key (said_id, until_at, was_deletion)
);
create index version_of_deleted on spaces.version (until_at) where was_deletion;

-- Something said that carries on from another thread, whose audience was a different one.
create table spaces.continuation (
  said_id uuid primary key,
  post_id uuid not null references spaces.post on delete cascade,
  from_said_id uuid not null,
  from_post_id uuid not null references spaces.post on delete cascade
);
create index continuation_by_thread on spaces.continuation (post_id);
create index continuation_by_origin on spaces.continuation (from_said_id);
create index continuation_by_origin_thread on spaces.continuation (from_post_id);

create table spaces.follow (
  person_id uuid not null references people.person on delete cascade,
  what text not null check (what in ('person', 'space', 'thread')),
  target_id uuid not null,
  at timestamptz not null,
  primary key (person_id, what, target_id)
);

-- In how many posts and replies each word stands, refreshed by a job; the word '' holds how many there are, and
-- '#' their mean number of different words.
create table spaces.word_count (
  word text primary key,
  said_count int not null
);

-- The one visibility rule: the spaces whose posts a person may read. Open ones are read by everybody of the house,
-- all others by their members; guests read what they are members of.
create function spaces.visible_space(viewer uuid) returns table (space_id uuid)
  language sql stable parallel safe
  begin atomic
    select s.id
    from spaces.space s
    where (s.visibility = 'open' and exists (select from people.insider i where i.id = viewer))
       or exists (select from spaces.membership m where m.space_id = s.id and m.person_id = viewer);
  end;

-- The spaces that a person may know of: closed ones too, for those of the house.
create function spaces.known_space(viewer uuid) returns table (space_id uuid)
  language sql stable parallel safe
  begin atomic
    select s.id
    from spaces.space s
    where (s.visibility in ('open', 'closed') and exists (select from people.insider i where i.id = viewer))
       or exists (select from spaces.membership m where m.space_id = s.id and m.person_id = viewer);
  end;

-- Posts and replies side by side, for whatever holds of both.
create view spaces.said as
select
  p.id as said_id, p.id as post_id, null::uuid as reply_id, p.space_id, p.author_id, p.kind, p.title, p.body, p.folded,
  p.created_at, p.edited_at, p.deleted_at
from spaces.post p
union all
select
  r.id, r.post_id, r.id, r.space_id, r.author_id, null, null, r.body, r.folded,
  r.created_at, r.edited_at, r.deleted_at
from spaces.reply r;

-- A space where it is only mentioned, and what a viewer may do with something said, as the contract has them.
create type spaces.space_ref as (id uuid, name text, visibility text, "isConversation" boolean);
create type spaces.may_with_words as (edit boolean, delete boolean);

-- Counts in how many posts and replies each word stands. Run after bulk loads and now and then; the counts cover
-- every space, but only their logarithms shape the order of results, so they tell nothing of hidden posts.
create function spaces.refresh_word_counts() returns void
  language plpgsql
  as $$
  begin
    perform pg_advisory_xact_lock(70697370);
    delete from spaces.word_count;
    insert into spaces.word_count (word, said_count)
      select word, ndoc from ts_stat('select found_by from spaces.post union all select found_by from spaces.reply')
      where word not in ('', '#');
    insert into spaces.word_count (word, said_count)
      select '', count(*) from (select from spaces.post union all select from spaces.reply) said;
    insert into spaces.word_count (word, said_count)
      select '#', coalesce(avg(length(said.found_by)), 1)::int
      from (select found_by from spaces.post union all select found_by from spaces.reply) said;
  end $$;

-- Finds what was said among all that the viewer may see: any of the words, the rarest first until a budget of
-- postings is spent, ranked by how rare the found words are (BM25's inverse document frequency with a length
-- term). The visibility rule stands inside the scan for candidates, so nothing hidden takes a place.
create function spaces.find_said(
  viewer uuid, query text, only_space uuid, only_author uuid, wanted int, postings_budget int
) returns table (said_id uuid, score real)
  language plpgsql stable
  as $$
  declare
    words text[]; counts int[]; rarities real[];
    word_total int; said_total real; length_mean real;
    spent bigint := 0; some_text text := ''; some_words tsquery; all_words tsquery;
  begin
    select greatest(said_count, 1) into said_total from spaces.word_count where word = '';
    select greatest(said_count, 1) into length_mean from spaces.word_count where word = '#';
    said_total := coalesce(said_total, 1000);
    length_mean := coalesce(length_mean, 40);
    select array_agg(z.w order by z.n), array_agg(z.n order by z.n),
      array_agg(ln(1 + (said_total - z.n + 0.5) / (z.n + 0.5))::real order by z.n)
      into words, counts, rarities
      from (
        select u.w, least(coalesce(c.said_count, 0), said_total::int) as n
        from unnest(tsvector_to_array(to_tsvector('spaces.words', query))) as u (w)
        left join spaces.word_count c on c.word = u.w
      ) z;
    word_total := coalesce(array_length(words, 1), 0);
    if word_total = 0 then return; end if;
    for i in 1..word_total loop
      exit when some_text <> '' and spent + counts[i] > postings_budget;
      spent := spent + counts[i];
      some_text := some_text || case when some_text = '' then '' else '|' end || quote_literal(words[i]);
    end loop;
    some_words := some_text::tsquery;
    select string_agg(quote_literal(w), '|')::tsquery into all_words from unnest(words) w;
    return query
      with found as materialized (
        (select p.id, p.found_by from spaces.post p
          where p.found_by @@ some_words and p.deleted_at is null
            and (only_space is null or p.space_id = only_space)
            and (only_author is null or p.author_id = only_author)
            and exists (select from spaces.visible_space(viewer) v where v.space_id = p.space_id)
          limit postings_budget)
        union all
        (select r.id, r.found_by from spaces.reply r
          where r.found_by @@ some_words and r.deleted_at is null
            and (only_space is null or r.space_id = only_space)
            and (only_author is null or r.author_id = only_author)
            and exists (select from spaces.visible_space(viewer) v where v.space_id = r.space_id)
          limit postings_budget)
      ),
      candidate as materialized (
        select f.id, f.found_by from found f order by ts_rank(f.found_by, all_words, 1) desc limit 200
      ),
      rarity as materialized (select quote_literal(a.w)::tsquery as word, a.x from unnest(words, rarities) a (w, x))
      select c.id, (s.total / (0.6 * (0.25 + 0.75 * length(c.found_by) / length_mean) + 1))::real
      from candidate c,
        lateral (select sum(rarity.x) as total from rarity where c.found_by @@ rarity.word) s
      order by 2 desc, 1 desc
      limit wanted;
  end $$;

-- How something said read at an instant: the first wording that was replaced later, else the one that stands.
create function spaces.wording_at(said uuid, standing text, instant timestamptz) returns text
  language sql stable parallel safe
  begin atomic
    select coalesce(
      (select v.body from spaces.version v
        where v.said_id = said and v.until_at > instant and not v.was_deletion order by v.until_at limit 1),
      standing
    );
  end;

-- The title that a post had at an instant, in the same way.
create function spaces.title_at(post uuid, standing text, instant timestamptz) returns text
  language sql stable parallel safe
  begin atomic
    select titled.title
    from (
      select v.title, v.until_at from spaces.version v
      where v.said_id = post and v.until_at > instant and not v.was_deletion
      union all
      select standing, 'infinity'::timestamptz
    ) titled
    order by titled.until_at limit 1;
  end;

-- The newest posts that a person may read out of a span of time, as they read at its end.
create function spaces.recent_post(viewer uuid, since timestamptz, until timestamptz, most int)
  returns table (post_id uuid, author_id uuid, at timestamptz, title text, body text, agree_count int)
  language sql stable parallel safe
  begin atomic
    select p.id, p.author_id, p.created_at,
      case when p.edited_at > until then spaces.title_at(p.id, p.title, until) else p.title end,
      case when p.edited_at > until then spaces.wording_at(p.id, p.body, until) else p.body end,
      (select count(*)::int from spaces.reaction a where a.said_id = p.id and a.kind = 'agree' and a.at <= until)
    from (
      select w.* from spaces.post w
      where w.created_at > since and w.created_at <= until and w.deleted_at is null and w.author_id <> viewer
        and exists (select from spaces.visible_space(viewer) v where v.space_id = w.space_id)
      order by w.created_at desc limit most
    ) p;
  end;

-- How often one person turned to each of many in a span of time, and how often each turned to that person: by
-- mentioning them (in mail: writing to them) or by replying in their thread.
create function spaces.ties(of_person uuid, with_people uuid[], since timestamptz, until timestamptz)
  returns table (person_id uuid, given int, received int)
  language sql stable parallel safe
  begin atomic
    -- Counted before it is narrowed: the turns of one person are few, the threads of many people are not.
    with turn as materialized (
      select m.person_id, count(*) as given, 0 as received from spaces.mention m
      where m.author_id = of_person and m.at > since and m.at <= until group by m.person_id
      union all
      select m.author_id, 0, count(*) from spaces.mention m
      where m.person_id = of_person and m.at > since and m.at <= until group by m.author_id
      union all
      select t.author_id, count(*), 0 from spaces.reply r join spaces.thread t on t.post_id = r.post_id
      where r.author_id = of_person and r.created_at > since and r.created_at <= until group by t.author_id
      union all
      select r.author_id, 0, count(*) from spaces.thread t join spaces.reply r on r.post_id = t.post_id
      where t.author_id = of_person and r.created_at > since and r.created_at <= until group by r.author_id
    )
    select turn.person_id, sum(turn.given)::int, sum(turn.received)::int
    from turn
    where turn.person_id = any (with_people)
    group by turn.person_id;
  end;
