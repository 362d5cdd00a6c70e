// Looking as a guest: computed by the rule itself, never more than one may see oneself, and nothing is done by it.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { auth } from '#contract/auth'
import { brief } from '#contract/brief'
import { listEndpoints } from '#contract/contract'
import type { Endpoint, QuestionOf } from '#contract/endpoint'
import { guests } from '#contract/guests'
import { notices } from '#contract/notices'
import type { PersonId, PostId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { inputsOf } from '#testing/canary-inputs'
import { readRows } from '#testing/canary-rows'
import { nothing } from '#testing/canary-world'
import { cast } from '#testing/cast'
import { type Caller, startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
const { db, clock } = foyer
const keeper = await foyer.as('delegate')
const steward = await foyer.as('steward')
const guest = await foyer.as('guest')

async function openSpace(name: string, isPorous: boolean): Promise<{ id: SpaceId; post: PostId }> {
  const id = must(await keeper.write(spaces.createSpace, { name, visibility: 'closed', isPorous })).id
  const body = `Words of ${name.toLowerCase()}.`
  const post = must(await keeper.write(spaces.writePost, { spaceId: id, title: name, body })).id
  return { id, post }
}

async function bring(spaceId: SpaceId, personId: PersonId): Promise<void> {
  must(await keeper.write(spaces.invitePerson, { spaceId, personId }))
}

const shared = await openSpace('Shared gate', true)
const unseen = await openSpace('Unseen gate', true)
const house = await openSpace('House', false)
const commons = must(await keeper.write(spaces.createSpace, { name: 'Commons', visibility: 'open' })).id
for (const { id } of [shared, unseen]) await bring(id, cast.guest.id)
for (const { id } of [shared, house]) await bring(id, cast.steward.id)

async function lookAs(caller: Caller, asked: QuestionOf<typeof guests.beginLook>): Promise<Caller> {
  return caller.looking(must(await caller.write(guests.beginLook, asked)).id)
}

const namesOf = async (caller: Caller) =>
  must(await caller.read(spaces.listSpaces, { limit: 50 })).items.map(({ name }) => name)

describe('looking as a guest', () => {
  it('shows what the guest sees, as far as one may see it oneself', async () => {
    const look = await lookAs(steward, { guestId: cast.guest.id })
    assert.deepEqual(await namesOf(guest), ['Shared gate', 'Unseen gate'])
    assert.deepEqual(await namesOf(look), ['Shared gate'])
    must(await look.read(spaces.getThread, { postId: shared.post }))
    for (const postId of [unseen.post, house.post])
      assert.equal((await look.read(spaces.getThread, { postId })).status, 404)
    assert.equal((await look.read(spaces.getSpace, { id: commons })).status, 404)
    const found = must(await look.read(spaces.search, { query: 'words' })).items
    assert.deepEqual(
      found.map(({ postId }) => postId),
      [shared.post],
    )
  })

  it('looks the same to the one who looks as to the guest, space for space', async () => {
    const look = await lookAs(steward, { guestId: cast.guest.id })
    const asked = { id: shared.id }
    const mine = must(await guest.read(spaces.getSpace, asked))
    const theirs = must(await look.read(spaces.getSpace, asked))
    const plain = ({ members, ...rest }: typeof mine) => ({
      ...rest,
      hasNew: false,
      members: members.map(({ name }) => name),
    })
    assert.deepEqual(plain(theirs), plain(mine))
    const standing = must(await look.read(auth.whoAmI, {}))
    assert.ok(standing.standing === 'signed-in')
    assert.deepEqual(standing.me.roles, ['guest'])
    assert.equal(standing.me.person.name, cast.guest.name)
  })

  it('shows nothing that is the guest’s own', async () => {
    must(await guest.write(spaces.saveWords, { saidId: shared.post as never, note: 'A secret note' }))
    must(await guest.write(brief.openBrief, {}))
    const look = await lookAs(steward, { guestId: cast.guest.id })
    assert.deepEqual(must(await look.read(spaces.listSaved, {})).items, [])
    assert.deepEqual(must(await look.read(notices.listNotices, {})).items, [])
    assert.deepEqual(must(await look.read(auth.listSessions, {})).items, [])
    assert.deepEqual(must(await look.read(brief.listReflections, {})).items, [])
  })

  it('changes nothing, whatever is tried, and every write is refused', async () => {
    const look = await lookAs(steward, { guestId: cast.guest.id })
    const before = await readRows(db)
    const things = {
      ...nothing(clock.now),
      space: shared.id,
      post: shared.post,
      said: shared.post,
      person: cast.guest.id,
    }
    const asked = listEndpoints().flatMap((endpoint) =>
      inputsOf(endpoint, (thing) => things[thing]).map((input): [Endpoint, unknown] => [endpoint, input]),
    )
    for (const [endpoint, input] of asked) {
      if (endpoint.method === 'GET') await look.read(endpoint, input)
      else assert.equal((await look.write(endpoint, input)).problem?.code, 'only-looking', endpoint.path)
    }
    const after = await readRows(db)
    assert.deepEqual([...before.symmetricDifference(after)], [])
  })

  it('shows a keeper their own porous space as a new guest would see it', async () => {
    const look = await lookAs(keeper, { spaceId: shared.id })
    assert.deepEqual(await namesOf(look), ['Shared gate'])
    const standing = must(await look.read(auth.whoAmI, {}))
    assert.ok(standing.standing === 'signed-in' && standing.me.person.name === 'A new guest')
    assert.equal((await keeper.write(guests.beginLook, { spaceId: house.id })).problem?.code, 'not-porous')
  })

  it('is asked with in the address of a read as well', async () => {
    const { id } = must(await steward.write(guests.beginLook, { guestId: cast.guest.id }))
    const answer = await steward.open(`/api/spaces/list-spaces?limit=50&foyer-look=${id}`)
    const { items } = (await answer.json()) as { items: { name: string }[] }
    assert.deepEqual(
      items.map(({ name }) => name),
      ['Shared gate'],
    )
  })

  it('is for stewards and keepers, and for nobody by the look of another', async () => {
    const member = await foyer.as('member')
    await bring(shared.id, cast.member.id)
    assert.equal((await member.write(guests.beginLook, { guestId: cast.guest.id })).status, 404)
    assert.equal(
      (await member.write(guests.beginLook, { spaceId: shared.id })).problem?.code,
      'not-yours-to-look',
    )
    assert.equal(
      (await guest.write(guests.beginLook, { spaceId: shared.id })).problem?.code,
      'not-for-guests',
    )
    const { id } = must(await steward.write(guests.beginLook, { guestId: cast.guest.id }))
    const stolen = await member.looking(id).read(spaces.listSpaces, {})
    assert.equal(stolen.problem?.code, 'look-over')
  })

  it('ends by hand, after two hours, and with the stay of the guest', async () => {
    const { id } = must(await steward.write(guests.beginLook, { guestId: cast.guest.id }))
    must(await steward.read(spaces.listSpaces, {}))
    must(await steward.write(guests.endLook, { lookId: id }))
    assert.equal((await steward.looking(id).read(spaces.listSpaces, {})).problem?.code, 'look-over')
    const look = await lookAs(steward, { guestId: cast.guest.id })
    clock.now = clock.now.add({ hours: 2 })
    assert.equal((await look.read(spaces.listSpaces, {})).problem?.code, 'look-over')
  })

  it('is told to the guest, with who looked and when', async () => {
    const stay = must(await guest.read(guests.getStay, {}))
    assert.ok(stay.looks.length > 0)
    assert.ok(
      stay.looks.every(({ by, guest: seenAs }) => by.id === cast.steward.id && seenAs?.id === cast.guest.id),
    )
    assert.deepEqual(must(await steward.read(guests.getStay, {})), { guest: null, looks: [] })
  })

  it('leaves nobody behind who stood in', async () => {
    const standing = await sql`select from people.person where name = 'A new guest'`.execute(db)
    assert.equal(standing.rows.length, 0)
  })
})
