// Tokens, through the room's own door: to whom they are given, how many, and for how long they are good.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { answers } from '#contract/answers'
import { COLLEAGUE_ID } from '#contract/colleague'
import { people } from '#contract/people'
import type { SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { type CastName, cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { fetchTokens, makeSecret, type Token } from '#testing/token-device'

const foyer = await startFoyer()
const { anyone } = foyer
const FETCHERS = ['executive', 'delegate', 'plantManager', 'supervisor', 'member'] as const
let open: SpaceId

before(async () => {
  const executive = await foyer.as('executive')
  open = must(await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
})

async function fetch(who: CastName): Promise<Token> {
  const [token] = (await fetchTokens({ anyone, caller: await foyer.as(who) })).tokens
  assert.ok(token !== undefined)
  return token
}

const question = (token: Token) => ({
  ...token,
  spaceId: open,
  title: 'Why is it so?',
  secretHash: makeSecret().secretHash,
})

describe('tokens', () => {
  it('are given to members alone, three a week, over all their devices', async () => {
    const administrator = await foyer.as('administrator')
    const two = await fetchTokens({ anyone, caller: administrator }, 2)
    const more = { period: two.period, blinded: two.blinded.toReversed() }
    const left = must(await administrator.write(answers.issueTokens, more)).signatures
    assert.equal(left.length, 1)
    assert.deepEqual(must(await administrator.write(answers.issueTokens, more)).signatures, left)
    const none = { ...more, blinded: left }
    assert.deepEqual(must(await administrator.write(answers.issueTokens, none)).signatures, [])
    const guest = await (await foyer.as('guest')).write(answers.issueTokens, more)
    assert.equal(guest.problem?.code, 'not-for-guests')
    assert.equal((await anyone.write(answers.issueTokens, more)).problem?.code, 'not-signed-in')
  })

  it('asked for twice are the same and counted once, and no time is kept of it', async () => {
    const outsider = await foyer.as('outsider')
    const { period } = must(await anyone.read(answers.getTokenKey, {}))
    const blinded = [`A${randomBytes(255).toString('base64url').slice(0, 340)}A`]
    const give = () => outsider.write(answers.issueTokens, { period, blinded }, 'key-of-a-device')
    assert.deepEqual(must(await give()), must(await give()))
    const found = await sql<{ given: number }>`
      select given from answers.tokens_given g join people.person_card p on p.id = g.person_id
      where p.ref ->> 'name' = 'Omar Said'`.execute(foyer.db)
    assert.deepEqual(found.rows, [{ given: 1 }])
    const remembered = await sql`select from platform.done_write where key = 'key-of-a-device'`.execute(
      foyer.db,
    )
    assert.equal(remembered.rows.length, 0)
  })

  it('are not signed when no device would have made them', async () => {
    const outsider = await foyer.as('outsider')
    const { period } = must(await anyone.read(answers.getTokenKey, {}))
    const tooGreat = Buffer.alloc(256, 255).toString('base64url')
    const answer = await outsider.write(answers.issueTokens, { period, blinded: [tooGreat] })
    assert.equal(answer.problem?.code, 'not-blinded')
    for (const blinded of [[], ['x'], ['', ''], Array.from({ length: 4 }, () => tooGreat)]) {
      assert.equal((await outsider.write(answers.issueTokens, { period, blinded })).status, 400)
    }
  })

  it('of a week that is over buy nothing, and are forgotten with all that was noted of them', async () => {
    const input = question(await fetch('executive'))
    foyer.clock.now = foyer.clock.now.add({ hours: 24 * 7 })
    const late = await anyone.write(answers.askAnonymously, input)
    assert.equal(late.problem?.code, 'no-such-token')
    await foyer.runJob('answers/forget-weeks', {})
    const left = await sql<{ count: number }>`
      select (select count(*) from answers.tokens_given)::int + (select count(*) from answers.spent_token)::int as count`.execute(
      foyer.db,
    )
    assert.deepEqual(left.rows, [{ count: 0 }])
  })

  it('buy nothing before five people hold some this week: one of fewer would be too easy to guess', async () => {
    const tokens = []
    for (const who of FETCHERS.slice(0, 4)) tokens.push(await fetch(who))
    const [token] = tokens
    assert.ok(token !== undefined)
    const input = question(token)
    const early = await anyone.write(answers.askAnonymously, input)
    assert.equal(early.problem?.code, 'too-few-askers')
    assert.equal(must(await anyone.read(answers.getTokenKey, {})).isEnoughPeople, false)
    await fetch('member')
    assert.equal(must(await anyone.read(answers.getTokenKey, {})).isEnoughPeople, true)
    must(await anyone.write(answers.askAnonymously, input))
  })
})

describe('the colleague who stands for whoever asked', () => {
  before(async () => {
    foyer.clock.now = foyer.clock.now.add({ hours: 1 })
    await foyer.runJobs()
  })

  it('is in no directory, no tree, no suggestion and no count, and nobody can be invited as them', async () => {
    const member = await foyer.as('member')
    const listed = must(await member.read(people.listPeople, {})).items.map(({ id }) => id)
    const typed = must(await member.read(people.listPeople, { search: 'colleague' })).items
    assert.ok(!listed.includes(COLLEAGUE_ID))
    assert.ok(!typed.some(({ id }) => id === COLLEAGUE_ID))
    const tree = JSON.stringify(
      must(await member.read(people.getReportingTree, { managerIds: [cast.executive.id] })),
    )
    assert.ok(!tree.includes(COLLEAGUE_ID))
    const executive = await foyer.as('executive')
    const invited = await executive.write(spaces.invitePerson, { spaceId: open, personId: COLLEAGUE_ID })
    assert.equal(invited.problem?.code, 'person-inactive')
  })

  it('cannot have what they said changed by anybody', async () => {
    const steward = await foyer.as('steward')
    const found = await sql<{ id: SaidId }>`
      select p.post_id as id from spaces.question_post p where p.author_id = ${COLLEAGUE_ID} limit 1`.execute(
      foyer.db,
    )
    const saidId = found.rows[0]?.id
    assert.ok(saidId !== undefined)
    const edit = await steward.write(spaces.editWords, { saidId, body: 'Otherwise.' })
    assert.equal(edit.problem?.code, 'not-your-words')
  })
})
