// The sample company that is shipped: that it can be read, is of the size it should be, and shows what it is there for.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { answers } from '#contract/answers'
import { brief } from '#contract/brief'
import { delegates } from '#contract/delegates'
import { imports } from '#contract/import'
import { people } from '#contract/people'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { type CastName, cast, type Member } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { inShoesOf } from '#testing/sample-house'
import { everythingSaid, personIdOf, postIdOf } from './ids.ts'
import { planSample } from './plan-sample.ts'
import { readSample } from './read-sample.ts'
import { WrongSample } from './sample.ts'

/** They stand around found words. */
const FOUND_MARKS = /[\uE000\uE001]/g
const HOME = join(import.meta.dirname, '../../..')
const sample = await readSample(join(HOME, 'sample')).catch((error: unknown) => {
  if (error instanceof WrongSample) assert.fail(error.message)
  throw error
})
const INGRID = personIdOf('ingrid.solheim')
const TOMASZ = personIdOf('tomasz.okafor')
const LENA = personIdOf('lena.brandt')

async function openHouse() {
  const foyer = await startFoyer({ isEmpty: true, folder: HOME })
  must(await foyer.anyone.write(imports.openSample, {}))
  return foyer
}

describe('the words of the sample company', () => {
  it('are of the size of a company that one can know: people, sites, levels, spaces of each kind', () => {
    const said = everythingSaid(sample).length
    assert.ok(sample.people.length >= 110 && sample.people.length <= 130, `${sample.people.length} people`)
    assert.equal(sample.spaces.length, 12)
    assert.ok(said >= 380 && said <= 520, `${said} posts and replies`)
    assert.deepEqual([...new Set(sample.spaces.map(({ visibility }) => visibility))].sort(), [
      'closed',
      'open',
      'private',
    ])
    assert.ok(sample.spaces.some(({ isPorous }) => isPorous))
    const sites = Map.groupBy(sample.people, ({ location }) => location)
    assert.equal([...sites].filter(([site, { length }]) => site !== undefined && length > 3).length, 5)
    const managers = new Map(sample.people.map(({ key, managerKey }) => [key, managerKey]))
    const levelOf = (key: string): number => 1 + (managers.get(key) ? levelOf(managers.get(key) ?? '') : 0)
    assert.equal(Math.max(...sample.people.map(({ key }) => levelOf(key))), 5)
  })

  it('have the cast of the tests among their people', () => {
    const known = new Map(sample.people.map((person) => [person.address, person]))
    for (const member of Object.values(cast) as Member[]) {
      const person = known.get(member.address)
      const manager = member.managerIs === undefined ? undefined : cast[member.managerIs as CastName].address
      assert.deepEqual(
        {
          name: person?.name,
          title: person?.title,
          roles: person?.roles,
          manager: sample.people.find(({ key }) => key === person?.managerKey)?.address,
        },
        { name: member.name, title: member.title, roles: member.roles, manager },
      )
    }
  })

  it('lend the shoes of each kind of person there is', () => {
    const roles = new Map(sample.people.map((person) => [person.key, person.roles]))
    const lent = sample.shoes.map(({ person }) => roles.get(person)?.[0] ?? 'member')
    const kinds = ['executive', 'delegate', 'member', 'steward', 'administrator', 'guest']
    assert.deepEqual(lent.slice(0, kinds.length), kinds)
  })

  it('lie in the past at every hour of the day, and reach up to it', () => {
    for (let hour = 0; hour < 24; hour += 1) {
      const now = Temporal.Instant.from('2026-03-02T00:30:00Z').add({ hours: hour })
      const { words, readings } = planSample(sample, now)
      const times = [...words, ...readings].map(({ at }) => at).toSorted(Temporal.Instant.compare)
      const last = times.at(-1)
      assert.ok(last !== undefined && Temporal.Instant.compare(last, now) <= 0)
      assert.ok(now.since(last).total('hours') < 36, `at ${now} the last words are of ${last}`)
    }
  })
})

