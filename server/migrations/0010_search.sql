-- Search in many languages, forgiving of typos, and topics.
create extension if not exists pg_trgm with schema public;

-- How words are stemmed in every language that PostgreSQL 15 has a stemmer for; accents are folded first (é is e).
do $$
declare
  each text[];
begin
  foreach each slice 1 in array array[
    ['ar', 'arabic'], ['hy', 'armenian'], ['eu', 'basque'], ['ca', 'catalan'], ['da', 'danish'], ['nl', 'dutch'],
    ['en', 'english'], ['fi', 'finnish'], ['fr', 'french'], ['de', 'german'], ['el', 'greek'], ['hi', 'hindi'],
    ['hu', 'hungarian'], ['id', 'indonesian'], ['ga', 'irish'], ['it', 'italian'], ['lt', 'lithuanian'],
    ['ne', 'nepali'], ['no', 'norwegian'], ['pt', 'portuguese'], ['ro', 'romanian'], ['ru', 'russian'],
    ['sr', 'serbian'], ['es', 'spanish'], ['sv', 'swedish'], ['ta', 'tamil'], ['tr', 'turkish'], ['yi', 'yiddish']
  ] loop
    execute format('create text search configuration spaces.words_%s (copy = pg_catalog.%I)', each[1], each[2]);
    execute format(
      'alter text search configuration spaces.words_%s alter mapping for hword, hword_part, word with public.unaccent, %I',
      each[1], each[2] || '_stem'
    );
  end loop;
end $$;

-- The same without stemming, for all other languages.
create text search configuration spaces.words_simple (copy = pg_catalog.simple);
alter text search configuration spaces.words_simple
  alter mapping for hword, hword_part, word with public.unaccent, simple;

-- What something said is found by. `marks` are no words: they begin with a slash, which no word has, and tell what the
-- words hold; the day and the month it was said in are marks too.
create function spaces.vector_of(config regconfig, title text, words text, marks text[], at timestamptz) returns tsvector
  language sql stable parallel safe
  return setweight(to_tsvector(config, coalesce(title, '')), 'A') || setweight(to_tsvector(config, words), 'C')
    || array_to_tsvector(marks || to_char(at at time zone 'UTC', '/YYYY-MM-DD') || to_char(at at time zone 'UTC', '/YYYY-MM'));

-- The same as it comes in bulk.
create type spaces.findable as (language text, config text, title text, words text, marks text[]);

-- Words are written with their vector from now on, in their language. What stands already keeps its English one until
-- a job has come by, so that nothing is locked for long.
alter table spaces.post alter column found_by drop expression;
alter table spaces.post add column language text;
alter table spaces.reply alter column found_by drop expression;
alter table spaces.reply add column language text;

drop function spaces.find_said(uuid, text, uuid, uuid, int, int);
drop text search configuration spaces.words;

-- A row that is written without a vector, as in bulk, gets one of English words.
create function spaces.give_post_vector() returns trigger
  language plpgsql
  as $$
  begin
    new.found_by := spaces.vector_of('spaces.words_en', new.title, left(new.body, 100000), '{}', new.created_at);
    return new;
  end $$;
create function spaces.give_reply_vector() returns trigger
  language plpgsql
  as $$
  begin
    new.found_by := spaces.vector_of('spaces.words_en', '', left(new.body, 100000), '{}', new.created_at);
    return new;
  end $$;
create trigger post_has_vector before insert on spaces.post
  for each row when (new.found_by is null) execute function spaces.give_post_vector();
create trigger reply_has_vector before insert on spaces.reply
  for each row when (new.found_by is null) execute function spaces.give_reply_vector();

-- What was said in a space, newest first; posts have such an index.
create index reply_by_space on spaces.reply (space_id, created_at desc, id desc);

-- Which languages the network speaks, and about how much is said in each.
create table spaces.language_use (
  language text primary key,
  -- The text search configuration of the language.
  config text not null,
  said_count int not null default 0
);

