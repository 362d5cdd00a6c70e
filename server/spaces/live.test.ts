// Two whole Foyers on one database: what happens at one is heard at the other, by those who may hear it.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { auth } from '#contract/auth'
import type { LiveEvent } from '#contract/live'
import { people } from '#contract/people'
import type { PersonId, PostId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { newId } from '#platform/ids'
import { telling } from '#platform/live-happening'
import { tellPeople } from '#platform/live-people'
import { must } from '#testing/answer'
import { type CastName, cast } from '#testing/cast'
import type { Ear } from '#testing/ear'
import { type Caller, startFoyer } from '#testing/foyer'

const here = await startFoyer()
const there = await startFoyer({ besideUrl: here.url })

const executive = await here.as('executive')
const member = await here.as('member')
const delegateThere = there.callerWith((await here.as('delegate')).cookie)
const memberThere = there.callerWith(member.cookie)
const callersThere: Partial<Record<CastName, Caller>> = {
  ...{ member: memberThere, delegate: delegateThere },
  executive: there.callerWith(executive.cookie),
  guest: there.callerWith((await here.as('guest')).cookie),
}

const openSpace = async (name: string, visibility: 'open' | 'closed' | 'private' = 'open') =>
  must(await executive.write(spaces.createSpace, { name, visibility })).id
const plant = await openSpace('Plant')
const talkIn = async (spaceId: SpaceId, by = executive) =>
  must(await by.write(spaces.writePost, { spaceId, title: 'Line 3', body: 'Who may stop it?' })).id
const line3 = await talkIn(plant)

const said = (id: string) => id as SaidId
const replyIn = async (postId: PostId, body: string, by = executive) =>
  must(await by.write(spaces.writeReply, { postId, body }))

/** Tells of notices, and writes something else, after which what was told is read. */
async function tellNotices(personIds: PersonId[]): Promise<void> {
  await tellPeople(here.db, { personIds, event: 'notices-changed' })
  must(await executive.write(spaces.follow, { what: 'thread', id: line3 }))
}

type Topics = Parameters<Caller['listen']>[0]

/** Opens a stream, and waits until all that happened before is behind it. */
async function listenAs(who: CastName, topics: Topics, caller = callersThere[who]): Promise<Ear> {
  assert.ok(caller !== undefined)
  const ear = await caller.listen(topics)
  assert.deepEqual(await ear.next(), { what: 'hello' })
  await tellNotices([cast[who].id])
  await ear.until(({ what }) => what === 'notices-changed')
  return ear
}

type Of<W extends LiveEvent['what']> = Extract<LiveEvent, { what: W }>

async function nextOf<W extends LiveEvent['what']>(ear: Ear, what: W): Promise<Of<W>> {
  const heard = await ear.until((event) => event.what === what)
  return heard.at(-1) as Of<W>
}

describe('an open thread', () => {
  it('hears of a reply in another process, just as its reader would find it', async () => {
    const ear = await listenAs('delegate', { postId: line3 })
    const written = await replyIn(line3, 'Whoever stands next to it.')
    const event = await nextOf(ear, 'reply-written')
    const found = must(await delegateThere.read(spaces.getThread, { postId: line3 }))
    assert.deepEqual(event.reply, found.replies.at(-1))
    assert.equal(event.reply.id, written.id)
    assert.equal(event.replyCount, found.post.replyCount)
    await ear.close()
  })

  it('hears of edits, deletions, their undoing and reactions, each as it then stands', async () => {
    const reply = await replyIn(line3, 'First words')
    const ear = await listenAs('member', { postId: line3 })
    const standing = async () =>
      must(await memberThere.read(spaces.getThread, { postId: line3 })).replies.find(
        ({ id }) => id === reply.id,
      )
    const saidId = said(reply.id)
    const write = [
      () => executive.write(spaces.editWords, { saidId, body: 'Other words' }),
      () => executive.write(spaces.deleteWords, { saidId }),
      () => executive.write(spaces.restoreWords, { saidId }),
    ]
    for (const change of write) {
      must(await change())
      assert.deepEqual((await nextOf(ear, 'words-changed')).reply, await standing())
    }
    for (const act of [spaces.react, spaces.takeBackReaction] as const) {
      must(await executive.write(act, { saidId, kind: 'thank' }))
      assert.deepEqual((await nextOf(ear, 'reactions-changed')).reactions, (await standing())?.reactions)
    }
    must(await executive.write(spaces.editWords, { saidId: said(line3), body: 'Who may stop it at night?' }))
    assert.equal((await nextOf(ear, 'words-changed')).post?.body, 'Who may stop it at night?')
    await ear.close()
  })

  it('tells each listener what they may do with it and what of it is theirs', async () => {
    const ears = {
      member: await listenAs('member', { postId: line3 }),
      executive: await listenAs('executive', { postId: line3 }),
      delegate: await listenAs('delegate', { postId: line3 }),
    }
    const reply = await replyIn(line3, 'From the floor', member)
    const rights = async (ear: Ear) => (await nextOf(ear, 'reply-written')).reply.may
    assert.deepEqual(await rights(ears.member), { edit: true, delete: true, moderate: false })
    assert.deepEqual(await rights(ears.executive), { edit: false, delete: true, moderate: true })
    assert.deepEqual(await rights(ears.delegate), { edit: false, delete: false, moderate: false })
    must(await member.write(spaces.react, { saidId: said(reply.id), kind: 'agree' }))
    const isYours = async (ear: Ear) => (await nextOf(ear, 'reactions-changed')).reactions[0]?.isYours
    assert.equal(await isYours(ears.member), true)
    assert.equal(await isYours(ears.delegate), false)
    for (const ear of Object.values(ears)) await ear.close()
  })

  it('hears nothing of a write that was refused or rolled back', async () => {
    const ear = await listenAs('delegate', { postId: line3 })
    const missing = newId<never>(here.clock.now)
    const refused = await executive.write(spaces.writeReply, {
      postId: line3,
      body: 'Lost',
      answersId: missing,
    })
    assert.equal(refused.status, 404)
    await here.db
      .transaction()
      .execute(async (db) => {
        await sql`select ${telling({ what: 'spaces/words-changed', saidId: line3, postId: line3, spaceId: plant })}`.execute(
          db,
        )
        throw new Error('rolled back')
      })
      .catch(() => {})
    await replyIn(line3, 'Kept')
    assert.equal((await nextOf(ear, 'reply-written')).reply.body, 'Kept')
    await ear.close()
  })

  it('hears once of a write that is sent twice', async () => {
    const ear = await listenAs('delegate', { postId: line3 })
    for (const body of ['Once', 'Once']) {
      must(await executive.write(spaces.writeReply, { postId: line3, body }, 'the-same-key-twice'))
    }
    await replyIn(line3, 'Then another')
    const heard = await ear.until((event) => event.what === 'reply-written' && event.reply.body !== 'Once')
    assert.equal(heard.length, 2)
    await ear.close()
  })
})

describe('what one may not see', () => {
  it('is not told, and to ask for it is answered as for what does not exist', async () => {
    const board = await openSpace('Board', 'private')
    const hidden = await talkIn(board)
    const nowhere = newId<PostId>(here.clock.now)
    for (const postId of [hidden, nowhere]) {
      const ear = await listenAs('member', { postId, spaceId: board, home: 'yes' })
      await replyIn(hidden, 'Behind doors')
      must(await executive.write(spaces.react, { saidId: said(hidden), kind: 'agree' }))
      await talkIn(board)
      await tellNotices([cast.member.id])
      assert.deepEqual(await ear.next(), { what: 'notices-changed' })
      await ear.close()
    }
  })

  it('is told no more from the moment the right is lost', async () => {
    const vault = await openSpace('Vault', 'closed')
    const thread = await talkIn(vault)
    must(await executive.write(spaces.invitePerson, { spaceId: vault, personId: cast.delegate.id }))
    const ear = await listenAs('delegate', { postId: thread, spaceId: vault })
    await replyIn(thread, 'Seen')
    // A list and the thread are told by themselves, in either order; that the thread began may come in between.
    const wanted = new Set<string>(['reply-written', 'thread-moved'])
    while (wanted.size > 0) {
      const told = await ear.next()
      assert.ok(told)
      if (!('isPost' in told && told.isPost)) wanted.delete(told.what)
    }
    must(await delegateThere.write(spaces.leaveSpace, { id: vault }))
    await replyIn(thread, 'Not seen')
    await tellNotices([cast.delegate.id])
    assert.deepEqual(await ear.next(), { what: 'notices-changed' })
    await ear.close()
  })

  it('of an open space is everything, for a guest', async () => {
    const ear = await listenAs('guest', { postId: line3, spaceId: plant, home: 'yes' })
    await replyIn(line3, 'Among us')
    await tellNotices([cast.guest.id])
    assert.deepEqual(await ear.next(), { what: 'notices-changed' })
    await ear.close()
  })
})

describe('home and a space', () => {
  it('hear of new threads and of replies with what a card shows, home only of what one follows', async () => {
    must(await member.write(spaces.joinSpace, { id: plant }))
    const quarry = await openSpace('Quarry')
    const home = await listenAs('member', { home: 'yes' })
    const space = await listenAs('member', { spaceId: quarry })
    const unfollowed = await talkIn(quarry)
    const began = await nextOf(space, 'thread-moved')
    assert.deepEqual([began.postId, began.isPost, began.replyCount], [unfollowed, true, 0])
    const thread = await talkIn(plant)
    assert.equal((await nextOf(home, 'thread-moved')).postId, thread)
    await replyIn(thread, 'So it is')
    const moved = await nextOf(home, 'thread-moved')
    assert.deepEqual(
      [moved.postId, moved.isPost, moved.replyCount, moved.lastAuthor?.id, moved.authorId],
      [thread, false, 1, cast.executive.id, cast.executive.id],
    )
    await home.close()
    await space.close()
  })
})

describe('a person', () => {
  it('is told alone what is told to them', async () => {
    const ear = await listenAs('member', {})
    const other = await listenAs('delegate', {})
    await tellNotices([cast.member.id])
    assert.deepEqual(await ear.next(), { what: 'notices-changed' })
    const many = Array.from({ length: 250 }, () => newId<never>(here.clock.now))
    await tellNotices([...many, cast.delegate.id])
    assert.deepEqual(await other.next(), { what: 'notices-changed' })
    await ear.close()
    await other.close()
  })
})

describe('a stream', () => {
  it('ends with the session it was opened in, and no other does', async () => {
    const one = await here.signIn('steward')
    const two = await here.signIn('steward')
    const ending = await listenAs('steward', { postId: line3 }, one)
    const staying = await listenAs('steward', { postId: line3 }, two)
    must(await one.write(auth.signOut, {}))
    const before = await ending.until(() => false)
    await replyIn(line3, 'Still here')
    assert.deepEqual(
      before.filter(({ what }) => what !== 'notices-changed'),
      [],
    )
    assert.equal((await nextOf(staying, 'reply-written')).reply.body, 'Still here')
    await staying.close()
  })

  it('ends for somebody who leaves, and is not opened for who is not signed in', async () => {
    const leaver = await here.signIn('supervisor')
    const ear = await listenAs('supervisor', { postId: line3 }, leaver)
    const administrator = await here.as('administrator')
    must(await administrator.write(people.deactivatePerson, { id: cast.supervisor.id }))
    assert.equal(await ear.next(), undefined)
    assert.equal((await leaver.listen({})).status, 401)
    assert.equal((await here.anyone.listen({})).status, 401)
  })

  it('beyond twenty of one person ends the oldest', async () => {
    const ears: Ear[] = []
    for (let count = 0; count < 21; count += 1) ears.push(await member.listen({ postId: line3 }))
    assert.deepEqual(await ears[0]?.until(() => false), [{ what: 'hello' }])
    await replyIn(line3, 'Many tabs')
    for (const ear of ears.slice(1)) {
      assert.equal((await nextOf(ear, 'reply-written')).reply.body, 'Many tabs')
      await ear.close()
    }
  })
})
