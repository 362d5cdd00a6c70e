import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { auth } from '#contract/auth'
import { people } from '#contract/people'
import { records } from '#contract/records'
import type { PersonId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { spacesOwnData } from '#rooms/spaces'
import { must } from '#testing/answer'
import { type CastName, cast, mention } from '#testing/cast'
import { type Caller, startFoyer } from '#testing/foyer'
import { clearMentions, eraseLeavers } from './erase.ts'

const foyer = await startFoyer()
const { db, clock } = foyer
const executive = await foyer.as('executive')
const administrator = await foyer.as('administrator')

async function openSpace(by: Caller, name: string): Promise<SpaceId> {
  return must(await by.write(spaces.createSpace, { name, visibility: 'open' })).id
}

const plant = await openSpace(executive, 'Plant')

const leave = async (who: CastName, becomes: 'named' | 'former') =>
  (await foyer.as(who)).write(records.leaveNetwork, { becomes, yourName: cast[who].name })

/** Everything that a reader of a thread is sent. */
const threadAsSent = async (postId: never) =>
  JSON.stringify(must(await executive.read(spaces.getThread, { postId })))

describe('a former colleague', () => {
  it('is named nowhere: not in what they said, nor where they are mentioned, found or listed', async () => {
    const marta = await foyer.as('plantManager')
    const own = must(
      await marta.write(spaces.writePost, { spaceId: plant, title: 'Paint', body: 'The paint dries.' }),
    )
    const body = `Ask ${mention('plantManager')} about the dryer.`
    const others = must(await executive.write(spaces.writePost, { spaceId: plant, title: 'Dryer', body }))
    must(
      await executive.write(spaces.editWords, {
        saidId: others.id as string as SaidId,
        body: `${body} Soon.`,
      }),
    )
    must(await leave('plantManager', 'former'))
    for (const postId of [own.id, others.id]) {
      const sent = await threadAsSent(postId as never)
      assert.doesNotMatch(sent, /Marta|Wójcik|Plant manager/)
      assert.match(sent, /Former colleague/)
    }
    const versions = must(
      await executive.read(spaces.listVersions, { saidId: others.id as string as SaidId }),
    )
    assert.doesNotMatch(JSON.stringify(versions), /Wójcik/)
    await clearMentions(db, cast.plantManager.id)
    for (const query of ['Wójcik', 'marta', 'from:Marta']) {
      const found = must(await executive.read(spaces.search, { query }))
      assert.deepEqual(found.items, [], query)
      const looked = must(await executive.read(spaces.lookUp, { query }))
      assert.deepEqual([...looked.people, ...looked.posts], [], query)
    }
    assert.deepEqual(must(await executive.read(people.listPeople, { search: 'Marta' })).items, [])
    const profile = must(await executive.read(people.getPerson, { id: cast.plantManager.id }))
    assert.equal(profile.name, 'Former colleague')
    assert.deepEqual([profile.title, profile.addresses, profile.manager], [null, [], null])
    const below = must(await executive.read(people.getPerson, { id: cast.supervisor.id }))
    assert.equal(below.manager?.id, cast.executive.id)
  })

  it('is out at once, and their address is free', async () => {
    const member = await foyer.as('member')
    must(await member.read(spaces.getFeed, {}))
    must(await leave('member', 'former'))
    assert.equal((await member.read(spaces.getFeed, {})).status, 401)
    const sent = foyer.mails.length
    must(await foyer.anyone.write(auth.askForLink, { address: cast.member.address }))
    assert.equal(foyer.mails.length, sent)
    const next = { name: 'Tomasz the Second', address: cast.member.address }
    assert.notEqual(must(await administrator.write(people.addPerson, next)).id, cast.member.id)
  })

  it('is brought back by an administrator within fourteen days, name, mentions, place and address', async () => {
    const listed = must(await administrator.read(records.listLeavers, {})).items
    const marta = listed.find(({ person }) => person.id === cast.plantManager.id)
    assert.equal(marta?.wasCalled, cast.plantManager.name)
    assert.equal((await executive.read(records.listLeavers, {})).status, 403)
    must(await administrator.write(records.undoLeaving, { id: cast.plantManager.id }))
    await clearMentions(db, cast.plantManager.id)
    const profile = must(await executive.read(people.getPerson, { id: cast.plantManager.id }))
    assert.equal(profile.name, cast.plantManager.name)
    assert.deepEqual(profile.addresses, [cast.plantManager.address])
    assert.equal(profile.manager?.id, cast.executive.id)
    const supervisor = must(await executive.read(people.getPerson, { id: cast.supervisor.id }))
    assert.equal(supervisor.manager?.id, cast.plantManager.id)
    const found = must(await executive.read(spaces.search, { query: 'Wójcik' })).items
    assert.equal(found.length, 1)
    must(await (await foyer.signIn('plantManager')).read(spaces.getFeed, {}))
  })

  it('is erased for good after fourteen days, with all that was theirs alone', async () => {
    const piotr = await foyer.as('supervisor')
    const post = must(await piotr.write(spaces.writePost, { spaceId: plant, body: 'The shift is full.' }))
    must(await piotr.write(spaces.saveWords, { saidId: post.id as string as SaidId, note: 'A private note' }))
    must(await leave('supervisor', 'former'))
    clock.now = clock.now.add({ hours: 24 * 14 })
    assert.equal((await administrator.write(records.undoLeaving, { id: cast.supervisor.id })).status, 404)
    await eraseLeavers([spacesOwnData], { db, now: clock.now })
    await eraseLeavers([spacesOwnData], { db, now: clock.now })
    const rows = await sql<{ row: string }>`
      select f::text as row from people.former f union all select s::text from spaces.saved s union all
      select l::text from records.leaving l union all select p::text from people.person p`.execute(db)
    const kept = rows.rows.map(({ row }) => row).join('\n')
    assert.doesNotMatch(kept, /Zieliński|private note/)
    assert.match(await threadAsSent(post.id as never), /The shift is full/)
  })

  it('stays one when an archive that knows their name comes in again', async () => {
    const { upsertPeople } = await import('#rooms/people')
    await upsertPeople(db, [
      {
        ...{
          id: cast.supervisor.id,
          externalKey: undefined,
          name: cast.supervisor.name,
          title: 'Supervisor',
        },
        ...{ unit: undefined, location: undefined, country: undefined, timeZone: undefined, languages: [] },
        ...{ roles: undefined, isActive: undefined, isAutomatic: false, at: clock.now },
      },
    ])
    assert.equal(
      must(await executive.read(people.getPerson, { id: cast.supervisor.id })).name,
      'Former colleague',
    )
  })
})

describe('leaving', () => {
  it('keeps the name of who wants that, and frees the address all the same', async () => {
    const steward = await foyer.as('steward')
    const post = must(await steward.write(spaces.writePost, { spaceId: plant, body: 'Goodbye.' }))
    must(await leave('steward', 'named'))
    assert.equal((await steward.read(spaces.getFeed, {})).status, 401)
    assert.match(await threadAsSent(post.id as never), new RegExp(cast.steward.name))
    const held = await sql`select from people.address where person_id = ${cast.steward.id}`.execute(db)
    assert.equal(held.rows.length, 0)
  })

  it('asks for one’s name, so that no stray press ends anything', async () => {
    const outsider = await foyer.as('outsider')
    const answer = await outsider.write(records.leaveNetwork, { becomes: 'former', yourName: 'yes' })
    assert.equal(answer.problem?.code, 'not-your-name')
    must(await outsider.read(spaces.getFeed, {}))
  })

  it('is refused to the last administrator, and to a sole keeper with the spaces by name', async () => {
    assert.equal((await leave('administrator', 'named')).problem?.code, 'last-administrator')
    assert.match(must(await administrator.read(records.getLeaving, {})).whyNot ?? '', /last administrator/)
    const delegate = await foyer.as('delegate')
    const office = await openSpace(delegate, 'Office')
    must(await delegate.write(spaces.invitePerson, { spaceId: office, personId: cast.outsider.id }))
    const refused = await leave('delegate', 'named')
    assert.match(refused.problem?.detail ?? '', /Nobody keeps these spaces but you: Office\./)
    must(await delegate.write(spaces.makeKeeper, { spaceId: office, personId: cast.outsider.id }))
    assert.equal(must(await delegate.read(records.getLeaving, {})).whyNot, null)
  })

  it('by another’s hand passes on what they alone kept, and tells nobody which spaces those were', async () => {
    const delegate = await foyer.as('delegate')
    const secret = must(
      await delegate.write(spaces.createSpace, { name: 'Secret', visibility: 'private' }),
    ).id
    must(await delegate.write(spaces.invitePerson, { spaceId: secret, personId: cast.outsider.id }))
    const answer = await administrator.write(records.removePerson, {
      id: cast.delegate.id,
      becomes: 'former',
    })
    assert.deepEqual(must(answer), { done: true })
    const space = must(await (await foyer.as('outsider')).read(spaces.getSpace, { id: secret }))
    assert.equal(space.may.edit, true)
    assert.equal((await delegate.read(spaces.getFeed, {})).status, 401)
    const self = { id: cast.administrator.id as PersonId, becomes: 'named' as const }
    assert.equal((await administrator.write(records.removePerson, self)).problem?.code, 'not-yourself')
  })
})
