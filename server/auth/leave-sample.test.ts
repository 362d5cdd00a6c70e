import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { auth } from '#contract/auth'
import { imports } from '#contract/import'
import { spaces } from '#contract/spaces'
import { filesJobs } from '#rooms/spaces'
import { must } from '#testing/answer'
import { readRows } from '#testing/canary-rows'
import type { Caller, TestFoyer } from '#testing/foyer'
import {
  ADA,
  countsOf,
  DAN,
  EVE,
  inShoesOf,
  OWN,
  openEmptyHouse,
  openSampleHouse,
} from '#testing/sample-house'

const note = () => {}
const quiet = { debug: note, info: note, warn: note, error: note }

describe('leaving the sample company', () => {
  it('removes everything in it and everything written since, and leads back to the first morning', async () => {
    const fresh = await openEmptyHouse()
    const firstMorning = await keptRows(fresh)
    const foyer = await openSampleHouse()
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

  it('takes the bytes of its files along, and none that came after it', async () => {
    const foyer = await openSampleHouse()
    const keptAt = foyer.clock.now
    const removal = filesJobs(foyer.files, quiet).find(({ name }) => name === 'spaces/remove-left-bytes')
    const leftAt = keptAt.add({ minutes: 1 })
    assert.ok(removal !== undefined)
    const remove = () => removal.run({ db: foyer.db, now: leftAt, facts: { leftAt: leftAt.toString() } })
    await remove()
    assert.equal((await keptFiles(foyer)).length, 1, 'what a row tells of stays')
    must(await (await inShoesOf(foyer, ADA)).write(auth.leaveSample, {}))
    await removal.run({ db: foyer.db, now: leftAt, facts: { leftAt: keptAt.toString() } })
    assert.equal((await keptFiles(foyer)).length, 1, 'what came later stays')
    await remove()
    assert.deepEqual(await keptFiles(foyer), [])
  })

  it('makes room for a network of one’s own, and for the sample once more', async () => {
    const foyer = await openSampleHouse()
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
    const foyer = await openSampleHouse()
    const guest = await inShoesOf(foyer, EVE)
    assert.equal((await guest.write(auth.leaveSample, {})).status, 403)
    assert.equal((await foyer.anyone.write(auth.leaveSample, {})).status, 401)
    assert.deepEqual(await countsOf(foyer), { people: 5, spaces: 3, posts: 3, replies: 2, samples: 1 })
  })

  it('touches no schema beside Foyer’s own', async () => {
    const foyer = await openSampleHouse()
    await sql`create schema somebody_elses`.execute(foyer.db)
    await sql`create table somebody_elses.thing as select 1 as one`.execute(foyer.db)
    must(await (await inShoesOf(foyer, ADA)).write(auth.leaveSample, {}))
    assert.equal((await sql`select from somebody_elses.thing`.execute(foyer.db)).rows.length, 1)
  })

  it('goes through while others write', async () => {
    const foyer = await openSampleHouse()
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

async function keptFiles({ files }: TestFoyer): Promise<string[]> {
  return Array.fromAsync(files.list(), ({ id }) => id)
}

async function spaceOf(caller: Caller, name: string) {
  const { items } = must(await caller.read(spaces.listSpaces, {}))
  const space = items.find((each) => each.name === name)
  assert.ok(space !== undefined)
  return space.id
}
