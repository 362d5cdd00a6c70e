// What was acknowledged is kept, and what was sent twice is done once: Foyer and its database are killed in random
// moments while people write. `npm run test:kill -- 1000` runs more rounds; FOYER_KILL_SEED repeats a run's choices.
import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import type { PostId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { ask, end, endAll, enter, launch, postgresOf, type Started, start } from '#testing/foyer-process'

const ROUNDS = Number(process.env.FOYER_KILL_ROUNDS ?? 100)
const SEED = Number(process.env.FOYER_KILL_SEED ?? randomInt(2 ** 31))
const LANES = 4
const SENT_MAX = 120
/** A round takes two or three seconds; a test that waits for ever must not hold up whoever waits for it. */
const ROUND_MS_MAX = 30_000
/** In one round of so many, Foyer is killed while it starts, too. */
const KILLED_AT_START_ONE_IN = 8

/** So many live and die beside each other, as starting again mostly takes one processor. */
const LIVES = ['one Foyer', 'another beside it']

const folder = mkdtempSync(join(tmpdir(), 'foyer-kill-'))
after(async () => {
  await endAll()
  await rm(folder, { recursive: true, force: true })
})

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One Foyer through all its deaths: where its data lies, and what chooses how it dies. */
type Life = { dataFolder: string; below: (bound: number) => number }

function beginLife(number: number): Life {
  const chance = chanceFrom(SEED + number)
  return { dataFolder: join(folder, String(number)), below: (bound) => Math.floor(chance() * bound) }
}

type Deed = { key: string; body: string }
type Round = { postId: PostId; acknowledged: Deed[]; unanswered: Deed[] }

const VICTIMS = ['Foyer', 'PostgreSQL', 'both'] as const

function kill({ dataFolder }: Life, foyer: Started, victim: (typeof VICTIMS)[number]): void {
  const postgres = postgresOf(dataFolder)
  if (victim !== 'PostgreSQL') foyer.child.kill('SIGKILL')
  if (victim !== 'Foyer') process.kill(postgres, 'SIGKILL')
}

/** Writes on several lanes, kills once so many requests were sent, and tells what was answered and what was not. */
async function writeUntilDeath(
  life: Life,
  foyer: Started,
  at: { cookie: string; round: number; postId: PostId },
) {
  const { postId } = at
  const { below } = life
  const deadly = { count: 1 + below(SENT_MAX), victim: VICTIMS[below(VICTIMS.length)] ?? 'both' }
  const round: Round = { postId, acknowledged: [], unanswered: [] }
  let sent = 0
  let isDead = false
  const write = async (lane: number) => {
    for (let number = 0; !isDead; number += 1) {
      const deed = {
        key: `round-${at.round}-${lane}-${number}`,
        body: `round ${at.round}, ${lane}.${number}`,
      }
      const answering = ask({ ...foyer, cookie: at.cookie, key: deed.key }, spaces.writeReply, {
        postId,
        body: deed.body,
      })
      sent += 1
      if (sent === deadly.count) kill(life, foyer, deadly.victim)
      const status = await answering.then(
        (answer) => answer.status,
        () => 'no answer',
      )
      assert.ok(status === 200 || sent >= deadly.count, `${status} while everything lived`)
      // While its database is dying, Foyer may still say that it cannot; that promises nothing.
      isDead = status !== 200
      if (status === 200) round.acknowledged.push(deed)
      else round.unanswered.push(deed)
    }
  }
  const ended = foyer.child.exitCode === null ? once(foyer.child, 'exit') : undefined
  await Promise.all(Array.from({ length: LANES }, (_, lane) => write(lane)))
  await ended
  return round
}

async function open({ dataFolder }: Life): Promise<Started> {
  const foyer = await start({ FOYER_DATA: dataFolder })
  assert.match(foyer.said(), /Foyer is open/, foyer.complained())
  return foyer
}

/** Starts again; now and then the first try is killed on its way. */
async function rise(life: Life): Promise<Started> {
  if (life.below(KILLED_AT_START_ONE_IN) === 0) {
    const { child, opened } = await launch({ FOYER_DATA: life.dataFolder })
    const spoke = once(child.stdout ?? child, 'data')
    const quit = once(child, 'close')
    await Promise.race([spoke, opened, quit])
    await end(child, 'SIGKILL')
  }
  return open(life)
}

async function listBodies(at: { port: number; cookie: string }, postId: PostId): Promise<string[]> {
  const bodies: string[] = []
  for (let cursor: string | undefined; ; ) {
    const page = (await ask(at, spaces.getThread, { postId, limit: 50, ...(cursor && { cursor }) })).body
    bodies.push(...page.replies.map(({ body }) => body))
    if (page.nextCursor === null) {
      assert.equal(page.post.replyCount, bodies.length, 'the count of replies')
      return bodies
    }
    cursor = page.nextCursor
  }
}

/** Sends again what was not answered, as a browser does; then everything stands exactly once. */
async function settle(at: { port: number; cookie: string }, { postId, acknowledged, unanswered }: Round) {
  const kept = await listBodies(at, postId)
  const lost = acknowledged.filter(({ body }) => !kept.includes(body))
  assert.deepEqual(lost, [], 'what was acknowledged is there')
  for (const { key, body } of unanswered) {
    assert.equal((await ask({ ...at, key }, spaces.writeReply, { postId, body })).status, 200)
  }
  const all = await listBodies(at, postId)
  const wanted = [...acknowledged, ...unanswered].map(({ body }) => body)
  assert.deepEqual(all.toSorted(), wanted.toSorted(), 'everything stands once')
}

describe(`nothing acknowledged is lost or doubled in ${ROUNDS} deaths`, { concurrency: LIVES.length }, () => {
  for (const [index, name] of LIVES.entries()) {
    const deaths = Math.ceil((ROUNDS - index) / LIVES.length)
    it(`of ${name}`, { timeout: ROUNDS * ROUND_MS_MAX }, async (test) => {
      test.diagnostic(`FOYER_KILL_SEED=${SEED}`)
      test.diagnostic(`${await live(beginLife(index), deaths)} acknowledged writes`)
    })
  }
})

/** Dies so often, and proves what is kept after each death and at the end. @returns how many writes were acknowledged */
async function live(life: Life, deaths: number): Promise<number> {
  let foyer = await open(life)
  const cookie = await enter(foyer)
  const asked = { name: 'K', visibility: 'open' } as const
  const { body: space } = await ask({ ...foyer, cookie }, spaces.createSpace, asked)
  const rounds: Round[] = []
  for (let number = 0; number < deaths; number += 1) {
    const words = { spaceId: space.id, body: `round ${number}` }
    const { body: post } = await ask({ ...foyer, cookie }, spaces.writePost, words)
    const round = await writeUntilDeath(life, foyer, { cookie, round: number, postId: post.id })
    foyer = await rise(life)
    await settle({ port: foyer.port, cookie }, round)
    rounds.push(round)
  }
  // What was settled early is still settled after all the later deaths.
  for (const { postId, acknowledged, unanswered } of rounds) {
    const kept = await listBodies({ port: foyer.port, cookie }, postId)
    assert.equal(kept.length, acknowledged.length + unanswered.length)
  }
  await end(foyer.child, 'SIGTERM')
  const written = rounds.reduce((sum, round) => sum + round.acknowledged.length, 0)
  assert.ok(written >= deaths, 'there was something to lose')
  return written
}
