// What one may not see is not heard either: every kind of outsider listens to everything hidden while it is talked about.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { LiveEvent } from '#contract/live'
import { officeHours } from '#contract/office-hours'
import type { HoursId, PersonId, PostId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { tellPeople } from '#platform/live-people'
import { hideThings } from '#testing/canary-hidden'
import type { Bundle } from '#testing/canary-inputs'
import { MARK, type Outsider, openHouse, secretsOf, words } from '#testing/canary-world'
import { cast } from '#testing/cast'
import type { Ear } from '#testing/ear'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
const house = await openHouse(foyer)
await hideThings(house)
const executive = await foyer.as('executive')

const topicsOf = (bundle: Bundle) => ({
  postId: bundle.post as PostId,
  spaceId: bundle.space as SpaceId,
  home: 'yes' as const,
  hoursId: bundle.hours as HoursId,
})
const hiddenFrom = ({ sees }: Outsider) =>
  Object.entries(house.bundles).filter(([name]) => !sees.includes(name))

/** Everything that can be told of: a reply, other words, a reaction, a deletion, a new thread, a queue. */
async function talkAbout([name, bundle]: [string, Bundle]): Promise<number> {
  const postId = bundle.post as PostId
  const answers = [
    await executive.write(spaces.writeReply, { postId, body: words(`${name}Live`) }),
    await executive.write(spaces.react, { saidId: bundle.reply as SaidId, kind: 'curious' }),
    await executive.write(spaces.editWords, { saidId: bundle.said as SaidId, body: words(`${name}Live`) }),
    await executive.write(spaces.writePost, { spaceId: bundle.space as SpaceId, body: words(`${name}Live`) }),
    await executive.write(officeHours.takeBackSetAside, { postId }),
    await executive.write(spaces.deleteWords, { saidId: bundle.reply as SaidId }),
  ]
  return answers.filter(({ status }) => status === 200).length
}

/** Everything heard until a notice that is told after all else. */
async function heardBy(ear: Ear, personId: PersonId): Promise<LiveEvent[]> {
  await tellPeople(foyer.db, { personIds: [personId], event: 'notices-changed' })
  await executive.write(spaces.follow, { what: 'thread', id: house.bundles.commons?.post as PostId })
  return ear.until(({ what }) => what === 'notices-changed')
}

describe('what one may not see', () => {
  it('is heard by nobody on any stream, except by those who may', { timeout: 120_000 }, async () => {
    const persons = house.outsiders.filter(({ visible }) =>
      Object.values(cast).some(({ id }) => id === visible.person),
    )
    const listening: { outsider: Outsider; ear: Ear; bundle: Bundle }[] = []
    for (const outsider of persons) {
      for (const [, bundle] of hiddenFrom(outsider)) {
        listening.push({ outsider, bundle, ear: await outsider.caller.listen(topicsOf(bundle)) })
      }
    }
    assert.ok(listening.length > 20)
    const board = house.bundles.board
    assert.ok(board !== undefined)
    const control = await executive.listen(topicsOf(board))
    let told = 0
    for (const each of Object.entries(house.bundles)) told += await talkAbout(each)
    assert.ok(told > 20)
    for (const { outsider, bundle, ear } of listening) {
      const text = JSON.stringify(await heardBy(ear, outsider.visible.person as PersonId))
      await ear.close()
      const own = new Set(Object.values(outsider.visible))
      const secrets = secretsOf(bundle).filter((id) => !own.has(id) && !outsider.knows.has(id))
      const known = new Set(
        [...outsider.knownMarks, ...outsider.sees.map((name) => words(`${name}Live`))].join(' ').match(MARK),
      )
      assert.deepEqual(
        (text.match(MARK) ?? []).filter((mark) => !known.has(mark)),
        [],
        outsider.name,
      )
      assert.deepEqual(
        secrets.filter((id) => text.includes(id)),
        [],
        outsider.name,
      )
    }
    const heard = JSON.stringify(await heardBy(control, cast.executive.id))
    assert.match(heard, /boardLive/)
    assert.match(heard, /hours-moved/)
    await control.close()
  })

  it('cannot be listened to at all by who is not signed in', async () => {
    const names = [
      'nobody in particular',
      'a forged cookie',
      'an expired session',
      'an ended session',
      'somebody who left',
    ]
    for (const { caller } of house.outsiders.filter(({ name }) => names.includes(name))) {
      assert.equal((await caller.listen({ home: 'yes' })).status, 401)
    }
  })
})
