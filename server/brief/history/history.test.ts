// What became of briefs: for their reader alone, and as counts for stewards.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { brief } from '#contract/brief'
import { briefHistory } from '#contract/brief-history'
import type { SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { type CastName, mention } from '#testing/cast'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
const { db, clock } = foyer
const executive = await foyer.as('executive')
const plant: SpaceId = must(
  await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' }),
).id

async function ask(title: string, who: CastName): Promise<SaidId> {
  clock.now = clock.now.add({ seconds: 1 })
  const words = {
    spaceId: plant,
    kind: 'question',
    title,
    body: `${mention('executive')} may we have the ${title}?`,
  } as const
  const { id } = must(await (await foyer.as(who)).write(spaces.writePost, words))
  return id as string as SaidId
}

const past = async (who: CastName = 'executive', limit = 20) =>
  must(await (await foyer.as(who)).read(briefHistory.listPastBriefs, { limit }))

describe('past briefs', () => {
  it('say what was done with each card and how long it took, and read words anew', async () => {
    const kiln = await ask('Kiln', 'delegate')
    const rota = await ask('Rota', 'steward')
    clock.now = clock.now.add({ seconds: 1 })
    const opened = must(await executive.write(brief.openBrief, {}))
    const card = opened.cards.find(({ words }) => words?.saidId === kiln)!
    const deed = { briefId: opened.id!, cardKey: card.key, action: 'thank' as const, seconds: 95.4 }
    must(await executive.write(brief.finishCard, deed))
    const delegate = await foyer.as('delegate')
    must(await delegate.write(spaces.editWords, { saidId: kiln, title: 'Third kiln', body: 'May we?' }))
    must(await (await foyer.as('steward')).write(spaces.deleteWords, { saidId: rota }))
    const { items, weeks } = await past()
    const [before] = items
    assert.deepEqual([before?.id, before?.secondsSpent, before?.sentBy], [opened.id, 95, null])
    const told = before?.cards.filter(({ kind }) => kind === 'needs-you')
    assert.deepEqual(
      told?.map(({ line, done, postId }) => [line, done, postId]).toSorted(),
      [
        [null, null, null],
        ['Third kiln', 'thank', kiln],
      ].toSorted(),
    )
    assert.deepEqual(weeks, { takenPart: 1, of: 1 })
  })

  it('come page by page, each day with what was done and the last of what was only looked at', async () => {
    for (const hours of [24, 1, 1]) {
      clock.now = clock.now.add({ hours })
      must(await executive.write(brief.openBrief, { again: true }))
    }
    const all = (await past()).items.map(({ id }) => id)
    assert.equal(all.length, 2)
    const first = await past('executive', 1)
    const cursor = first.nextCursor ?? undefined
    const second = must(await executive.read(briefHistory.listPastBriefs, { limit: 1, cursor }))
    assert.deepEqual(
      [...first.items, ...second.items].map(({ id }) => id),
      all,
    )
    assert.equal(second.nextCursor, null)
  })

  it('are nobody else’s', async () => {
    assert.deepEqual((await past('delegate')).items, [])
  })
})

describe('participation', () => {
  /** Executives who agreed to be counted; so many of them did something a week ago. */
  async function agree(count: number, active: number): Promise<void> {
    await sql`
      insert into people.person (id, name, roles, created_at)
      select gen_random_uuid(), 'Executive ' || n, '{executive}', now() from generate_series(1, ${count}::int) n`.execute(
      db,
    )
    await sql`
      insert into brief.preference (person_id, is_counted)
      select id, true from people.person where name like 'Executive %' on conflict do nothing`.execute(db)
    const at = clock.now.subtract({ hours: 24 * 7 })
    await sql`
      with active as (select id from people.person where name like 'Executive %' order by id limit ${active}),
        briefs as (
          insert into brief.brief (id, person_id, minutes, built_at, plan)
          select gen_random_uuid(), id, 10, ${at}::timestamptz, '{}' from active returning id, person_id)
      insert into brief.outcome (brief_id, card_key, person_id, action, at)
      select id, 'x', person_id, 'read', ${at}::timestamptz from briefs`.execute(db)
  }

  const weeksFor = async (who: CastName) => (await foyer.as(who)).read(briefHistory.getParticipation, {})

  it('counts a week once it is over, those who agreed alone, and stays as it was counted', async () => {
    await agree(12, 6)
    await foyer.runJob('brief/count-weeks', {})
    const { weeks } = must(await weeksFor('steward'))
    assert.deepEqual(weeks[0], { week: '2026-02-23', agreed: 12, tookPart: 6 })
    assert.deepEqual(weeks[1]?.tookPart, null)
    await sql`update brief.preference set is_counted = false`.execute(db)
    await foyer.runJob('brief/count-weeks', {})
    assert.deepEqual(must(await weeksFor('steward')).weeks, weeks)
  })

  it('is for stewards alone', async () => {
    for (const who of ['executive', 'administrator', 'member'] as const)
      assert.equal((await weeksFor(who)).problem?.code, 'stewards-only')
  })
})
