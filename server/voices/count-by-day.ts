import { sql } from 'kysely'

/** Counts the readings of `fresh`, all of which were noted for the first time, on their days. */
export const countByDay = sql`
  insert into voices.day (person_id, day, author_id, language, read_count)
  select f.person_id, (f.first_at at time zone 'UTC')::date as day, f.author_id, coalesce(w.language, '') as language,
    count(*)::int
  from fresh f left join spaces.spoken w on w.said_id = f.said_id
  group by f.person_id, day, f.author_id, coalesce(w.language, '')
  on conflict (person_id, day, author_id, language) do update
    set read_count = day.read_count + excluded.read_count`
