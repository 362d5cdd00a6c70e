import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import type { SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { newId } from '#platform/ids'
import { type CastName, cast } from '#testing/cast'
import { type Answer, startFoyer } from '#testing/foyer'
import { fillLanguages } from './fill-languages.ts'
import { learnNewWords } from './learn-words.ts'

const foyer = await startFoyer()

function must<T>(answer: Answer<T>): T {
  assert.equal(answer.problem, undefined)
  return answer.body
}

async function openSpace(name: string, visibility: 'open' | 'private' = 'open') {
  return must(await (await foyer.as('executive')).write(spaces.createSpace, { name, visibility })).id
}

const floor = await openSpace('Shop floor')
const vault = await openSpace('Vault of the board', 'private')

type Said = { by?: CastName; in?: SpaceId; title?: string; kind?: 'note' | 'question' }

async function say(body: string, { by = 'executive', in: spaceId = floor, title, kind = 'note' }: Said = {}) {
  foyer.clock.now = foyer.clock.now.add({ minutes: 1 })
  const caller = await foyer.as(by)
  return must(await caller.write(spaces.writePost, { spaceId, kind, body, ...(title && { title }) })).id
}

async function reply(postId: Awaited<ReturnType<typeof say>>, body: string, by: CastName = 'executive') {
  foyer.clock.now = foyer.clock.now.add({ minutes: 1 })
  return must(await (await foyer.as(by)).write(spaces.writeReply, { postId, body })).id
}

/** The openings of what somebody finds. */
async function find(query: string, who: CastName = 'member') {
  const page = must(await (await foyer.as(who)).read(spaces.search, { query }))
  return page.items.map(({ title, excerpt }) => plain(title ?? excerpt))
}

function plain(text: string): string {
  return text.replace(/[\ue000\ue001]/g, '')
}

/** What is marked in the first find. */
async function markedBy(query: string) {
  const page = must(await (await foyer.as('member')).read(spaces.search, { query }))
  const [first] = page.items
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
      const page = must(await (await foyer.as('member')).read(spaces.search, { query: typed }))
      assert.ok(page.items.length > 0, typed)
      assert.equal(page.alsoFound[0]?.typed, typed)
      assert.equal(page.alsoFound[0]?.found.slice(0, 5), found.slice(0, 5))
    }
  })

  it('are not seen in words that are found as they stand', async () => {
    const page = must(await (await foyer.as('member')).read(spaces.search, { query: 'valve' }))
    assert.deepEqual(page.alsoFound, [])
  })
})

describe('operators', () => {
  it('narrow by who said it, where, of which kind and what it holds', async () => {
    const asked = await say('Who may stop the line? See https://foyer.test/rules', {
      by: 'member',
      kind: 'question',
    })
    await reply(asked, 'Whoever stands at it may #stop it.', 'supervisor')
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
})

describe('what is hidden', () => {
  const secret = 'zirconium'

  it('changes no find, no suggestion and no correction', async () => {
    const ask = async () => {
      const member = await foyer.as('member')
      const answers = []
      for (const query of [
        'zirconim',
        'zirconium',
        secret,
        'from:ingrid zirconium',
        'in:"vault of the board"',
        'in:vault',
        'topic:zirconium',
        'zirc*',
      ]) {
        answers.push((await member.read(spaces.search, { query })).body)
        answers.push((await member.read(spaces.lookUp, { query })).body)
      }
      answers.push((await member.read(spaces.suggestTopics, { text: 'zir' })).body)
      answers.push((await member.read(spaces.lookUp, { query: 'vault' })).body)
      return JSON.stringify(answers)
    }
    const before = await ask()
    for (let number = 0; number < 4; number += 1) {
      await say(`The ${secret} deal, part ${number}, with #${secret} and #zircon`, { in: vault })
    }
    await learnNewWords(foyer.db)
    await sql`select spaces.refresh_word_counts()`.execute(foyer.db)
    assert.equal(await ask(), before)
    assert.equal((await find(secret, 'executive')).length, 4)
    assert.equal((await find('zirconim', 'executive')).length, 4)
  })

  it('is answered by in: as a name that does not exist', async () => {
    const member = await foyer.as('member')
    const of = async (name: string) => must(await member.read(spaces.search, { query: `in:"${name}"` }))
    const { filters: hidden, ...rest } = await of('Vault of the board')
    const { filters: absent, ...nothing } = await of('Vault of the bored')
    assert.deepEqual(rest, nothing)
    assert.deepEqual(hidden[0]?.names, absent[0]?.names)
  })
})

describe('topics', () => {
  it('are suggested by how often one can read them', async () => {
    await say('About #scrap-rate and #Scrap, not `#code` nor [#link](https://foyer.test/#anchor).')
    await say('More #scrap-rate.')
    const { items } = must(await (await foyer.as('member')).read(spaces.suggestTopics, { text: 'scr' }))
    assert.deepEqual(items, [
      { topic: 'scrap-rate', saidCount: 2 },
      { topic: 'scrap', saidCount: 1 },
    ])
  })

  it('of a guest are those of the guest’s own spaces', async () => {
    const { items } = must(await (await foyer.as('guest')).read(spaces.suggestTopics, { text: '' }))
    assert.deepEqual(items, [])
  })
})

describe('the box that answers as one types', () => {
  it('finds people, spaces, topics and posts by unfinished words', async () => {
    const member = await foyer.as('member')
    const { people } = must(await member.read(spaces.lookUp, { query: 'wojc' }))
    assert.deepEqual(
      people.map(({ name }) => name),
      [cast.plantManager.name],
    )
    assert.equal(must(await member.read(spaces.lookUp, { query: 'shop' })).spaces[0]?.name, 'Shop floor')
    assert.equal(must(await member.read(spaces.lookUp, { query: '#scrap' })).topics.length, 2)
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

describe('what stood before', () => {
  it('is found all the while, and gets its language by a job that may be interrupted', async () => {
    const at = foyer.clock.now.subtract({ hours: 3 })
    for (let number = 0; number < 5; number += 1) {
      const id = newId(at)
      await sql`insert into spaces.post (id, space_id, author_id, kind, title, body, created_at)
        values (${id}, ${floor}, ${cast.executive.id}, 'note', 'Eldre', ${`Gamle rapporter om avdelingene nummer ${number} #pumpe`}, ${at})`.execute(
        foyer.db,
      )
      await sql`insert into spaces.thread (post_id, space_id, author_id, last_at) values (${id}, ${floor}, ${cast.executive.id}, ${at})`.execute(
        foyer.db,
      )
    }
    await sql`insert into spaces.search_progress (name, after_id) values ('fill-post', ${EARLIEST})`.execute(
      foyer.db,
    )
    assert.equal((await find('avdelingene')).length, 5)
    assert.equal((await find('avdelinger')).length, 0)
    assert.equal(await fillLanguages(foyer.db, { batch: 2, batches: 1 }), 'more')
    assert.equal(await fillLanguages(foyer.db, { batch: 2, batches: 50 }), 'done')
    assert.equal((await find('avdelinger')).length, 5)
    assert.equal((await find('topic:pumpe')).length, 5)
  })
})

const EARLIEST = '00000000-0000-0000-0000-000000000000'
