// What search may tell of what is hidden: nothing; and what it makes of what stood before it came.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { spaces } from '#contract/spaces'
import { newId } from '#platform/ids'
import { must } from '#testing/answer'
import { cast } from '#testing/cast'
import { openSearchHouse } from '#testing/search-house'
import { fillLanguages } from './fill-languages.ts'
import { learnNewWords } from './learn-words.ts'

const { foyer, floor, vault, say, find } = await openSearchHouse()
await say('The purge valve on line three sticks again after every night shift.', { title: 'Purge valve' })

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
