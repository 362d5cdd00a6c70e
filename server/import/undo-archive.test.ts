import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import type { PostId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { changeOf, readRows } from '#testing/canary-rows'
import { cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { type ArchiveRecord, UnreadableArchive } from './archive.ts'
import { bringIn, held, person, space, words } from './made-archive.ts'
import { Merges } from './merges.ts'
import { undoArchive } from './undo-archive.ts'
import { undoPlan } from './undo-plan.ts'

const foyer = await startFoyer()
const { db } = foyer
const member = await foyer.as('member')

/** All rows but what search counts and learns, and but the note that the import was here. */
async function rows(): Promise<ReadonlySet<string>> {
  const passing =
    /^(spaces\.(word_count|word_form|language_use|search_progress)|import\.archive|platform\.done_write) /
  return new Set([...(await readRows(db))].filter((row) => !passing.test(row)))
}

const undo = (id: string) => undoArchive({ db, id, onProgress: () => {} })

const ingrid = person('ingrid', { name: 'I. Solheim', addresses: [cast.executive.address] })
const ana = person('ana', { name: 'Ana Sol', addresses: ['ana@elsewhere.test'] })
const bo = person('bo', { name: 'Bo Lind', addresses: ['bo@elsewhere.test'] })

/** Two spaces and a conversation with threads, mentions, reactions, files and a pin, of people of its own. */
function archiveOf(prefix: string): ArchiveRecord[] {
  const [anaKey, boKey, yard] = [`${prefix}-ana`, `${prefix}-bo`, `${prefix}-yard`]
  const inYard = { spaceKey: yard, mentionKeys: ['ingrid'] }
  const agree = { kind: 'agree', emoji: '+1' } as const
  return [
    ...[ingrid, { ...ana, key: anaKey, addresses: [`${anaKey}@elsewhere.test`] }],
    { ...bo, key: boKey, addresses: [`${boKey}@elsewhere.test`] },
    space(yard, ['ingrid', anaKey, boKey], { name: `${prefix} yard` }),
    space(`${prefix}-empty`, [anaKey], { name: `${prefix} empty` }),
    space(`${prefix}-dm`, ['ingrid', anaKey]),
    words(`${prefix}1`, 1, {
      ...{ ...inYard, authorKey: anaKey, body: `About #kelp of ${prefix}` },
      files: [held(`${prefix}-plan.txt`, 'All of it')],
      ...{ reactions: [{ personKey: boKey, ...agree }], isPinned: true },
    }),
    words(`${prefix}2`, 2, { ...inYard, authorKey: boKey, threadKey: `${prefix}1` }),
    words(`${prefix}3`, 3, {
      ...{ ...inYard, authorKey: anaKey, threadKey: `${prefix}1`, answersKey: `${prefix}2` },
    }),
    words(`${prefix}4`, 4, { ...inYard, authorKey: boKey }),
    words(`${prefix}5`, 5, { spaceKey: `${prefix}-dm`, authorKey: anaKey }),
  ]
}

const apply = (records: readonly ArchiveRecord[], more = {}) =>
  bringIn(db, records, { source: 'slack', files: foyer.files, ...more })

describe('an import that is undone', () => {
  it('leaves everything as it was before, whatever was there, and comes in again', async () => {
    await apply(archiveOf('earlier'))
    const before = await rows()
    const merges = new Merges(new Set())
    merges.add({ personKey: 'ingrid', address: 'ingrid@elsewhere.test', evidence: 'the same full name' })
    const known = { ...ingrid, addresses: [cast.executive.address, 'ingrid@elsewhere.test'] }
    const cleo = person('cleo')
    const more: ArchiveRecord[] = [
      ...[...archiveOf('later'), known, cleo, { ...ana, key: 'earlier-ana' }],
      // What the earlier archive held has grown in the meantime.
      space('earlier-yard', ['earlier-ana', 'cleo'], { name: 'earlier yard' }),
      words('earlier1', 1, {
        ...{ spaceKey: 'earlier-yard', authorKey: 'earlier-ana' },
        reactions: [{ personKey: 'cleo', kind: 'thank', emoji: 'pray' }],
      }),
      words('grown', 9, { spaceKey: 'earlier-yard', authorKey: 'cleo', threadKey: 'earlier1' }),
    ]
    const outcome = await apply(more, { merges })
    assert.deepEqual([outcome.tally.fresh, outcome.tally.known, outcome.files.fresh], [6, 1, 1])
    const { id } = outcome
    const brought = await rows()

    const plan = await undoPlan(db, id)
    assert.deepEqual([plan.words, plan.wordsStaying, plan.files, plan.reactions], [6, 0, 1, 1])
    const counts = await undo(id)
    const { stayed, ...went } = counts
    assert.deepEqual(went, {
      words: 6,
      reactions: 1,
      files: 1,
      spaces: 3,
      members: 1,
      addresses: 1,
      people: 3,
    })
    assert.deepEqual(stayed, [])
    assert.deepEqual(changeOf(before, await rows()), { vanished: [], appeared: [] })

    const second = await apply(more, { merges })
    const again = [...(await rows())].map((row) =>
      row.replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[^,)]*/g, 'some time'),
    )
    assert.equal(again.length, brought.size)
    await undo(second.id)
    assert.deepEqual(changeOf(before, await rows()), { vanished: [], appeared: [] })
  })

  it('leaves a thread in which somebody replied, with everybody and the space in it, and says so', async () => {
    const { id } = await apply(archiveOf('talked'))
    const post = await postOf('About #kelp of talked')
    foyer.clock.now = foyer.clock.now.add({ hours: 1 })
    const reply = await member.write(spaces.writeReply, { postId: post, body: 'I remember that' })
    assert.equal(reply.status, 200)

    const plan = await undoPlan(db, id)
    assert.deepEqual([plan.words, plan.wordsStaying], [2, 3])
    const counts = await undo(id)
    assert.equal(counts.words, 2)
    assert.deepEqual(counts.stayed.map(({ what, reason, count }) => `${count} ${what}: ${reason}`).sort(), [
      '1 files: they go with words that stay',
      '1 spaces: somebody is in it, or its words stay',
      '2 people: they were let in, or something of theirs or about them stays',
      '3 words: somebody replied in their thread',
    ])
    const thread = await member.read(spaces.getThread, { postId: post })
    assert.equal(thread.body.replies.length, 3)
    // Once nothing of others is in it, what stayed can go as well.
    await db.transaction().execute(async (db) => {
      await sql`select spaces.remove_said(array[${reply.body.id}]::uuid[])`.execute(db)
    })
    const rest = await undo(id)
    assert.deepEqual([rest.words, rest.spaces, rest.people, rest.stayed], [3, 1, 2, []])
  })

  it('leaves people who were let in, and spaces that somebody joined', async () => {
    const { id } = await apply(archiveOf('met'))
    await sql`update people.person set is_active = true where name = 'Bo Lind'`.execute(db)
    const [yard] = (
      await sql<{ id: string }>`select id from spaces.space where name = 'met yard'`.execute(db)
    ).rows
    await member.write(spaces.joinSpace, { id: yard!.id as never })
    const counts = await undo(id)
    assert.deepEqual([counts.words, counts.people, counts.spaces], [5, 0, 2])
    await sql`update people.person set is_active = false where name = 'Bo Lind'`.execute(db)
    await member.write(spaces.leaveSpace, { id: yard!.id as never })
    const rest = await undo(id)
    assert.deepEqual([rest.people, rest.spaces, rest.stayed], [2, 1, []])
  })

  it('goes on where it was interrupted, in batches that each are whole', async () => {
    const before = await rows()
    const many = Array.from({ length: 2500 }, (_, at) =>
      words(`m${at}`, at, {
        spaceKey: 'many',
        authorKey: 'ana',
        ...(at % 50 > 0 && { threadKey: `m${at - (at % 50)}` }),
      }),
    )
    const { id } = await apply([ana, space('many', ['ana'], { name: 'Many' }), ...many])
    const interrupted = undoArchive({
      ...{ db, id },
      onProgress: () => {
        throw new Error('killed')
      },
    })
    await assert.rejects(interrupted, /killed/)
    const left = await sql<{
      count: number
    }>`select count(*) from import.origin where archive_id = ${id}`.execute(db)
    assert.equal(left.rows[0]?.count, 1500)
    const counts = await undo(id)
    assert.deepEqual([counts.words, counts.spaces, counts.people], [1500, 1, 1])
    assert.deepEqual(changeOf(before, await rows()), { vanished: [], appeared: [] })
  })

  it('is refused for a people file, for what is unknown, and while another has the turn', async () => {
    const refused = (id: string, sentence: RegExp) =>
      assert.rejects(undo(id), (error) => error instanceof UnreadableArchive && sentence.test(error.message))
    await refused('nonsense', /There is no import nonsense/)
    const id = '01900000-0000-7000-8000-000000000000'
    await sql`insert into import.archive (id, source, file, started_at) values (${id}, 'people', 'p.csv', now())`.execute(
      db,
    )
    await refused(id, /people file/)
    await db.connection().execute(async (other) => {
      await sql`select pg_advisory_lock(70697372)`.execute(other)
      await refused(id, /Another import is under way/)
      await sql`select pg_advisory_unlock(70697372)`.execute(other)
    })
  })
})

