// Search over text in five languages, with typos, operators and pages.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import type { SaidId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { cast } from '#testing/cast'
import { openSearchHouse, plain } from '#testing/search-house'
import { learnNewWords } from './learn-words.ts'

const { foyer, say, ask, find } = await openSearchHouse()

/** What is marked in the first find. */
async function markedBy(query: string) {
  const [first] = (await ask(query)).items
  return [...`${first?.title} ${first?.excerpt}`.matchAll(/\ue000(.*?)\ue001/g)].map(([, word]) => word)
}

await say('The purge valve on line three sticks again after every night shift.', {
  title: 'Purge valve',
  by: 'supervisor',
})
await say('We are meeting the suppliers about maintenance schedules and scheduling of the gauges.', {
  title: 'Suppliers',
})
await say('Kan noen se på målingene fra nattskiftet? Maskinene stoppet tre ganger før frokost i går.', {
  title: 'Nattskiftet',
  by: 'steward',
})
await say(
  'Kto może zatrzymać linię trzecią? Przestoje w Gdańsku kosztują nas za dużo pieniędzy każdego tygodnia.',
  { title: 'Przestoje', by: 'plantManager' },
)
await say('Die Größe der Ventile passt nicht zu den Straßen im neuen Werk, sagen die Kollegen aus Bremen.', {
  title: 'Ventile',
  by: 'delegate',
})
await say('明日の会議室は東京工場の三階です。資料を持ってきてください。', {
  title: '会議室のお知らせ',
  by: 'steward',
})
await say('회의를 내일로 옮겨 주세요. 생산 라인 점검이 늦어졌습니다.', { title: '회의', by: 'steward' })
await say('ราคาวัตถุดิบสูงขึ้นมากในเดือนนี้', { title: 'ราคา', by: 'steward' })

describe('words', () => {
  it('are found in every form that their language has for them', async () => {
    assert.deepEqual(await find('sticking valves'), ['Purge valve'])
    assert.deepEqual(await find('scheduled meetings'), ['Suppliers'])
    assert.deepEqual(await find('maskin'), ['Nattskiftet'])
    assert.deepEqual(await find('nattskift'), ['Nattskiftet'])
    assert.deepEqual(await find('Ventil'), ['Ventile'])
  })

  it('are found with and without accents and in any case', async () => {
    for (const query of ['gdansku', 'GDAŃSKU', 'linie trzecia'])
      assert.deepEqual(await find(query), ['Przestoje'], query)
    for (const query of ['grosse', 'GRÖSSE', 'Größe', 'strassen'])
      assert.deepEqual(await find(query), ['Ventile'], query)
    assert.deepEqual(await find('frokost i gar'), ['Nattskiftet'])
  })

  it('of two characters are found in scripts that part no words', async () => {
    for (const query of ['会議', '東京', '工場', '三階', '会', '会議室']) {
      assert.deepEqual(await find(query), ['会議室のお知らせ'], query)
    }
    assert.deepEqual(await find('회의'), ['회의'])
    assert.deepEqual(await find('점검'), ['회의'])
    assert.deepEqual(await find('ราคา'), ['ราคา'])
    assert.deepEqual(await find('京東'), [])
  })

  it('may be phrases, beginnings, or such as must not be there', async () => {
    assert.deepEqual(await find('"purge valve"'), ['Purge valve'])
    assert.deepEqual(await find('"valve purge"'), [])
    assert.deepEqual(await find('gaug*'), ['Suppliers'])
    assert.deepEqual(await find('sche*'), ['Suppliers'])
    assert.deepEqual(await find('valve -night'), [])
    assert.deepEqual(await find('-night'), [])
  })

  it('are marked where they were found', async () => {
    assert.deepEqual(await markedBy('sticking valves'), ['valve', 'valve', 'sticks'])
    assert.deepEqual(await markedBy('会議'), ['会議', '会議'])
    assert.deepEqual(await markedBy('gaug*'), ['gauges'])
    assert.deepEqual(await markedBy('gdansku'), ['Gdańsku'])
    assert.deepEqual(await markedBy('"night shift"'), ['night', 'shift'])
  })

  it('that one just wrote, changed or deleted are found as they stand now', async () => {
    const id = await say('A brand new thermocouple arrived.')
    assert.equal((await find('thermocouples')).length, 1)
    const caller = await foyer.as('executive')
    must(
      await caller.write(spaces.editWords, {
        saidId: id as string as SaidId,
        body: 'A brand new manometer arrived.',
      }),
    )
    assert.equal((await find('thermocouples')).length, 0)
    assert.equal((await find('manometers')).length, 1)
    must(await caller.write(spaces.deleteWords, { saidId: id as string as SaidId }))
    assert.equal((await find('manometers')).length, 0)
    must(await caller.write(spaces.restoreWords, { saidId: id as string as SaidId }))
    assert.equal((await find('manometers')).length, 1)
    must(await caller.write(spaces.deleteWords, { saidId: id as string as SaidId }))
  })
})

describe('typos', () => {
  it('are forgiven, and what was found instead is said', async () => {
    await learnNewWords(foyer.db)
    for (const [typed, found] of [
      ['maintanance', 'maintenance'],
      ['vlave', 'valve'],
      ['supliers', 'suppliers'],
      ['schedulng', 'schedules'],
      ['maskinnene', 'maskinene'],
    ] as const) {
      const page = await ask(typed)
      assert.ok(page.items.length > 0, typed)
      assert.equal(page.alsoFound[0]?.typed, typed)
      assert.equal(page.alsoFound[0]?.found.slice(0, 5), found.slice(0, 5))
    }
  })

  it('are not seen in words that are found as they stand', async () => {
    const page = await ask('valve')
    assert.deepEqual(page.alsoFound, [])
  })
})

