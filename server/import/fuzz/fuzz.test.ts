import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { sql } from 'kysely'
import { readRows } from '#testing/canary-rows'
import { startFoyer } from '#testing/foyer'
import { UnreadableArchive } from '../archive.ts'
import { importMattermost } from '../import-mattermost.ts'
import { importMbox } from '../import-mbox.ts'
import { importPeople } from '../import-people.ts'
import { importSlack } from '../import-slack.ts'
import { undoArchive } from '../undo-archive.ts'
import { fuzz } from './fuzz.ts'
import { archiveOf } from './judge.ts'

/** Seeds are fixed, so that a failure is one for everybody; `npm run fuzz -- 1000000` goes further. */
const FIRST_SEED = 1_000_000
const MUTATIONS = 10_000
const APPLIED = 150

const foyer = await startFoyer()
const { db } = foyer
const folder = await mkdtemp(join(tmpdir(), 'foyer-fuzz-'))
after(() => rm(folder, { recursive: true, force: true }))

it('reads whatever an archive is broken into, or refuses it with a sentence', async () => {
  const { read, refused } = await fuzz({ first: FIRST_SEED, count: MUTATIONS, threads: 2 })
  assert.equal(read + refused, MUTATIONS)
  assert.ok(read > MUTATIONS / 2 && refused > MUTATIONS / 100, `${read} read, ${refused} refused`)
})

it('lets broken archives in whole batch by whole batch, with counts that add up, and undoes them all', async () => {
  const before = await rows()
  for (let seed = FIRST_SEED; seed < FIRST_SEED + APPLIED; seed += 1) {
    foyer.clock.now = foyer.clock.now.add({ seconds: 1 })
    await letIn(seed)
  }
  const imports = await sql<{ id: string; source: string }>`
    select id, source from import.archive where source <> 'people' order by started_at desc, id desc`.execute(
    db,
  )
  assert.ok(imports.rows.length > APPLIED / 2)
  for (const { id } of imports.rows) await undoArchive({ db, id, onProgress: () => {} })
  assert.deepEqual([...(await rows()).difference(before)], [])
})

/** What search counts and learns, and the notes that imports were here. */
const PASSING = /^(spaces\.(word_count|word_form|language_use|search_progress)|import\.archive) /

async function rows(): Promise<Set<string>> {
  return new Set([...(await readRows(db))].filter((row) => !PASSING.test(row)))
}

async function letIn(seed: number): Promise<void> {
  const { archive, bytes } = archiveOf(seed)
  const path = join(folder, archive.name)
  await writeFile(path, bytes)
  const wanted = {
    db,
    path,
    isApplied: true,
    examplesWanted: 1,
    settling: 'later',
    files: foyer.files,
  } as const
  const timed = { ...wanted, now: () => foyer.clock.now, onProgress: () => {} }
  try {
    if (archive.source === 'slack') await importSlack(timed)
    else if (archive.source === 'mattermost') await importMattermost(timed)
    else if (archive.source === 'mbox') await importMbox({ ...timed, listAsSpace: seed % 2 === 0 })
    // A people file is not undone, and so only looked at here.
    else await importPeople({ db, path, isApplied: false, marksLeavers: true, at: foyer.clock.now })
  } catch (error) {
    assert.ok(
      error instanceof UnreadableArchive,
      `seed ${seed}: ${error instanceof Error ? error.stack : error}`,
    )
  }
  await checkCounts(seed)
}

async function checkCounts(seed: number): Promise<void> {
  const wrong = await sql<{ id: string }>`
    select a.id from import.archive a
    where a.messages_found <> a.messages_new + a.messages_known + a.messages_skipped
      or (a.source <> 'people' and a.messages_new <> (
        select count(*) from import.origin o join spaces.said w on w.said_id = o.said_id where o.archive_id = a.id))
      or a.state not in ('done', 'stopped')`.execute(db)
  assert.deepEqual(wrong.rows, [], `the counts after seed ${seed}`)
}
