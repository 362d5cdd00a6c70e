import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { auth } from '#contract/auth'
import { guests } from '#contract/guests'
import { people } from '#contract/people'
import type { PersonId, PostId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { cookiesOf, must } from '#testing/answer'
import { cast } from '#testing/cast'
import { type Caller, ORIGIN, startFoyer } from '#testing/foyer'
import { guestsJobs } from './jobs.ts'

const foyer = await startFoyer()
const { db, clock } = foyer
const keeper = await foyer.as('delegate')

async function settle(): Promise<void> {
  for (const { run } of guestsJobs({ baseUrl: ORIGIN })) await run({ db, now: clock.now, facts: {} })
}

async function openSpace(name: string, isPorous = true): Promise<SpaceId> {
  return must(await keeper.write(spaces.createSpace, { name, visibility: 'closed', isPorous })).id
}

async function signIn(address: string): Promise<Caller> {
  must(await foyer.anyone.write(auth.askForLink, { address }))
  const mail = foyer.mails.findLast((each) => each.to === address)
  const token = mail?.text.match(/\/link\/([\w-]+)/)?.[1] ?? ''
  const answer = await foyer.anyone.write(auth.useLink, { token })
  must(answer)
  return foyer.callerWith(cookiesOf(answer.headers))
}

let invited = 0
async function invite(spaceId: SpaceId, more: { days?: number; sponsorId?: PersonId } = {}) {
  invited += 1
  const address = `guest-${invited}@partner.test`
  const asked = { spaceId, address, name: `Guest ${invited}`, organisation: 'Partner Ltd', ...more }
  const guest = must(await keeper.write(guests.inviteGuest, asked))
  return { guest, address, id: guest.person.id }
}

async function say(spaceId: SpaceId): Promise<PostId> {
  return must(await keeper.write(spaces.writePost, { spaceId, body: 'What the gate is for.' })).id
}

describe('a guest', () => {
  it('is invited by a keeper, marked with their organisation, and stays ninety days', async () => {
    const gate = await openSpace('Gate')
    const { guest, address } = await invite(gate)
    assert.equal(guest.person.guestOf, 'Partner Ltd')
    assert.equal(guest.sponsor?.id, cast.delegate.id)
    assert.equal(guest.endsAt, clock.now.add({ hours: 24 * 90 }).toString())
    const post = await say(gate)
    const caller = await signIn(address)
    must(await caller.write(spaces.writeReply, { postId: post, body: 'Thank you.' }))
    const thread = must(await keeper.read(spaces.getThread, { postId: post }))
    assert.equal(thread.replies[0]?.author.guestOf, 'Partner Ltd')
    assert.equal(thread.post.author.guestOf, null)
    assert.equal(thread.guestsRead, true)
    const letter = await sql<{ text: string }>`
      select text from mail.letter where person_id = ${guest.person.id}`.execute(db)
    assert.match(letter.rows[0]?.text ?? '', /“Gate” at Foyer Test[\s\S]*31 May 2026/)
  })

  it('is invited by nobody but a keeper of the house, and only to what is porous', async () => {
    const gate = await openSpace('Narrow gate')
    const wall = await openSpace('Wall', false)
    const { address, id } = await invite(gate)
    const member = await foyer.as('member')
    must(await keeper.write(spaces.invitePerson, { spaceId: gate, personId: cast.member.id }))
    const asked = { spaceId: gate, address: 'somebody@partner.test' }
    assert.equal((await member.write(guests.inviteGuest, asked)).problem?.code, 'keepers-invite-guests')
    assert.equal(
      (await member.write(spaces.invitePerson, { spaceId: gate, personId: id })).problem?.code,
      'keepers-invite-guests',
    )
    const guest = await signIn(address)
    assert.equal((await guest.write(guests.inviteGuest, asked)).problem?.code, 'not-for-guests')
    const toWall = { ...asked, spaceId: wall }
    assert.equal((await keeper.write(guests.inviteGuest, toWall)).problem?.code, 'not-porous')
    const colleague = { ...asked, address: cast.member.address }
    assert.equal((await keeper.write(guests.inviteGuest, colleague)).problem?.code, 'of-the-house')
    const long = { ...asked, days: 366 }
    assert.equal((await keeper.write(guests.inviteGuest, long)).problem?.code, 'wrong-input')
  })

  it('reads nothing from the instant on at which their stay ends, and is back once it is renewed', async () => {
    const gate = await openSpace('Short gate')
    const post = await say(gate)
    const { address, id } = await invite(gate, { days: 1 })
    const guest = await signIn(address)
    clock.now = clock.now.add({ hours: 24 }).subtract({ seconds: 1 })
    must(await guest.read(spaces.getThread, { postId: post }))
    clock.now = clock.now.add({ seconds: 1 })
    assert.equal((await guest.read(spaces.getThread, { postId: post })).status, 401)
    await settle()
    assert.equal((await guest.read(spaces.getThread, { postId: post })).status, 401)
    const [kept] = must(await keeper.read(guests.listGuests, { search: 'Guest' })).items.filter(
      ({ person }) => person.id === id,
    )
    assert.equal(kept?.isIn, false)
    must(await keeper.write(guests.renewGuest, { id }))
    assert.equal((await guest.read(spaces.getThread, { postId: post })).status, 401)
    must(await (await signIn(address)).read(spaces.getThread, { postId: post }))
  })

  it('is out at once when their stay is ended, and whoever may not end it is told so', async () => {
    const gate = await openSpace('Shut gate')
    const { address, id } = await invite(gate)
    const guest = await signIn(address)
    must(await guest.read(spaces.getSpace, { id: gate }))
    const stranger = await foyer.as('member')
    assert.equal((await stranger.write(guests.endGuest, { id })).status, 404)
    assert.equal(must(await keeper.write(guests.endGuest, { id })).isIn, false)
    assert.equal((await guest.read(spaces.getSpace, { id: gate })).status, 401)
    assert.deepEqual((await sql`select from spaces.visible_space(${id})`.execute(db)).rows, [])
  })

  it('loses a space that stops being porous, or that they are taken out of', async () => {
    const gate = await openSpace('Turning gate')
    const other = await openSpace('Other gate')
    const { address, id } = await invite(gate)
    must(await keeper.write(guests.inviteGuest, { spaceId: other, address }))
    const guest = await signIn(address)
    must(await keeper.write(spaces.updateSpace, { id: gate, isPorous: false }))
    assert.equal((await guest.read(spaces.getSpace, { id: gate })).status, 404)
    const listed = must(await guest.read(spaces.listSpaces, {})).items.map((space) => space.id)
    assert.deepEqual(listed, [other])
    must(await keeper.write(guests.takeOut, { id, spaceId: other }))
    assert.equal((await guest.read(spaces.getSpace, { id: other })).status, 404)
  })
})

describe('a sponsor who goes', () => {
  it('leaves their guests to a keeper of a space they are in', async () => {
    const gate = await openSpace('Handed gate')
    const { id, address } = await invite(gate, { sponsorId: cast.supervisor.id })
    const guest = await signIn(address)
    const administrator = await foyer.as('administrator')
    must(await administrator.write(people.deactivatePerson, { id: cast.supervisor.id }))
    must(await guest.read(spaces.getSpace, { id: gate }))
    const [held] = must(await keeper.read(guests.listGuests, {})).items.filter(
      ({ person }) => person.id === id,
    )
    assert.equal(held?.sponsor?.id, cast.delegate.id)
    await settle()
    const letter = await sql<{ subject: string }>`
      select subject from mail.letter where person_id = ${cast.delegate.id} and why = 'guest'`.execute(db)
    assert.match(letter.rows.at(-1)?.subject ?? '', /You answer for Guest \d+ from now on/)
  })

  it('ends the stay of a guest whom no keeper can answer for', async () => {
    const gate = await openSpace('Left gate')
    const { address, id } = await invite(gate, { sponsorId: cast.plantManager.id })
    const guest = await signIn(address)
    await sql`update spaces.membership set is_keeper = false where space_id = ${gate}`.execute(db)
    must(await guest.read(spaces.getSpace, { id: gate }))
    const administrator = await foyer.as('administrator')
    must(await administrator.write(people.deactivatePerson, { id: cast.plantManager.id }))
    clock.now = clock.now.add({ seconds: 6 })
    assert.equal((await guest.read(spaces.getSpace, { id: gate })).status, 401)
    assert.deepEqual((await sql`select from spaces.visible_space(${id})`.execute(db)).rows, [])
  })

  it('is told two weeks before the end, once', async () => {
    const gate = await openSpace('Long gate')
    const { guest, id } = await invite(gate, { days: 20 })
    const told = async () =>
      (
        await sql<{ text: string }>`
          select text from mail.letter where why = 'guest' and unique_key like ${`%near end ${id}%`}`.execute(
          db,
        )
      ).rows
    await settle()
    assert.deepEqual(await told(), [])
    clock.now = clock.now.add({ hours: 24 * 7 })
    await settle()
    await settle()
    const [letter, ...more] = await told()
    assert.deepEqual(more, [])
    assert.match(letter?.text ?? '', new RegExp(`You answer for ${guest.person.name} \\(Partner Ltd\\)`))
    assert.match(letter?.text ?? '', /\/act\/[\w-]{20,}/)
  })
})

describe('the list of guests', () => {
  it('is complete for stewards, and for others holds whom they look after', async () => {
    const gate = await openSpace('Listed gate')
    const { id } = await invite(gate)
    const seenBy = async (caller: Caller) =>
      must(await caller.read(guests.listGuests, { limit: 50 })).items.map(({ person }) => person.id)
    assert.ok((await seenBy(await foyer.as('steward'))).includes(id))
    assert.ok((await seenBy(await foyer.as('steward'))).includes(cast.guest.id))
    assert.ok((await seenBy(keeper)).includes(id))
    assert.deepEqual(await seenBy(await foyer.as('outsider')), [])
  })

  it('names no space that its reader does not know of', async () => {
    const hidden = must(
      await keeper.write(spaces.createSpace, { name: 'Hidden', visibility: 'private', isPorous: true }),
    ).id
    const { id } = await invite(hidden)
    const listed = must(await (await foyer.as('steward')).read(guests.listGuests, { limit: 50 })).items
    assert.deepEqual(listed.find(({ person }) => person.id === id)?.spaces, [])
  })

  it('comes in pages, each guest once', async () => {
    const steward = await foyer.as('steward')
    const all = must(await steward.read(guests.listGuests, { limit: 50 })).items.map(
      ({ person }) => person.id,
    )
    const paged: PersonId[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: { items: { person: { id: PersonId } }[]; nextCursor: string | null } = must(
        await steward.read(guests.listGuests, { limit: 2, ...(cursor !== '' && { cursor }) }),
      )
      paged.push(...page.items.map(({ person }) => person.id))
      cursor = page.nextCursor
    }
    assert.deepEqual(paged, all)
  })
})
