// The sample company from the first press to the last, through Foyer's own door: a handful made by hand.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { auth } from '#contract/auth'
import { imports } from '#contract/import'
import type { PersonId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { voices } from '#contract/voices'
import { readRows } from '#testing/canary-rows'
import { type Answer, type Caller, startFoyer, type TestFoyer } from '#testing/foyer'
import { personIdOf } from './ids.ts'
import { madeFiles, writeHome } from './made-sample.ts'

const ADA = personIdOf('ada.berg')
const DAN = personIdOf('dan.nowak')
const EVE = personIdOf('eve.lund')
/** Of the house, and with no shoes at the door. */
const BEN = personIdOf('ben.rossi')

const OWN = {
  networkName: 'Own Works',
  name: 'Gro Vik',
  address: 'gro@own.test',
  password: 'a very long password',
}

function must<T>(answer: Answer<T>): T {
  assert.equal(answer.problem, undefined)
  return answer.body
}

async function openHouse(): Promise<TestFoyer> {
  return startFoyer({ isEmpty: true, folder: await writeHome() })
}

async function openSample(): Promise<TestFoyer> {
  const foyer = await openHouse()
  must(await foyer.anyone.write(imports.openSample, {}))
  return foyer
}

function callerAfter(foyer: TestFoyer, answer: Answer<unknown>): Caller {
  const cookies = answer.headers.getSetCookie().map((each) => each.split(';')[0])
  return foyer.callerWith(cookies.join('; '))
}

async function inShoesOf(foyer: TestFoyer, personId: PersonId): Promise<Caller> {
  const answer = await foyer.anyone.write(auth.stepIntoShoes, { personId })
  must(answer)
  return callerAfter(foyer, answer)
}

async function countsOf({ db }: TestFoyer) {
  const found = await sql`
    select (select count(*)::int from people.person) as people, (select count(*)::int from spaces.space) as spaces,
      (select count(*)::int from spaces.post) as posts, (select count(*)::int from spaces.reply) as replies,
      (select count(*)::int from people.network where is_sample) as samples`.execute(db)
  return found.rows[0]
}

describe('the sample company', () => {
  it('is there after one press, and a second one or another browser at the same time does nothing twice', async () => {
    const foyer = await openHouse()
    const before = must(await foyer.anyone.read(auth.whoAmI, {}))
    assert.deepEqual(before, { standing: 'first-run', mayOpenSample: true, isOpenToOthers: false })
    const pressed = await Promise.all([1, 2, 3].map(() => foyer.anyone.write(imports.openSample, {})))
    for (const answer of pressed) must(answer)
    must(await foyer.anyone.write(imports.openSample, {}))
    assert.deepEqual(await countsOf(foyer), { people: 5, spaces: 3, posts: 3, replies: 2, samples: 1 })
    assert.deepEqual(must(await foyer.anyone.read(auth.whoAmI, {})), {
      standing: 'signed-out',
      networkName: 'Made Works',
      isSample: true,
    })
  })

  it('has its words where and when they were said, by whom, and with what followed', async () => {
    const foyer = await openSample()
    const ada = await inShoesOf(foyer, ADA)
    const feed = must(await ada.read(spaces.getFeed, {})).items
    assert.deepEqual(
      feed.map(({ title, kind, author, replyCount }) => [title, kind, author.name, replyCount]),
      [
        [null, 'note', 'Ada Berg', 0],
        ['Who may stop the booth?', 'question', 'Dan Nowak', 2],
      ],
    )
    const postId = feed[1]?.id
    assert.ok(postId !== undefined)
    const thread = must(await ada.read(spaces.getThread, { postId }))
    // It is eight in the morning in London: what was said at eight in Oslo today stands today.
    assert.equal(Temporal.Instant.from(feed[0]?.at ?? '').toString(), '2026-03-02T07:00:00Z')
    assert.equal(Temporal.Instant.from(thread.post.at).toString(), '2026-02-28T21:40:00Z')
    assert.match(
      thread.post.body,
      new RegExp(`@\\[Cleo Nowak\\]\\(person:${personIdOf('cleo.nowak')}\\), may I`),
    )
    assert.deepEqual(
      thread.post.reactions.map(({ kind, count, isYours }) => [kind, count, isYours]),
      [
        ['agree', 1, false],
        ['curious', 1, true],
      ],
    )
    const [first, second] = thread.replies
    assert.match(first?.body ?? '', /`@ada\.berg`/)
    assert.equal(second?.answersId, first?.id)
    const heard = must(await ada.read(voices.whoYouHeard, { days: 30 }))
    assert.deepEqual([heard.readTotal, heard.voiceTotal], [2, 2])
    const space = must(await ada.read(spaces.getSpace, { id: feed[1]?.space.id as never }))
    assert.deepEqual([space.youAreMember, space.youFollow, space.memberCount], [true, true, 3])
  })

  it('shows a guest the one space they are in, and a painter nothing of the board', async () => {
    const foyer = await openSample()
    const guest = await inShoesOf(foyer, EVE)
    assert.deepEqual(
      must(await guest.read(spaces.listSpaces, {})).items.map(({ name }) => name),
      ['Gate'],
    )
    const painter = await inShoesOf(foyer, DAN)
    const seen = must(await painter.read(spaces.listSpaces, {})).items.map(({ name }) => name)
    assert.deepEqual(seen, ['Gate', 'The floor'])
  })

  it('comes in no house where anybody is: neither in one’s own network nor beside a chart', async () => {
    const own = await openHouse()
    must(await own.anyone.write(auth.createFirstAdministrator, OWN))
    const begun = await own.anyone.write(imports.openSample, {})
    assert.deepEqual([begun.status, begun.problem?.code], [409, 'has-begun'])
    const chart = await openHouse()
    await sql`insert into people.person (id, name, created_at) values (${BEN}, 'Bo', ${chart.clock.now})`.execute(
      chart.db,
    )
    const offered = must(await chart.anyone.read(auth.whoAmI, {}))
    assert.deepEqual(offered, { standing: 'first-run', mayOpenSample: false, isOpenToOthers: false })
    const answer = await chart.anyone.write(imports.openSample, {})
    assert.deepEqual([answer.status, answer.problem?.code], [409, 'people-are-here'])
    assert.deepEqual(await countsOf(chart), { people: 1, spaces: 0, posts: 0, replies: 0, samples: 0 })
  })

  it('with a mistake in it comes in not at all', async () => {
    const files = {
      ...madeFiles,
      'spaces.csv': `${madeFiles['spaces.csv']}gate,Gate,Again.,open,,ada.berg,\n`,
    }
    const foyer = await startFoyer({ isEmpty: true, folder: await writeHome(files) })
    assert.equal((await foyer.anyone.write(imports.openSample, {})).status, 500)
    assert.deepEqual(await countsOf(foyer), { people: 0, spaces: 0, posts: 0, replies: 0, samples: 0 })
    assert.match(foyer.logged.join(), /spaces\.csv:5: There is the space gate already/)
  })

  it('keeps the first administrator of somebody’s own network out until it is left', async () => {
    const foyer = await openSample()
    const answer = await foyer.anyone.write(auth.createFirstAdministrator, OWN)
    assert.deepEqual([answer.status, answer.problem?.code], [409, 'has-begun'])
  })
})

describe('the shoes of the sample company', () => {
  it('stand at the door in the order of the file, with what one sees first', async () => {
    const foyer = await openSample()
    const { items, isOpenToOthers } = must(await foyer.anyone.read(auth.listShoes, {}))
    assert.equal(isOpenToOthers, false)
    assert.deepEqual(
      items.map(({ person, as, sees }) => [person.id, person.name, as, sees]),
      [
        [ADA, 'Ada Berg', 'the executive', 'Your brief.'],
        [DAN, 'Dan Nowak', 'a painter', 'What the floor says.'],
        [EVE, 'Eve Lund', 'a guest', 'One space, and nothing else.'],
      ],
    )
  })

  it('make an ordinary session, and stepping into others ends it', async () => {
    const foyer = await openSample()
    const ada = await inShoesOf(foyer, ADA)
    const standing = must(await ada.read(auth.whoAmI, {}))
    assert.ok(standing.standing === 'signed-in' && standing.isSample)
    assert.deepEqual([standing.me.person.id, standing.me.roles], [ADA, ['executive']])
    assert.equal(must(await ada.read(auth.listSessions, {})).items.length, 1)
    const stepped = await ada.write(auth.stepIntoShoes, { personId: DAN })
    const dan = callerAfter(foyer, stepped)
    const now = must(await dan.read(auth.whoAmI, {}))
    assert.ok(now.standing === 'signed-in')
    assert.equal(now.me.person.id, DAN)
    assert.equal((await ada.read(spaces.getFeed, {})).status, 401)
  })

  it('are nobody else’s: neither of a colleague without shoes at the door, nor of a forged id, nor of one who left', async () => {
    const foyer = await openSample()
    await sql`update people.person set is_active = false where id = ${DAN}`.execute(foyer.db)
    for (const personId of [BEN, DAN, '00000000-0000-7000-8000-000000000001' as PersonId]) {
      const answer = await foyer.anyone.write(auth.stepIntoShoes, { personId })
      assert.deepEqual([answer.status, answer.problem?.code], [404, 'no-such-shoes'])
      assert.deepEqual(answer.headers.getSetCookie(), [])
    }
    const sessions = await sql`select from auth.session`.execute(foyer.db)
    assert.equal(sessions.rows.length, 0)
  })

  it('fit nobody in a network of one’s own: the shoes, the list and the leaving are not there', async () => {
    const foyer = await startFoyer()
    const administrator = await foyer.as('administrator')
    const { personId } = { personId: (await me(administrator)).id }
    for (const caller of [foyer.anyone, administrator]) {
      const answers = [
        await caller.read(auth.listShoes, {}),
        await caller.write(auth.stepIntoShoes, { personId }),
      ]
      for (const { status, problem, headers } of answers) {
        assert.deepEqual([status, problem?.code, headers.getSetCookie()], [404, 'no-sample', []])
      }
    }
    const before = await readRows(foyer.db)
    const left = await administrator.write(auth.leaveSample, {})
    assert.deepEqual([left.status, left.problem?.code], [404, 'no-sample'])
    assert.deepEqual(await readRows(foyer.db), before)
  })

  it('fit nobody any more once the network is one’s own, even where they still stand', async () => {
    const foyer = await openSample()
    const ada = await inShoesOf(foyer, ADA)
    await sql`update people.network set is_sample = false`.execute(foyer.db)
    for (const caller of [foyer.anyone, ada]) {
      const answer = await caller.write(auth.stepIntoShoes, { personId: DAN })
      assert.deepEqual([answer.status, answer.problem?.code], [404, 'no-sample'])
      assert.equal((await caller.read(auth.listShoes, {})).status, 404)
    }
    assert.equal((await ada.write(auth.leaveSample, {})).status, 404)
  })
})

async function me(caller: Caller) {
  const standing = must(await caller.read(auth.whoAmI, {}))
  assert.ok(standing.standing === 'signed-in')
  return standing.me.person
}

describe('leaving the sample company', () => {
  it('removes everything in it and everything written since, and leads back to the first morning', async () => {
    const fresh = await openHouse()
    const firstMorning = await keptRows(fresh)
    const foyer = await openSample()
    const ada = await inShoesOf(foyer, ADA)
    const dan = await inShoesOf(foyer, DAN)
    const { items } = must(await dan.read(spaces.listPosts, { spaceId: await spaceOf(dan, 'The floor') }))
    const written = { postId: items[0]?.id as never, body: 'Before the lights go out.' }
    must(await dan.write(spaces.writeReply, written, 'a-key-of-its-own'))
    assert.deepEqual(must(await ada.write(auth.leaveSample, {})).standing, 'first-run')
    assert.deepEqual(await keptRows(foyer), firstMorning)
    for (const caller of [ada, dan]) {
      assert.equal((await caller.read(spaces.getFeed, {})).status, 401)
      assert.equal(must(await caller.read(auth.whoAmI, {})).standing, 'first-run')
    }
  })

  it('makes room for a network of one’s own, and for the sample once more', async () => {
    const foyer = await openSample()
    const counts = await countsOf(foyer)
    must(await (await inShoesOf(foyer, ADA)).write(auth.leaveSample, {}))
    must(await foyer.anyone.write(imports.openSample, {}))
    assert.deepEqual(await countsOf(foyer), counts)
    const again = await inShoesOf(foyer, DAN)
    must(await again.write(auth.leaveSample, {}))
    must(await foyer.anyone.write(auth.createFirstAdministrator, OWN))
    assert.equal((await foyer.anyone.write(auth.stepIntoShoes, { personId: ADA })).status, 404)
  })

  it('is for whoever stands in shoes of the house: not for a guest, nor for whoever is at the door', async () => {
    const foyer = await openSample()
    const guest = await inShoesOf(foyer, EVE)
    assert.equal((await guest.write(auth.leaveSample, {})).status, 403)
    assert.equal((await foyer.anyone.write(auth.leaveSample, {})).status, 401)
    assert.deepEqual(await countsOf(foyer), { people: 5, spaces: 3, posts: 3, replies: 2, samples: 1 })
  })

  it('touches no schema beside Foyer’s own', async () => {
    const foyer = await openSample()
    await sql`create schema somebody_elses`.execute(foyer.db)
    await sql`create table somebody_elses.thing as select 1 as one`.execute(foyer.db)
    must(await (await inShoesOf(foyer, ADA)).write(auth.leaveSample, {}))
    assert.equal((await sql`select from somebody_elses.thing`.execute(foyer.db)).rows.length, 1)
  })

  it('goes through while others write', async () => {
    const foyer = await openSample()
    const ada = await inShoesOf(foyer, ADA)
    const dan = await inShoesOf(foyer, DAN)
    const spaceId = await spaceOf(dan, 'The floor')
    const posts = Array.from({ length: 20 }, () =>
      dan.write(spaces.writePost, { spaceId, body: 'And then?' }),
    )
    const left = await ada.write(auth.leaveSample, {})
    assert.equal(must(left).standing, 'first-run')
    await Promise.all(posts)
    assert.deepEqual(await countsOf(foyer), { people: 0, spaces: 0, posts: 0, replies: 0, samples: 0 })
  })
})

/** Every row but those of the queue and the secret, which every Foyer has for itself. */
async function keptRows({ db }: TestFoyer): Promise<string[]> {
  return [...(await readRows(db))].filter((row) => !row.startsWith('platform.secret ')).sort()
}

async function spaceOf(caller: Caller, name: string) {
  const { items } = must(await caller.read(spaces.listSpaces, {}))
  const space = items.find((each) => each.name === name)
  assert.ok(space !== undefined)
  return space.id
}
