// What one may not see does not exist: every endpoint, as every kind of outsider.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { z } from 'zod'
import { listEndpoints } from '#contract/contract'
import { type Endpoint, read } from '#contract/endpoint'
import { spaces } from '#contract/spaces'
import { hideThings } from '#testing/canary-hidden'
import { inputsOf, type Thing } from '#testing/canary-inputs'
import { type Door, frontDoor, pictureOf, type Seen, walkHouse } from '#testing/canary-walk'
import { MARK, mark, openHouse } from '#testing/canary-world'
import { type Caller, startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
const house = await openHouse(foyer)
// What waits is done beforehand, so that nothing comes to be found by itself in between.
await foyer.runJobs()
const looksAt = foyer.clock.now.add({ hours: 2 })
const hidesAt = foyer.clock.now
foyer.clock.now = looksAt
const sightBefore = await lookAround()
foyer.clock.now = hidesAt
await hideThings(house)
foyer.clock.now = looksAt

/** Everything each outsider can read of what they see or know of. */
async function lookAround(): Promise<Map<string, string>> {
  const pictures = new Map<string, string>()
  const reads = listEndpoints().filter(({ method }) => method === 'GET')
  // The plant manager is told of hidden things in between, and leaves again.
  for (const outsider of house.outsiders.filter(({ name }) => name !== 'plantManager')) {
    for (const space of [outsider.visible.space, ...outsider.knows]) {
      const identify = (thing: Thing) => (thing === 'space' ? space : outsider.visible[thing])
      for (const [endpoint, input] of reads.flatMap((each) =>
        inputsOf(each, identify).map((input) => [each, input] as const),
      )) {
        const seen = await frontDoor(outsider, endpoint, input)
        pictures.set(`${outsider.name} ${endpoint.path} ${JSON.stringify(input)}`, pictureOf(seen))
      }
    }
  }
  return pictures
}

/** Deleted words are seen by nobody, so they are not among these. */
const MARKS_SEEN = [
  ...['Commons', 'CommonsTitle', 'CommonsBody', 'CommonsReply', 'Gate', 'GateTitle', 'GateBody', 'GateReply'],
  ...['CommonsFile', 'CommonsBytes', 'GateFile', 'GateBytes', 'VaultFile', 'LeaverBytes', 'EarlierBytes'],
  ...['ConversationFile', 'ConversationBytes'],
  ...['CommonsPoll', 'CommonsOption', 'GatePoll', 'VaultOption', 'EarlierPoll', 'EarlierOption'],
  ...['Waiting', 'WaitingBody'],
  ...['Vault', 'VaultTitle', 'VaultBody', 'VaultReply', 'LeaverTitle', 'LeaverBody', 'LeaverReply'],
  ...['Board', 'BoardPurpose', 'BoardTitle', 'BoardBody', 'BoardReply', 'EarlierTitle', 'EarlierBody'],
  ...['Conversation', 'ConversationTitle', 'ConversationBody', 'ConversationReply', 'Folded'],
  ...['Harbour', 'HarbourTitle', 'HarbourBody', 'HarbourReply', 'HarbourBytes', 'OtherGuest', 'OtherPartner'],
  ...['LapsedTitle', 'LapsedBody', 'LapsedReply', 'LapsedBytes'],
  ...['Note', 'Reflection'],
]

describe('what one may not see', () => {
  it('is there all the same, for those who may see it', async () => {
    const caller = await foyer.as('executive')
    const seen: string[] = []
    for (const bundle of Object.values(house.bundles)) {
      for (const endpoint of listEndpoints().filter(({ method }) => method === 'GET')) {
        for (const input of inputsOf(endpoint, (thing) => bundle[thing])) {
          seen.push(JSON.stringify((await caller.read(endpoint, input)).body))
        }
      }
    }
    const marks = new Set(seen.join('\n').match(MARK))
    assert.deepEqual(
      MARKS_SEEN.filter((of) => !marks.has(mark(of))),
      [],
    )
  })

  it('changes nothing in what one does see: no list, count, order or suggestion', async () => {
    const sightAfter = await lookAround()
    assert.ok(sightBefore.size > 100)
    for (const [asked, picture] of sightBefore) assert.equal(sightAfter.get(asked), picture, asked)
  })

  it('is answered at every endpoint as what does not exist, comes to light nowhere and cannot be changed', async () => {
    const opened = new Set<string>()
    const door: Door = async (outsider, endpoint, input) => {
      const seen = await frontDoor(outsider, endpoint, input)
      if (seen.status === 200) opened.add(`${outsider.name} ${endpoint.path}`)
      return seen
    }
    const findings = await walkHouse(house, { endpoints: listEndpoints(), door })
    assert.deepEqual(findings, [])
    // Who is let in nowhere finds nothing; so each of the house must have come in at most doors.
    for (const who of ['outsider', 'member', 'steward', 'administrator', 'plantManager']) {
      const doors = [...opened].filter((each) => each.startsWith(`${who} `)).length
      assert.ok(doors > listEndpoints().length / 2, `${who} came in at ${doors} doors`)
    }
  })

  it('stands in no line of the log and in no mail', () => {
    const lines = [...foyer.logged, ...foyer.mails.map((mail) => JSON.stringify(mail))]
    assert.ok(lines.length > 100)
    assert.deepEqual(
      lines.filter((line) => line.match(MARK)),
      [],
    )
  })
})

let stranger: Caller

/** What the canary says of a door that leaks at one endpoint, for one outsider. */
async function findingsOf(endpoint: Endpoint, leak: (seen: Seen, input: unknown) => Promise<Seen> | Seen) {
  const door: Door = async (outsider, at, input) => leak(await frontDoor(outsider, at, input), input)
  const known = house.outsiders.filter(({ name }) => name === 'outsider')
  const outsiders = known.map((outsider) => ({ ...outsider, caller: stranger }))
  return (await walkHouse({ ...house, outsiders }, { endpoints: [endpoint], door })).join('\n')
}

const withBody = (seen: Seen, more: object): Seen => ({
  ...seen,
  body: { ...(seen.body as object), ...more },
})

describe('the canary', () => {
  const board = house.bundles.board?.post ?? ''

  before(async () => {
    stranger = await foyer.signIn('outsider')
  })

  it('sings of a hidden word in an answer', async () => {
    const found = await findingsOf(spaces.search, (seen) => withBody(seen, { hint: mark('BoardBody') }))
    assert.match(found, /the answer shows Qx~BoardBody~xQ/)
  })

  it('sings of a hidden word that is packed into a cursor', async () => {
    const packed = Buffer.from(JSON.stringify([mark('BoardBody').toLowerCase()])).toString('base64url')
    const found = await findingsOf(spaces.listSpaces, (seen) => withBody(seen, { nextCursor: packed }))
    assert.match(found, /the answer shows qx~boardbody~xq/)
  })

  it('sings of a hidden word in a header', async () => {
    const found = await findingsOf(spaces.getFeed, (seen) => {
      const headers = new Headers(seen.headers)
      headers.set('link', mark('Board'))
      return { ...seen, headers }
    })
    assert.match(found, /the answer shows Qx~Board~xQ/)
  })

  it('sings of the identity of something hidden', async () => {
    const found = await findingsOf(spaces.listFollows, (seen) => withBody(seen, { threads: [board] }))
    assert.match(found, /the answer names [\da-f-]{36}/)
  })

  it('sings when something hidden is refused otherwise than what does not exist', async () => {
    const found = await findingsOf(spaces.getThread, (seen, input) =>
      JSON.stringify(input).includes(board)
        ? { ...withBody(seen, { code: 'members-only' }), status: 403 }
        : seen,
    )
    assert.match(found, /is answered 403 .*members-only.*, and nothing at all 404/)
  })

  it('sings when a bug answers', async () => {
    const found = await findingsOf(spaces.listFollows, (seen) => ({ ...seen, status: 500 }))
    assert.match(found, /the answer is a 500/)
  })

  it('sings when something hidden is changed', async () => {
    const found = await findingsOf(spaces.react, async (seen) => {
      await sql`update spaces.thread set reply_count = reply_count + 1 where post_id = ${board}`.execute(
        foyer.db,
      )
      return seen
    })
    assert.match(found, /changed or took away spaces\.thread/)
    assert.match(found, /wrote spaces\.thread/)
  })

  it('does not pass by an endpoint with a field that it knows no sample for', async () => {
    const unknown = read('spaces', 'ask-the-walls', {
      summary: 'Not thought of yet.',
      caller: 'person',
      input: z.strictObject({ incantation: z.string() }),
      reply: z.object({}),
    })
    await assert.rejects(
      findingsOf(unknown, (seen) => seen),
      /ask-the-walls incantation: write a sample/,
    )
  })
})
