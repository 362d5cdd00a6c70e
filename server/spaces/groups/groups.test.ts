// Groups that are mentioned by one name, through the door.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type GroupId, namedGroups } from '#contract/named-groups'
import type { PersonId, PostId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { newId } from '#platform/ids'
import { must } from '#testing/answer'
import { type CastName, cast, mention } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { groupsIn } from './group-mentions.ts'

const foyer = await startFoyer()
let plant: SpaceId
let circle: SpaceId

before(async () => {
  const executive = await foyer.as('executive')
  plant = must(await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
  circle = must(await executive.write(spaces.createSpace, { name: 'Circle', visibility: 'private' })).id
  must(await executive.write(spaces.invitePerson, { spaceId: circle, personId: cast.member.id }))
})

const ids = (...who: CastName[]) => who.map((each) => cast[each].id)

async function make(by: CastName, name: string, personIds: PersonId[]) {
  return (await foyer.as(by)).write(namedGroups.makeNamedGroup, { name, personIds })
}

async function mentionedBy(saidId: string): Promise<PersonId[]> {
  const found = await sql<{ id: PersonId }>`
    select person_id as id from spaces.mention where said_id = ${saidId} order by 1`.execute(foyer.db)
  return found.rows.map(({ id }) => id)
}

async function say(by: CastName, body: string, spaceId = plant): Promise<PostId> {
  foyer.clock.now = foyer.clock.now.add({ seconds: 1 })
  return must(await (await foyer.as(by)).write(spaces.writePost, { spaceId, body })).id
}

const groupMention = ({ id, name }: { id: GroupId; name: string }) => `@[${name}](group:${id})`

describe('a named group', () => {
  it('is made by stewards and keepers, and changed by whoever made it and by stewards', async () => {
    assert.equal((await make('member', 'Night crew', [])).problem?.code, 'not-a-keeper')
    assert.equal((await make('guest', 'Night crew', [])).status, 403)
    const crew = must(await make('executive', 'Night crew', ids('member', 'supervisor')))
    assert.deepEqual(
      [crew.name, crew.memberCount, crew.may.edit, crew.members.map(({ name }) => name)],
      ['Night crew', 2, true, [cast.supervisor.name, cast.member.name]],
    )
    const groupId = crew.id
    const other = await (await foyer.as('member')).write(namedGroups.changeNamedGroup, {
      groupId,
      name: 'Mine',
    })
    assert.equal(other.problem?.code, 'not-your-group')
    const steward = await foyer.as('steward')
    const changed = must(await steward.write(namedGroups.changeNamedGroup, { groupId, name: 'Night shift' }))
    assert.deepEqual([changed.name, changed.memberCount], ['Night shift', 2])
    assert.equal((await make('steward', 'night SHIFT', [])).problem?.code, 'name-taken')
  })

  it('holds people of the house alone, fifty at the most, under a name that can be mentioned', async () => {
    for (const personIds of [ids('guest'), [newId<PersonId>(foyer.clock.now)]]) {
      assert.equal((await make('steward', 'Odd ones', personIds)).problem?.code, 'not-of-the-house')
    }
    const many = Array.from({ length: 51 }, () => newId<PersonId>(foyer.clock.now))
    for (const [name, personIds] of [
      ['Many', many],
      ['a]b', []],
      ['two\nlines', []],
      [' ', []],
    ] as const) {
      assert.equal((await make('steward', name, [...personIds])).status, 400, name)
    }
  })

  it('is known to members of the network and to no guest', async () => {
    const crew = must(await make('steward', 'Wild geese', ids('member')))
    const outsider = await foyer.as('outsider')
    assert.equal(must(await outsider.read(namedGroups.getNamedGroup, { groupId: crew.id })).memberCount, 1)
    const suggested = must(await outsider.read(namedGroups.suggestGroups, { text: 'GEE' })).items
    assert.deepEqual(suggested, [{ id: crew.id, name: 'Wild geese', memberCount: 1 }])
    const guest = await foyer.as('guest')
    assert.deepEqual(must(await guest.read(namedGroups.suggestGroups, { text: '' })).items, [])
    assert.equal((await guest.read(namedGroups.getNamedGroup, { groupId: crew.id })).status, 403)
    assert.equal((await guest.read(namedGroups.listNamedGroups, {})).status, 403)
  })
})

describe('a mentioned group', () => {
  it('tells each of its members who may see the space, once, and not whoever mentions it', async () => {
    const group = must(await make('steward', 'Everybody here', ids('member', 'supervisor', 'executive')))
    const open = await say('executive', `${groupMention(group)} and ${mention('member')}, look`)
    assert.deepEqual(await mentionedBy(open), ids('supervisor', 'member').toSorted())
    const closed = await say('executive', `${groupMention(group)}, look`, circle)
    assert.deepEqual(await mentionedBy(closed), ids('member'))
  })

  it('tells them of an edit and of a reply too', async () => {
    const group = must(await make('steward', 'Late ones', ids('supervisor')))
    const id = await say('executive', 'Nobody yet')
    const executive = await foyer.as('executive')
    must(
      await executive.write(spaces.editWords, { saidId: id as string as SaidId, body: groupMention(group) }),
    )
    assert.deepEqual(await mentionedBy(id), ids('supervisor'))
    const reply = must(await executive.write(spaces.writeReply, { postId: id, body: groupMention(group) }))
    assert.deepEqual(await mentionedBy(reply.id), ids('supervisor'))
  })

  it('mentions nobody for a guest, nor once it was removed', async () => {
    const porous = { name: 'Gate', visibility: 'closed' as const, isPorous: true }
    const executive = await foyer.as('executive')
    const gate = must(await executive.write(spaces.createSpace, porous)).id
    for (const who of ['guest', 'member'] as const) {
      must(await executive.write(spaces.invitePerson, { spaceId: gate, personId: cast[who].id }))
    }
    const group = must(await make('steward', 'Fleeting', ids('member')))
    assert.deepEqual(await mentionedBy(await say('guest', groupMention(group), gate)), [])
    must(await (await foyer.as('steward')).write(namedGroups.removeNamedGroup, { groupId: group.id }))
    assert.deepEqual(await mentionedBy(await say('executive', groupMention(group))), [])
  })

  it('counts its people towards the fifty that one may mention at once', async () => {
    const people = Array.from({ length: 51 }, () => newId<PersonId>(foyer.clock.now))
    await sql`insert into people.person (id, name, created_at)
      select id, 'Somebody', ${foyer.clock.now}::timestamptz from unnest(${people}::uuid[]) id`.execute(
      foyer.db,
    )
    const one = must(await make('steward', 'First half', people.slice(0, 40)))
    const two = must(await make('steward', 'Second half', people.slice(30)))
    const executive = await foyer.as('executive')
    const body = `${groupMention(one)} ${groupMention(two)}`
    const refused = await executive.write(spaces.writePost, { spaceId: plant, body })
    assert.equal(refused.problem?.code, 'too-many-mentions')
    assert.equal((await mentionedBy(await say('executive', groupMention(one)))).length, 40)
  })

  it('is found in words however hostile they are', () => {
    const id = '0198c0de-0000-7000-8000-000000000001'
    assert.deepEqual(groupsIn(`@[a](group:${id}) @[b](group:${id})`), [id])
    for (const body of [`@[](group:${id})`, `@[a](group:x)`, `@[a\nb](group:${id})`, `@[a](person:${id})`]) {
      assert.deepEqual(groupsIn(body), [], body)
    }
    const many = Array.from(
      { length: 40 },
      (_, n) => `@[a](group:${id.slice(0, -2)}${String(n).padStart(2, '0')})`,
    )
    assert.equal(groupsIn(many.join(' ')).length, 20)
  })
})
