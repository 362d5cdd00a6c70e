// Gathers a copy of somebody's own data: what each room offers, written into a zip as it is read.
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { FileStore } from '#outside/files'
import type { Db } from '#platform/db'
import type { Log } from '#platform/log'
import type { OwnData, OwnEntry } from '#platform/own-data'
import type { AddEntry } from '#platform/zip'
import type { OwnDataShelf } from './own-data-shelf.ts'

export type Gathering = {
  sources: readonly OwnData[]
  shelf: OwnDataShelf
  files: Pick<FileStore, 'read' | 'isThere'>
  log: Log
}

const READ_ME = `This is all that you wrote and kept in Foyer, as it was when you asked for it.

- said.md and said.json: your posts and replies, in spaces that you are in by their names
- files/: the files you uploaded, listed in files.json
- reactions.json, saved.json (with your notes), follows.json, spaces.json (memberships, topics, votes, what waits to be
  posted, whom you muted or blocked, what you reported)
- reflections.md and reflections.json, brief-choices.json
- readings.json: what you really read, which nobody but you can see
- notices.json, notice-choices.json
- profile.json, signed-in.json

Times are in UTC. What others said is not in it.
`

/** Gathers a copy that waits, once; whoever left meanwhile gets none. @throws when it fails, having noted that */
export async function gatherOwnData(
  gathering: Gathering,
  { db, now, copyId }: { db: Db; now: Temporal.Instant; copyId: string },
): Promise<void> {
  const found = await sql<{ personId: PersonId }>`
    select c.person_id as "personId" from records.own_data c
    join people.standing s on s.id = c.person_id and s.is_active
    where c.id = ${copyId} and c.state = 'waiting'`.execute(db)
  const personId = found.rows[0]?.personId
  if (personId === undefined) return
  try {
    const bytes = await gathering.shelf.write(copyId, (add) => fill(add, gathering, { db, personId }))
    await sql`
      update records.own_data set state = 'ready', ready_at = ${now}, bytes = ${bytes} where id = ${copyId}`.execute(
      db,
    )
  } catch (error) {
    await sql`update records.own_data set state = 'failed' where id = ${copyId}`.execute(db)
    throw error
  }
}

async function fill(
  add: AddEntry,
  { sources, files, log }: Gathering,
  asked: { db: Db; personId: PersonId },
): Promise<void> {
  await add('README.txt', Readable.from([Buffer.from(READ_ME)]), 4)
  for (const { entries } of sources) {
    for await (const entry of entries(asked)) {
      const bytes = await bytesOf(entry, files)
      // The row may stand a little longer than its bytes, or the disk have lost them: the rest is worth having.
      if (bytes === undefined) log.warn({ entry: entry.path }, 'a file is missing in a copy of own data')
      else await add(plainPath(entry.path), bytes, 'file' in entry ? 0 : 4)
    }
  }
}

async function bytesOf(entry: OwnEntry, files: Gathering['files']): Promise<Readable | undefined> {
  if (!('file' in entry)) return Readable.from(entry.text, { objectMode: false })
  const { id, bytes } = entry.file
  if (!(await files.isThere(id))) return undefined
  return Readable.fromWeb((await files.read(id, { start: 0, end: bytes - 1 })) as never)
}

/** Names are made safe when files come in; a zip must not lead out of its folder whatever they are. */
function plainPath(path: string): string {
  return path
    .split('/')
    .map((part) => part.replace(/[\\:]/g, '_').replace(/^\.+$/, '_'))
    .join('/')
}