-- How far a job has come through all posts or all replies, oldest first. `fill-…` is there while what stood before
-- this migration waits for its language; `learn-…` tells what the vocabulary knows already.
create table spaces.search_progress (
  name text primary key,
  after_id uuid not null
);
insert into spaces.search_progress (name, after_id)
  select 'fill-post', '00000000-0000-0000-0000-000000000000'::uuid where exists (select from spaces.post)
  union all
  select 'fill-reply', '00000000-0000-0000-0000-000000000000'::uuid where exists (select from spaces.reply);

-- Beginnings of words are looked up in the counts.
create index word_count_by_beginning on spaces.word_count (word text_pattern_ops);

-- Every word that was written anywhere, as it was written but for case and accents: what typos are mended by.
create table spaces.word_form (
  form text primary key
);
create index word_form_by_trigram on spaces.word_form using gin (form gin_trgm_ops);

-- Forms that look like a word, the most alike first.
create function spaces.forms_like(word text, most int) returns setof text
  language sql stable parallel safe
  set pg_trgm.similarity_threshold = 0.3
  begin atomic
    select f.form from spaces.word_form f
    where f.form operator(public.%) word and length(f.form) between length(word) - 2 and length(word) + 2
    order by public.similarity(f.form, word) desc, f.form limit most;
  end;

-- Where topics are named. `said_id` is a post or a reply.
create table spaces.topic_use (
  topic text not null,
  said_id uuid not null,
  post_id uuid not null references spaces.post on delete cascade,
  -- The thread's space, held by the thread.
  space_id uuid not null,
  at timestamptz not null,
  primary key (said_id, topic)
);
create index topic_use_by_topic on spaces.topic_use (topic text_pattern_ops, at desc, said_id desc);
create index topic_use_by_thread on spaces.topic_use (post_id);

-- Counts in how many posts and replies each word stands, and how much was said on each day and in each month. In
-- large networks the words are counted in a part of all that was said: statistics need no more, and no statement
-- may take long. The word '' holds how much was said in all, and '#' of how many bytes it is in the mean. The counts
-- cover every space; they shape how much is read for an answer, and nothing shows them.
create or replace function spaces.refresh_word_counts() returns void
  language plpgsql
  as $$
  declare
    said_total bigint;
    per_cent numeric;
    counted_max constant int := 100000;
    counted text;
  begin
    perform pg_advisory_xact_lock(70697370);
    select (select count(*) from spaces.post) + (select count(*) from spaces.reply) into said_total;
    per_cent := least(100, round(100.0 * counted_max / greatest(said_total, 1), 4));
    counted := format(
      'select found_by from spaces.post tablesample system (%1$s) union all '
      'select found_by from spaces.reply tablesample system (%1$s)', per_cent);
    delete from spaces.word_count;
    insert into spaces.word_count (word, said_count)
      select word, greatest(ndoc, round(ndoc * 100 / per_cent))::int from ts_stat(counted)
      where word not in ('', '#') and word not like '/%';
    insert into spaces.word_count (word, said_count)
      select to_char(said.created_at at time zone 'UTC', era.pattern), count(*)
      from (select created_at from spaces.post union all select created_at from spaces.reply) said,
        (values ('/YYYY-MM-DD'), ('/YYYY-MM')) era (pattern)
      group by 1;
    insert into spaces.word_count (word, said_count) values ('', said_total);
    execute format(
      'insert into spaces.word_count (word, said_count)
       select ''#'', coalesce(avg(octet_length(body)), 1)::int
       from (select body from spaces.post tablesample system (%1$s) union all
         select body from spaces.reply tablesample system (%1$s)) said', per_cent);
    update spaces.language_use u set said_count = counted.said_count
    from (
      select language, count(*) as said_count
      from (select language from spaces.post union all select language from spaces.reply) said
      where language is not null group by language
    ) counted
    where counted.language = u.language;
  end $$;
