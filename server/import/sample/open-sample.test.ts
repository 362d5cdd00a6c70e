// The sample company as it comes in, through Foyer's own door: a handful made by hand.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { auth } from '#contract/auth'
import { imports } from '#contract/import'
import { spaces } from '#contract/spaces'
import { voices } from '#contract/voices'
import { must } from '#testing/answer'
import { startFoyer } from '#testing/foyer'
import { madeFiles, writeHome, writeSample } from '#testing/made-sample'
import {
  ADA,
  BEN,
  countsOf,
  DAN,
  EVE,
  inShoesOf,
  OWN,
  openEmptyHouse,
  openSampleHouse,
} from '#testing/sample-house'
import { importPeople } from '../import-people.ts'
import { bringIn, person } from '../made-archive.ts'
import { personIdOf } from './ids.ts'

describe('the sample company', () => {
  it('is there after one press, and a second one or another browser at the same time does nothing twice', async () => {
    const foyer = await openEmptyHouse()
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
    const foyer = await openSampleHouse()
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
    const [file] = second?.files ?? []
    assert.deepEqual([file?.name, file?.bytes], ['tally.csv', 22])
    assert.match(second?.body ?? '', new RegExp(`The \\[count\\]\\(file:${file?.id}\\) of`))
    const heard = must(await ada.read(voices.whoYouHeard, {}))
    assert.deepEqual([heard.readTotal, heard.voiceTotal], [2, 2])
    const space = must(await ada.read(spaces.getSpace, { id: feed[1]?.space.id as never }))
    assert.deepEqual([space.youAreMember, space.youFollow, space.memberCount], [true, true, 3])
  })

  it('shows a guest the one space they are in, and a painter nothing of the board', async () => {
    const foyer = await openSampleHouse()
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
    const own = await openEmptyHouse()
    must(await own.anyone.write(auth.createFirstAdministrator, OWN))
    const begun = await own.anyone.write(imports.openSample, {})
    assert.deepEqual([begun.status, begun.problem?.code], [409, 'has-begun'])
    const chart = await openEmptyHouse()
    await sql`insert into people.person (id, name, created_at) values (${BEN}, 'Bo', ${chart.clock.now})`.execute(
      chart.db,
    )
    const offered = must(await chart.anyone.read(auth.whoAmI, {}))
    assert.deepEqual(offered, { standing: 'first-run', mayOpenSample: false, isOpenToOthers: false })
    const answer = await chart.anyone.write(imports.openSample, {})
    assert.deepEqual([answer.status, answer.problem?.code], [409, 'people-are-here'])
    assert.deepEqual(await countsOf(chart), { people: 1, spaces: 0, posts: 0, replies: 0, samples: 0 })
  })

  it('comes in not at all with a mistake in it', async () => {
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
    const foyer = await openSampleHouse()
    const answer = await foyer.anyone.write(auth.createFirstAdministrator, OWN)
    assert.deepEqual([answer.status, answer.problem?.code], [409, 'has-begun'])
  })

  it('takes in nothing of one’s own, neither an archive nor a people file', async () => {
    const foyer = await openSampleHouse()
    const counts = await countsOf(foyer)
    const folder = await writeSample({ 'people.csv': 'name,email\nGro Vik,gro@own.test\n' })
    const wanted = { db: foyer.db, path: join(folder, 'people.csv'), isApplied: true, marksLeavers: false }
    await assert.rejects(importPeople({ ...wanted, at: foyer.clock.now }), /is the sample company/)
    await assert.rejects(bringIn(foyer.db, [person('gro')]), /is the sample company/)
    assert.deepEqual(await countsOf(foyer), counts)
  })
})
