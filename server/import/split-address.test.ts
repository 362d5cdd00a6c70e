import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'kysely'
import { imports } from '#contract/import'
import type { PersonId, PostId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import type { Appearance } from './archive.ts'
import { bringIn, person, space, words } from './made-archive.ts'
import { Merges } from './merges.ts'

const foyer = await startFoyer()
const { db } = foyer
const NAMESAKE = 'i.solheim@elsewhere.test'

const ingrid = person('ingrid', { name: 'Ingrid Solheim', addresses: [cast.executive.address, NAMESAKE] })
const daniel = person('daniel', { name: 'Daniel Reyes', addresses: [cast.delegate.address] })
const marta = person('marta', { name: 'Marta', addresses: [cast.plantManager.address] })

const own = (part: Appearance['part']) => ({ address: cast.executive.address, personKey: 'ingrid', part })
const namesake = (part: Appearance['part']) => ({ address: NAMESAKE, personKey: 'ingrid', part })

async function bringInMergedMail(): Promise<void> {
  const merges = new Merges(new Set())
  merges.add({ personKey: 'ingrid', address: NAMESAKE, evidence: 'the same full name' })
  const pair = { spaceKey: 'pair', mentionKeys: ['ingrid'], authorKey: 'daniel' }
  await bringIn(
    db,
    [
      ...[ingrid, daniel, marta, space('pair', ['ingrid', 'daniel'])],
      space('three', ['ingrid', 'daniel', 'marta']),
      words('mine', 1, { ...pair, title: 'Mine', appearances: [own('mentioned')] }),
      words('theirs', 2, { ...pair, title: 'Theirs', appearances: [namesake('mentioned')] }),
      words('answer', 3, {
        ...{ spaceKey: 'pair', authorKey: 'ingrid', threadKey: 'theirs', mentionKeys: ['daniel'] },
        appearances: [namesake('author')],
      }),
      words('both', 4, {
        ...{ ...pair, spaceKey: 'three', title: 'Both' },
        appearances: [own('mentioned'), namesake('mentioned')],
      }),
    ],
    { merges },
  )
}

async function postId(title: string): Promise<PostId> {
  const found = await sql<{ id: PostId }>`select id from spaces.post where title = ${title}`.execute(db)
  return found.rows[0]!.id
}

async function mentionedIn(title: string): Promise<PersonId[]> {
  const found = await sql<{ id: PersonId }>`
    select person_id as id from spaces.mention where said_id = ${await postId(title)}`.execute(db)
  return found.rows.map((row) => row.id)
}

it('takes what was said under a split address, and to it, out of the sight of who was taken for them', async () => {
  await bringInMergedMail()
  const executive = await foyer.as('executive')
  const administrator = await foyer.as('administrator')
  const merged = await administrator.read(imports.listMerges, {})
  assert.deepEqual(
    merged.body.items.map(({ address, evidence, person: { id } }) => [address, evidence, id]),
    [[NAMESAKE, 'the same full name', cast.executive.id]],
  )
  assert.equal((await executive.read(spaces.getThread, { postId: await postId('Theirs') })).status, 200)

  const split = await administrator.write(imports.splitAddress, { address: NAMESAKE.toUpperCase() })
  assert.equal(split.problem, undefined)
  assert.equal(split.body.movedCount, 1)
  const other = split.body.person.id
  assert.equal(split.body.person.isActive, false)

  assert.equal((await executive.read(spaces.getThread, { postId: await postId('Theirs') })).status, 404)
  assert.equal((await executive.read(spaces.getThread, { postId: await postId('Mine') })).status, 200)
  assert.equal((await executive.read(spaces.getThread, { postId: await postId('Both') })).status, 200)
  assert.deepEqual(await mentionedIn('Theirs'), [other])
  assert.deepEqual(await mentionedIn('Mine'), [cast.executive.id])
  assert.deepEqual((await mentionedIn('Both')).toSorted(), [cast.executive.id, other].toSorted())

  const delegate = await foyer.as('delegate')
  const theirs = await delegate.read(spaces.getThread, { postId: await postId('Theirs') })
  assert.equal(theirs.body.replies[0]?.author.id, other)
  assert.equal(theirs.body.post.space.id === (await spaceOf('Mine')), false)
  assert.deepEqual((await administrator.read(imports.listMerges, {})).body.items, [])
})

async function spaceOf(title: string): Promise<string> {
  const found = await sql<{
    id: string
  }>`select space_id as id from spaces.post where title = ${title}`.execute(db)
  return found.rows[0]!.id
}

it('refuses to split what no import merged, and to anybody but administrators', async () => {
  const administrator = await foyer.as('administrator')
  const unknown = await administrator.write(imports.splitAddress, { address: cast.executive.address })
  assert.deepEqual([unknown.status, unknown.problem?.code], [404, 'no-such-merge'])
  const member = await foyer.as('member')
  assert.equal((await member.write(imports.splitAddress, { address: NAMESAKE })).status, 403)
  assert.equal((await member.read(imports.listMerges, {})).status, 403)
  assert.equal((await member.read(imports.listImports, {})).status, 403)
})

it('lists what came in with counts that add up', async () => {
  const { body } = await (await foyer.as('administrator')).read(imports.listImports, {})
  const [run] = body.items
  assert.deepEqual(
    [run?.file, run?.messagesFound, run?.messagesNew, run?.messagesKnown],
    ['mail.mbox', 4, 4, 0],
  )
  assert.notEqual(run?.finishedAt, null)
})
