import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { sql } from 'kysely'
import { spaces } from '#contract/spaces'
import { cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { importSlack } from './import-slack.ts'
import { madeZip } from './reading/made-zip.ts'

const foyer = await startFoyer()
const { db } = foyer
const folder = await mkdtemp(join(tmpdir(), 'foyer-slack-'))
after(() => rm(folder, { recursive: true, force: true }))

const user = (id: string, name: string, email: string) => ({ id, name, profile: { real_name: name, email } })
const said = (ts: string, userId: string, text: string) => ({ type: 'message', ts, user: userId, text })
const EXPORT = [
  {
    name: 'users.json',
    content: [
      user('U1', 'Ingrid S', cast.executive.address),
      user('U2', 'Daniel R', cast.delegate.address),
      user('U3', 'Vera Gone', 'vera@gone.test'),
    ],
  },
  {
    name: 'channels.json',
    content: [{ id: 'C1', name: 'lobby', created: 1577836800, members: ['U1', 'U3'] }],
  },
  { name: 'dms.json', content: [{ id: 'D1', created: 1577836800, members: ['U1', 'U2'] }] },
  {
    name: 'lobby/2020-01-01.json',
    content: [
      {
        ...said('1577836800.000100', 'U3', 'Who has the saffron key, <@U1>?'),
        reactions: [{ name: '+1', users: ['U2'], count: 1 }],
      },
      { ...said('1577836860.000100', 'U1', 'I do.'), thread_ts: '1577836800.000100' },
      { ...said('1577836861.000100', 'U1', ''), subtype: 'channel_join' },
    ],
  },
  { name: 'D1/2020-01-01.json', content: [said('1577836900.000100', 'U2', 'The saffron budget is secret.')] },
]

it('brings channels, threads, mentions and reactions in, and keeps direct messages among their two', async () => {
  const path = join(folder, 'export.zip')
  await writeFile(path, madeZip(EXPORT))
  const rest = { examplesWanted: 3, now: () => foyer.clock.now, onProgress: () => {} }
  const { tally } = await importSlack({ db, path, isApplied: true, ...rest })
  const { found, fresh, skipped } = tally.counts
  assert.deepEqual({ found, fresh, skipped }, { found: 4, fresh: 3, skipped: 1 })

  const executive = await foyer.as('executive')
  assert.equal((await executive.read(spaces.search, { query: 'saffron' })).body.items.length, 2)
  const member = await foyer.as('member')
  assert.equal((await member.read(spaces.search, { query: 'saffron' })).body.items.length, 1)

  const found2 = await sql<{ id: string; body: string; replies: number; reactions: number }>`
    select p.id, p.body, t.reply_count as replies,
      (select count(*) from spaces.reaction r where r.said_id = p.id and r.kind = 'agree') as reactions
    from spaces.post p join spaces.thread t on t.post_id = p.id join spaces.space s on s.id = p.space_id
    where s.name = 'lobby'`.execute(db)
  const [post] = found2.rows
  assert.equal(post?.body, `Who has the saffron key, @[Ingrid S](person:${cast.executive.id})?`)
  assert.deepEqual([post?.replies, post?.reactions], [1, 1])
})

it('lets those with an account follow the spaces they come into, and nobody else', async () => {
  const found = await sql<{ who: string; what: string }>`
    select p.name as who, s.name as what from spaces.follow f
    join people.person p on p.id = f.person_id join spaces.space s on s.id = f.target_id`.execute(db)
  assert.deepEqual(found.rows, [{ who: cast.executive.name, what: 'lobby' }])
})