describe('operators', () => {
  it('narrow by who said it, where, of which kind and what it holds', async () => {
    const asked = await say('Who may stop the line? See https://foyer.test/rules', {
      by: 'member',
      kind: 'question',
    })
    foyer.clock.now = foyer.clock.now.add({ minutes: 1 })
    const supervisor = await foyer.as('supervisor')
    must(
      await supervisor.write(spaces.writeReply, {
        postId: asked,
        body: 'Whoever stands at it may #stop it.',
      }),
    )
    assert.deepEqual(await find('from:piotr'), ['Whoever stands at it may #stop it.', 'Purge valve'])
    assert.equal((await find('from:me')).length, 1)
    assert.equal((await find('from:piotr@foyer.test valve')).length, 1)
    assert.equal((await find('in:"shop floor" ventil')).length, 1)
    assert.equal((await find('in:nowhere ventil')).length, 0)
    assert.equal((await find('kind:question')).length, 1)
    assert.equal((await find('kind:reply')).length, 1)
    assert.equal((await find('has:link')).length, 1)
    assert.equal((await find('has:reply')).length, 1)
    assert.equal((await find('has:reaction')).length, 0)
    assert.equal((await find('has:file')).length, 0)
    assert.equal((await find('topic:stop')).length, 1)
    assert.equal((await find('topic:stop before:today')).length, 0)
    assert.equal((await find('stop on:today')).length, 2)
  })

  it('alone list the newest first, page after page', async () => {
    const caller = await foyer.as('member')
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = must(
        await caller.read(spaces.search, { query: 'in:shop', limit: 3, ...(cursor && { cursor }) }),
      )
      assert.equal(page.order, 'newest')
      seen.push(...page.items.map(({ at }) => at))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    assert.ok(seen.length > 6)
    assert.deepEqual(seen, seen.toSorted().toReversed())
  })
})

describe('rank', () => {
  it('puts rare words before common ones and titles before the rest, page after page without a gap', async () => {
    for (let number = 0; number < 12; number += 1)
      await say(`Report ${number} on the ordinary output of the plant.`)
    await say('An extraordinary thing about torque in the report.', { title: 'Torque' })
    await say('In passing: ordinary torque was mentioned in the long report of the plant by somebody.')
    await sql`select spaces.refresh_word_counts()`.execute(foyer.db)
    const caller = await foyer.as('member')
    const pages: string[] = []
    let cursor: string | undefined
    do {
      const page = must(
        await caller.read(spaces.search, {
          query: 'torque report plant',
          limit: 5,
          ...(cursor && { cursor }),
        }),
      )
      pages.push(...page.items.map(({ saidId }) => saidId))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    assert.equal(new Set(pages).size, pages.length)
    assert.equal(pages.length, 14)
    assert.equal((await find('torque report plant'))[0], 'Torque')
  })

  it('puts a title that holds every word before a short post that holds one of them, however long it goes on', async () => {
    const longWinded =
      'We wrote down what we saw at each of the presses, hour by hour, and then compared it. '
    await say(longWinded.repeat(120), { title: 'Twelve shifts with a pyrometer' })
    await say('Bring the pyrometer.', { title: 'Pyrometer' })
    assert.equal((await find('twelve shifts pyrometer'))[0], 'Twelve shifts with a pyrometer')
  })

  it('asks for no single letter beside words, and for one that stands alone', async () => {
    await say('A b', { title: 'Letters' })
    assert.deepEqual(await find('b pyrometer'), await find('pyrometer'))
    assert.deepEqual(await find('b'), ['Letters'])
  })
})

describe('the box that answers as one types', () => {
  it('finds a whole word that was just written for the first time', async () => {
    await say('The rotary encoder gave up.', { title: 'Encoder' })
    const member = await foyer.as('member')
    for (const query of ['encoders', 'rotary', 'encod']) {
      const { posts } = must(await member.read(spaces.lookUp, { query }))
      assert.equal(plain(posts[0]?.title ?? ''), 'Encoder', query)
    }
  })

  it('finds people, spaces, topics and posts by unfinished words', async () => {
    const member = await foyer.as('member')
    const { people } = must(await member.read(spaces.lookUp, { query: 'wojc' }))
    assert.deepEqual(
      people.map(({ name }) => name),
      [cast.plantManager.name],
    )
    assert.equal(must(await member.read(spaces.lookUp, { query: 'shop' })).spaces[0]?.name, 'Shop floor')
    assert.equal(must(await member.read(spaces.lookUp, { query: '#sto' })).topics[0]?.topic, 'stop')
    assert.equal(
      plain(must(await member.read(spaces.lookUp, { query: 'meetin' })).posts[0]?.title ?? ''),
      'Suppliers',
    )
    assert.equal(
      plain(must(await member.read(spaces.lookUp, { query: 'purge val' })).posts[0]?.title ?? ''),
      'Purge valve',
    )
  })

  it('shows guests nobody', async () => {
    const guest = await foyer.as('guest')
    const answer = must(await guest.read(spaces.lookUp, { query: 'marta' }))
    assert.deepEqual(answer, { people: [], spaces: [], topics: [], posts: [] })
    const { filters } = must(await guest.read(spaces.search, { query: 'from:marta' }))
    assert.deepEqual(filters[0]?.names, [])
  })
})
