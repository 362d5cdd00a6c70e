import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { brief } from '#contract/brief'
import { records } from '#contract/records'
import type { SaidId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { voices } from '#contract/voices'
import { inPages, OWN_ROWS_MAX } from '#platform/own-data'
import { must } from '#testing/answer'
import { cast } from '#testing/cast'
import { type Caller, startFoyer } from '#testing/foyer'
import { textsInZip } from '#testing/zip-texts'

const foyer = await startFoyer()
const { db, clock } = foyer
const executive = await foyer.as('executive')
const member = await foyer.as('member')

async function gather(caller: Caller): Promise<string> {
  const { id } = must(await caller.write(records.askForOwnData, {}))
  await foyer.runJob('records/gather-own-data', { copyId: id })
  return id
}

const fetch = (caller: Caller, id: string) => caller.open(`/api/records/get-own-data/${id}`)

async function unpack(caller: Caller, id: string): Promise<Map<string, string>> {
  const response = await fetch(caller, id)
  assert.equal(response.status, 200)
  return textsInZip(await response.arrayBuffer())
}

const plant = must(await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
const secret = must(await executive.write(spaces.createSpace, { name: 'Hidden', visibility: 'private' })).id
must(await executive.write(spaces.invitePerson, { spaceId: secret, personId: cast.member.id }))

describe('a copy of one’s own data', () => {
  it('holds all that one wrote and kept, in Markdown, JSON and files', async () => {
    const file = must(await member.upload('notes.txt', Buffer.from('Bytes of mine.')))
    const asked = { spaceId: plant, title: 'Dryer', body: 'The **dryer** is late.', fileIds: [file.id] }
    must(await member.write(spaces.writePost, asked))
    clock.now = clock.now.add({ seconds: 1 })
    const hers = must(
      await executive.write(spaces.writePost, { spaceId: plant, title: 'Oven', body: 'Her words.' }),
    )
    clock.now = clock.now.add({ seconds: 1 })
    must(await member.write(spaces.writeReply, { postId: hers.id, body: 'My reply.' }))
    const saidId = hers.id as string as SaidId
    must(await member.write(spaces.react, { saidId, kind: 'thank' }))
    must(await member.write(spaces.saveWords, { saidId, note: 'Ask her.' }))
    must(await member.write(spaces.follow, { what: 'person', id: cast.executive.id }))
    must(await member.write(voices.recordReading, { saidId, seconds: 12 }))
    const opened = must(await member.write(brief.openBrief, {}))
    const prompt = opened.cards.find(({ kind }) => kind === 'reflect')
    const thought = { action: 'reflect' as const, body: 'A thought of mine.' }
    assert.ok(opened.id !== null && prompt !== undefined)
    must(await member.write(brief.finishCard, { briefId: opened.id, cardKey: prompt.key, ...thought }))
    const entries = await unpack(member, await gather(member))
    assert.match(
      entries.get('said.md') ?? '',
      /## Dryer[\s\S]*in Plant[\s\S]*The \*\*dryer\*\*[\s\S]*## Reply to “Oven”/,
    )
    const json = (name: string) => JSON.parse(entries.get(name) ?? 'null')
    assert.deepEqual(
      json('said.json').map(({ body }: { body: string }) => body),
      ['The **dryer** is late.', 'My reply.'],
    )
    assert.deepEqual(json('reactions.json')[0].kinds, ['thank'])
    assert.equal(json('saved.json')[0].note, 'Ask her.')
    assert.ok(json('follows.json').some(({ what }: { what: string }) => what === 'person'))
    assert.equal(json('readings.json')[0].id, saidId)
    assert.match(entries.get('reflections.md') ?? '', /A thought of mine\./)
    assert.equal(json('profile.json').name, cast.member.name)
    assert.equal(entries.get(`files/${file.id}-notes.txt`), 'Bytes of mine.')
  })

  it('names nothing that its owner may see no more', async () => {
    const theirs = must(
      await executive.write(spaces.writePost, {
        spaceId: secret,
        title: 'Plan B',
        body: 'Her secret words.',
      }),
    )
    must(await member.write(spaces.writeReply, { postId: theirs.id, body: 'My secret reply.' }))
    must(await member.write(spaces.saveWords, { saidId: theirs.id as string as SaidId, note: 'Mine' }))
    must(await member.write(spaces.leaveSpace, { id: secret }))
    const all = [...(await unpack(member, await gather(member))).values()].join('\n')
    assert.match(all, /My secret reply\./)
    assert.doesNotMatch(all, /Plan B|Her secret words|Hidden/)
  })

  it('is for nobody else, lies there for a week, and is gone with its bytes after', async () => {
    clock.now = clock.now.add({ hours: 25 })
    const id = await gather(member)
    assert.equal((await fetch(executive, id)).status, 404)
    assert.equal((await fetch(await foyer.as('administrator'), id)).status, 404)
    assert.equal((await fetch(foyer.anyone, id)).status, 401)
    const ranged = await member.open(`/api/records/get-own-data/${id}`, { headers: { range: 'bytes=0-1' } })
    assert.equal(await ranged.text(), 'PK')
    must(await executive.write(records.dropOwnData, { copyId: id }))
    assert.equal((await fetch(member, id)).status, 200)
    clock.now = clock.now.add({ hours: 24 * 7 })
    const later = await foyer.signIn('member')
    assert.equal((await fetch(later, id)).status, 404)
    await foyer.runJob('records/drop-copies', {})
    const rows = await sql`select from records.own_data`.execute(db)
    assert.equal(rows.rows.length, 0)
  })

  it('is gathered one at a time, and three times a day at most', async () => {
    const caller = await foyer.signIn('delegate')
    must(await caller.write(records.askForOwnData, {}))
    assert.equal((await caller.write(records.askForOwnData, {})).problem?.code, 'is-gathered')
    const [copy] = must(await caller.read(records.listOwnData, {})).items
    await foyer.runJob('records/gather-own-data', { copyId: copy?.id ?? '' })
    await gather(caller)
    await gather(caller)
    assert.equal((await caller.write(records.askForOwnData, {})).problem?.code, 'asked-often')
  })

  it('is read page by page, however much there is', async () => {
    let most = 0
    const at = clock.now
    const all = Array.from({ length: OWN_ROWS_MAX * 2 + 1 }, (_, number) => ({
      at,
      id: String(number).padStart(5, '0'),
    }))
    const read = async (after: { id: string; limit: number }) => {
      const page = all.filter(({ id }) => after.id.length > 5 || id > after.id).slice(0, after.limit)
      most = Math.max(most, page.length)
      return page
    }
    const rows = await Array.fromAsync(inPages(read))
    assert.deepEqual(rows, all)
    assert.equal(most, OWN_ROWS_MAX)
  })
})
