// What everything is measured against: bare Hono routes, each with one prepared statement on the same database.
// Nobody signs in, nothing is checked, limited, logged or counted. Runs as a process of its own.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import pg from 'pg'

const OPENING_CHARACTERS = 600

const author = `json_build_object('id', author.id, 'name', author.name, 'title', author.title, 'unit', author.unit,
  'location', author.location, 'isActive', author.is_active)`
const space = `json_build_object('id', s.id, 'name', s.name, 'visibility', s.visibility,
  'isConversation', s.is_conversation)`

/** The newest threads of the spaces that somebody follows. */
const feed = {
  name: 'feed',
  text: `
    select json_agg(json_build_object(
      'id', p.id, 'kind', p.kind, 'title', p.title, 'opening', left(p.body, ${OPENING_CHARACTERS}),
      'author', ${author}, 'space', ${space}, 'at', p.created_at, 'lastAt', t.last_at, 'replyCount', t.reply_count
    ) order by t.last_at desc, t.post_id desc)::text as json
    from (
      select t.post_id from spaces.follow f cross join lateral (
        select t.post_id, t.last_at from spaces.thread t
        where t.space_id = f.target_id order by t.last_at desc, t.post_id desc limit 20
      ) t
      where f.person_id = $1 and f.what = 'space'
      order by t.last_at desc, t.post_id desc limit 20
    ) newest
    join spaces.thread t on t.post_id = newest.post_id
    join spaces.post p on p.id = newest.post_id
    join spaces.space s on s.id = p.space_id
    join people.person author on author.id = p.author_id`,
}

/** A post and its first twenty replies. */
const thread = {
  name: 'thread',
  text: `
    select json_build_object(
      'id', p.id, 'kind', p.kind, 'title', p.title, 'body', p.body, 'at', p.created_at,
      'author', ${author}, 'space', ${space},
      'replies', (
        select json_agg(json_build_object(
          'id', r.id, 'postId', r.post_id, 'answersId', r.answers_id, 'body', r.body, 'folded', r.folded,
          'at', r.created_at, 'editedAt', r.edited_at, 'author', ${author}
        ) order by r.created_at, r.id)
        from (
          select r.* from spaces.reply r where r.post_id = p.id order by r.created_at, r.id limit 20
        ) r join people.person author on author.id = r.author_id
      )
    )::text as json
    from spaces.post p
    join spaces.space s on s.id = p.space_id
    join people.person author on author.id = p.author_id
    where p.id = $1`,
}

/** The best twenty by PostgreSQL's own rank, among the newest two thousand in which a word stands. */
const search = {
  name: 'search',
  text: `
    select json_agg(json_build_object(
      'id', said.id, 'postId', said.post_id, 'title', p.title, 'at', said.created_at, 'author', ${author}, 'space', ${space},
      'excerpt', ts_headline('english', left(said.body, 20000), plainto_tsquery('english', $1))
    ) order by said.rank desc, said.id desc)::text as json
    from (
      select found.*, ts_rank(found.found_by, plainto_tsquery('english', $1), 1) as rank
      from (
        select r.id, r.post_id, r.author_id, r.space_id, r.body, r.created_at, r.found_by from spaces.reply r
        where r.found_by @@ plainto_tsquery('english', $1) order by r.id desc limit 2000
      ) found
      order by rank desc limit 20
    ) said
    join spaces.post p on p.id = said.post_id
    join spaces.space s on s.id = said.space_id
    join people.person author on author.id = said.author_id`,
}

const reply = {
  name: 'reply',
  text: 'insert into bench.reply (id, post_id, space_id, author_id, body, created_at) values ($1, $2, $3, $4, $5, $6)',
}

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL ?? '',
  max: Number(process.env.DATABASE_CONNECTIONS),
})

/** The JSON, filled up with a word so long that yardstick and product send equally much. */
async function answer(
  statement: { name: string; text: string },
  query: Record<string, string>,
): Promise<string> {
  const found = await pool.query({ ...statement, values: [query.id] })
  const fill = 'x'.repeat(Number(query.fill ?? 0))
  return `{"items":${found.rows[0]?.json},"fill":"${fill}"}`
}

const json = { 'content-type': 'application/json' }
const app = new Hono()
app.get('/ready', (context) => context.text('ready'))
app.get('/feed', async (context) => context.body(await answer(feed, context.req.query()), 200, json))
app.get('/thread', async (context) => context.body(await answer(thread, context.req.query()), 200, json))
app.get('/search', async (context) => context.body(await answer(search, context.req.query()), 200, json))
app.post('/reply', async (context) => {
  const row = await context.req.json()
  const id = crypto.randomUUID()
  const at = new Date().toISOString()
  await pool.query({ ...reply, values: [id, row.postId, row.spaceId, row.authorId, row.body, at] })
  return context.body(JSON.stringify({ ...row, id, at }), 200, json)
})

/** Everybody who listens; what is said goes to each as it is. */
const listeners = new Set<(text: string) => Promise<unknown>>()
app.get('/listen', (context) =>
  streamSSE(context, async (stream) => {
    const tell = (data: string) => stream.writeSSE({ data })
    listeners.add(tell)
    await tell('hello')
    await new Promise<void>((resolve) => stream.onAbort(resolve))
    listeners.delete(tell)
  }),
)
app.post('/say', async (context) => {
  const text = await context.req.text()
  for (const tell of listeners) void tell(text)
  return context.body('{}', 200, json)
})

serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
