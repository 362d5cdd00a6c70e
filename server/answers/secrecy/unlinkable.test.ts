// What is left of an anonymous question anywhere: a whole dump of the database, the log and the files, after several
// people fetched tokens and one of them asked, added to it and took an answer.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'
import { sql } from 'kysely'
import { answers } from '#contract/answers'
import { COLLEAGUE_ID } from '#contract/colleague'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { type CastName, cast } from '#testing/cast'
import { startFoyer, type TestFoyer } from '#testing/foyer'
import { fetchTokens, makeSecret } from '#testing/token-device'

const FETCHERS = ['executive', 'delegate', 'plantManager', 'supervisor', 'member', 'steward'] as const
const TITLE = 'Why do we stop line 3 by night?'
const DETAIL = 'Nobody would tell me.'
const FOLLOW_UP = 'I mean the old one.'
const ASKED_AT = Temporal.Instant.from('2026-03-02T09:17:33.218Z')
const ADDED_AT = Temporal.Instant.from('2026-03-02T11:42:07.911Z')

/** All that a network holds, a line each: rows under the name of their table, the log, and what lies in files. */
async function dumpOf(foyer: TestFoyer): Promise<{ rows: string[]; log: string[]; files: string[] }> {
  const tables = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`.execute(foyer.db)
  const rows: string[] = []
  for (const { name } of tables.rows) {
    const found = await sql<{ line: string }>`
      select t::text as line from ${sql.raw(name)} t`.execute(foyer.db)
    rows.push(...found.rows.map(({ line }) => `${name} ${line}`))
  }
  const entries = readdirSync(foyer.dataFolder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.name} ${readFileSync(join(entry.parentPath, entry.name), 'latin1')}`)
  return { rows, log: [...foyer.logged], files }
}

/** Everybody fetches tokens, in the same order whoever asks later; one asks, adds to it and takes an answer. */
async function walk(foyer: TestFoyer, asker: (typeof FETCHERS)[number]) {
  const { anyone, clock } = foyer
  const executive = await foyer.as('executive')
  const { id: spaceId } = must(
    await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' }),
  )
  const stock = new Map<CastName, Awaited<ReturnType<typeof fetchTokens>>>()
  for (const who of FETCHERS) stock.set(who, await fetchTokens({ anyone, caller: await foyer.as(who) }))
  const fetched = stock.get(asker)
  const token = fetched?.tokens[1]
  assert.ok(fetched !== undefined && token !== undefined)
  clock.now = ASKED_AT
  const { secret, secretHash } = makeSecret()
  const asked = { ...token, spaceId, title: TITLE, body: DETAIL, secretHash }
  const logged = foyer.logged.length
  const { postId } = must(await anyone.write(answers.askAnonymously, asked))
  must(await anyone.write(answers.askAnonymously, asked))
  assert.equal(foyer.logged.length, logged, 'asking leaves no line in the log')
  const waiting = await dumpOf(foyer)
  clock.now = Temporal.Instant.from('2026-03-02T10:00:20Z')
  await foyer.runJobs()
  for (const who of FETCHERS) {
    const reader = await foyer.as(who)
    must(await reader.read(spaces.getThread, { postId }))
    must(await reader.write(spaces.markSeen, { postId, at: clock.now.toString() }))
  }
  const { id: replyId } = must(await executive.write(spaces.writeReply, { postId, body: 'We do not.' }))
  clock.now = ADDED_AT
  must(await anyone.write(answers.followUpAnonymously, { postId, secret, body: FOLLOW_UP }))
  must(await anyone.write(answers.acceptAnonymously, { postId, secret, replyId }))
  clock.now = Temporal.Instant.from('2026-03-02T12:00:20Z')
  await foyer.runJobs()
  const said = must(await executive.read(spaces.getThread, { postId })).replies.map(({ body }) => body)
  assert.deepEqual(said, ['We do not.', FOLLOW_UP])
  return { postId, token, secret, secretHash, blinded: fetched.blinded, waiting, after: await dumpOf(foyer) }
}

it('no row, no line and no file holds an asker together with anything of the question, nor when it was asked', async () => {
  const foyer = await startFoyer({ runsJobs: true })
  const asked = await walk(foyer, 'member')
  const sessions = await sql<{ id: string; token: string }>`
    select s.id, s.token from auth.session s where s."userId" = ${cast.member.id}`.execute(foyer.db)
  const ofAsker = [
    cast.member.id,
    cast.member.address,
    cast.member.name,
    ...sessions.rows.flatMap(({ id, token }) => [id, token]),
    ...asked.blinded.map((each) => each.slice(0, 40)),
  ]
  const ofQuestion = [
    asked.postId,
    TITLE,
    DETAIL,
    FOLLOW_UP,
    asked.token.nonce,
    asked.token.signature,
    asked.secretHash,
  ]
  // A reader who saw the thread is noted as everybody who did; this is all that may hold both.
  const isSeen = (line: string) => line.startsWith('spaces.seen ') || line.startsWith('platform.done_write ')
  for (const { rows, log, files } of [asked.waiting, asked.after]) {
    for (const line of [...rows, ...log, ...files]) {
      const isBoth = ofAsker.some((of) => line.includes(of)) && ofQuestion.some((of) => line.includes(of))
      assert.ok(!isBoth || isSeen(line), line)
      assert.ok(!line.includes(asked.secret), line)
      assert.ok(!line.includes(asked.token.nonce) && !line.includes(asked.token.signature), line)
      for (const at of [ASKED_AT, ADDED_AT]) assert.ok(!tells(line, at), line)
    }
  }
  assert.ok(asked.after.rows.some((line) => line.includes(COLLEAGUE_ID) && line.includes(FOLLOW_UP)))
  assert.ok(!asked.after.rows.some((line) => line.startsWith('answers.unposted ')))
})

it('what is left is the same whoever of those who fetched tokens asked', async () => {
  const one = await startFoyer()
  const other = await startFoyer()
  const [ofOne, ofOther] = [await walk(one, 'member'), await walk(other, 'plantManager')]
  for (const when of ['waiting', 'after'] as const) {
    assert.deepEqual(withoutChance(ofOne[when].rows), withoutChance(ofOther[when].rows))
    assert.deepEqual(withoutChance(ofOne[when].log), withoutChance(ofOther[when].log))
    assert.deepEqual(withoutChance(ofOne[when].files), withoutChance(ofOther[when].files))
  }
})

/** Whether a line holds an instant, as text or as the first half of a UUIDv7. */
function tells(line: string, at: Temporal.Instant): boolean {
  const milliseconds = at.epochMilliseconds.toString(16).padStart(12, '0')
  const clock = at.toString().slice(11, 19)
  return line.includes(clock) || line.includes(`${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}`)
}

const PEOPLE: ReadonlySet<string> = new Set(Object.values(cast).map(({ id }) => id))
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const RANDOM = /[\w-]{20,}(\.[\w%/+=-]{20,})?/g

/** What the database counts and times by itself, once for all that is posted with an hour. */
const BY_THE_DATABASE = /^platform\.happening \(\d+|"[\d-]+ [\d:]+\.\d+\+00"/g

/** Lines without what differs in every run; whose they are stays, and so do the hours. */
function withoutChance(lines: readonly string[]): string[] {
  return lines
    .map((line) =>
      line
        .replace(UUID, (id) => (PEOPLE.has(id) ? `<${[...PEOPLE].indexOf(id)}>` : 'id'))
        .replace(BY_THE_DATABASE, 'now')
        .replace(RANDOM, 'random')
        .replace(/\\*"ms\\*":[\d.]+/g, 'ms'),
    )
    .sort()
}