describe('the sample company', () => {
  it('gives its executive a brief with cards of several kinds, and a home to read on in', async () => {
    const foyer = await openHouse()
    const ingrid = await inShoesOf(foyer, INGRID)
    const { cards, minutes } = must(await ingrid.write(brief.openBrief, {}))
    const kinds = new Set(cards.map(({ kind }) => kind))
    for (const kind of ['needs-you', 'unheard'] as const) assert.ok(kinds.has(kind), kind)
    const longer = must(await ingrid.read(brief.previewBrief, { minutes: 15 }))
    assert.ok(longer.cards.some(({ kind }) => kind === 'recognise'))
    assert.equal(minutes, 10)
    assert.ok(cards.length >= 6)
    const home = must(await ingrid.read(spaces.getFeed, {}))
    assert.ok(home.items.length >= 20)
  })

  it('lies in the past altogether', async () => {
    const foyer = await openHouse()
    const ahead = await sql<{ table: string }>`
      select 'said' as table from spaces.said where created_at > ${foyer.clock.now}
      union all select 'reaction' from spaces.reaction where at > ${foyer.clock.now}
      union all select 'thread' from spaces.thread where last_at > ${foyer.clock.now} or pinned_at > ${foyer.clock.now}
      union all select 'seen' from spaces.seen where seen_at > ${foyer.clock.now}
      union all select 'reading' from voices.reading where last_at > ${foyer.clock.now}
      union all select 'file' from spaces.file where at > ${foyer.clock.now}`.execute(foyer.db)
    assert.deepEqual(ahead.rows, [])
  })

  it('shows a guest the space that is porous, and nothing that tells of another', async () => {
    const foyer = await openHouse()
    const lena = await inShoesOf(foyer, LENA)
    const seen = must(await lena.read(spaces.listSpaces, {})).items
    assert.deepEqual(
      seen.map(({ name, isPorous }) => [name, isPorous]),
      [['Bearings and seals', true]],
    )
    const feed = must(await lena.read(spaces.getFeed, {})).items
    assert.ok(feed.length > 0)
    assert.deepEqual([...new Set(feed.map(({ space }) => space.name))], ['Bearings and seals'])
    const found = must(await lena.read(spaces.search, { query: 'line scrap night contract bearing' })).items
    assert.deepEqual([...new Set(found.map(({ space }) => space.name))], ['Bearings and seals'])
    assert.equal((await lena.read(people.listPeople, {})).status, 403)
  })

  it('has the brief of the executive prepared by her chief of staff from the beginning', async () => {
    const foyer = await openHouse()
    const { yours } = must(await (await inShoesOf(foyer, INGRID)).read(delegates.listDelegates, {}))
    assert.deepEqual(
      yours.map(({ person }) => person.name),
      ['Daniel Reyes'],
    )
  })

  it('has questions that were answered, one that nobody looked at again, and one for which ten people wait', async () => {
    const foyer = await openHouse()
    const standingOf = async (key: string, who = TOMASZ) =>
      must(await (await inShoesOf(foyer, who)).read(answers.getQuestion, { postId: postIdOf({ key }) }))
    const stop = await standingOf('safety/04-leave-to-stop-pouring')
    assert.deepEqual([stop.state, stop.owner?.name, stop.waitingCount], ['answered', 'Hanne Torvik', 4])
    assert.equal((await standingOf('emden/02-what-does-it-see', INGRID)).state, 'out-of-date')
    const line3 = await standingOf('gdansk-floor/14-who-may-stop-line-3')
    assert.deepEqual([line3.state, line3.waitingCount, line3.youWait], ['open', 10, true])
  })

  it('is found in the languages it is written in', async () => {
    const foyer = await openHouse()
    const tomasz = await inShoesOf(foyer, TOMASZ)
    const searches: [string, string][] = [
      ['who may stop line 3', 'Who may stop line 3?'],
      ['czajnik', 'Regulamin czajnika'],
      ['bomba detenida oxigeno', 'Salir o no salir'],
      ['試験', 'セラミックシール、二百時間の結果'],
    ]
    for (const [query, title] of searches) {
      const { items } = must(await tomasz.read(spaces.search, { query }))
      const titles = items.map((item) => item.title?.replace(FOUND_MARKS, ''))
      assert.ok(titles.includes(title), `${query}: ${titles.join(', ')}`)
    }
  })
})