async function postOf(body: string): Promise<PostId> {
  const found = await sql<{ id: PostId }>`select id from spaces.post where body = ${body}
    order by id desc limit 1`.execute(db)
  return found.rows[0]!.id
}

describe('an import that is stopped', () => {
  it('keeps what came in, counts it as its own when it goes on, and is undone as one', async () => {
    const before = await rows()
    const many: ArchiveRecord[] = [
      ...[person('stan'), space('stop', ['stan'], { name: 'Stopping' })],
      ...Array.from({ length: 2500 }, (_, at) =>
        words(`s${at}`, at, { spaceKey: 'stop', authorKey: 'stan' }),
      ),
    ]
    const id = '01900000-0000-7000-8000-00000000000b'
    async function* stopping() {
      for (const [index, record] of many.entries()) {
        if (index === 1500) {
          await waitFor(async () => (await messagesOf(id)) >= 900)
          await sql`update import.archive set is_to_stop = true where id = ${id}`.execute(db)
        }
        yield record
      }
    }
    const first = await apply([], { id, records: stopping() })
    assert.equal(first.isStopped, true)
    const state = await sql<{ state: string; fresh: number; isToStop: boolean }>`
      select state, messages_new as fresh, is_to_stop as "isToStop" from import.archive where id = ${id}`.execute(
      db,
    )
    assert.equal(state.rows[0]?.state, 'stopped')
    assert.equal(state.rows[0]?.isToStop, false)
    assert.ok(state.rows[0]!.fresh < 2500)

    const second = await apply(many, { id })
    assert.deepEqual([second.isStopped, second.tally.fresh, second.tally.known], [false, 2500, 0])
    const counts = await undo(id)
    assert.deepEqual([counts.words, counts.spaces, counts.people], [2500, 1, 1])
    assert.deepEqual(changeOf(before, await rows()), { vanished: [], appeared: [] })
  })
})

async function messagesOf(id: string): Promise<number> {
  const found = await sql<{ count: number }>`
    select messages_new as count from import.archive where id = ${id}`.execute(db)
  return found.rows[0]?.count ?? 0
}

/** Waits for the batch that is written beside the reading; no clock is asked. */
async function waitFor(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve))
}
