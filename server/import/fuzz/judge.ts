// What must hold of whatever a reader makes of a broken archive.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ARCHIVE_LIMITS, type ArchivedWords, type ArchiveRecord, UnreadableArchive } from '../archive.ts'
import { readMattermost } from '../mattermost/read-mattermost.ts'
import { readMbox } from '../mbox/read-mbox.ts'
import { planPeople } from '../people-csv/plan-people.ts'
import { readPeopleCsv } from '../people-csv/read-people-csv.ts'
import { recogniseSource } from '../recognise-source.ts'
import { readSlack } from '../slack/read-slack.ts'
import { storable } from '../storable-text.ts'
import { chanceFrom } from './chance.ts'
import { brokenArchive } from './mutate.ts'
import { type SeedArchive, seedArchives } from './seed-archives.ts'

export type Verdict = 'read' | 'refused'

/** The broken archive of a seed. */
export function archiveOf(seed: number): { archive: SeedArchive; bytes: Buffer } {
  const archive = seedArchives[seed % seedArchives.length] as SeedArchive
  return { archive, bytes: brokenArchive(archive, chanceFrom(seed)) }
}

/**
 * Reads the archive of a seed and checks what comes out.
 * @param folder where it is written to, which is this caller's alone
 * @throws Error when anything but a sentence comes of it
 */
export async function judge(seed: number, folder: string): Promise<Verdict> {
  const { archive, bytes } = archiveOf(seed)
  const path = join(folder, archive.name)
  await writeFile(path, bytes)
  try {
    await recogniseSource(path)
    if (archive.source === 'people') await judgePeople(bytes)
    else await judgeRecords(recordsOf(archive.source, path))
    return 'read'
  } catch (error) {
    if (!(error instanceof UnreadableArchive)) throw error
    must(/^\S.{10,}[.?]$/su.test(error.message), `a refusal that is no sentence: ${error.message}`)
    must(!error.message.includes(folder), 'a refusal that tells where things lie on this machine')
    return 'refused'
  }
}

function recordsOf(source: 'slack' | 'mattermost' | 'mbox', path: string): AsyncIterable<ArchiveRecord> {
  if (source === 'slack') return readSlack({ path })
  if (source === 'mattermost') return readMattermost({ path })
  return readMbox({ paths: [path], listAsSpace: path.length % 2 === 0, chart: [] })
}

async function judgePeople(bytes: Uint8Array): Promise<void> {
  const { rows } = await readPeopleCsv(bytes)
  const plan = planPeople(rows, [], { markLeavers: true })
  const { counts } = plan.report
  const told = counts.added + counts.changed + counts.unchanged + counts['further-seat'] + counts.skipped
  must(told === counts.rows, 'rows that do not add up')
  must(
    plan.people.every(({ name }) => name !== '' && storable(name) === name),
    'a name that cannot be kept',
  )
}

/** Readers promise that everything named comes before what names it, and that whatever they tell can be kept. */
async function judgeRecords(records: AsyncIterable<ArchiveRecord>): Promise<void> {
  const told = { person: new Set<string>(), space: new Set<string>(), words: new Map<string, string>() }
  let isOver = false
  for await (const record of records) {
    must(!isOver, 'something after the end')
    if (record.what === 'end') {
      isOver = true
      continue
    }
    must(record.where.file !== '' && Number.isInteger(record.where.line), 'something without its whereabouts')
    if (record.what === 'person') {
      must(record.name.trim() !== '' && record.name.length <= 200, 'a person without a name')
      must(
        record.addresses.every((address) => address === address.toLowerCase()),
        'an address in capitals',
      )
      told.person.add(record.key)
    } else if (record.what === 'space') {
      must(
        record.memberKeys.every((key) => told.person.has(key)),
        'a member who was not introduced',
      )
      must(record.visibility === 'private' || record.name !== undefined, 'a conversation that is not private')
      told.space.add(record.key)
    } else if (record.what === 'words') await judgeWords(record, told)
    else must(record.reason !== '' && record.reason.length <= 200, 'a loss without a reason')
  }
}

type Told = { person: Set<string>; space: Set<string>; words: Map<string, string> }

/** Room for the names of files and a note that the rest was cut. */
const BODY_CHARACTERS_MAX = ARCHIVE_LIMITS.bodyCharactersMax * 2

async function judgeWords(words: ArchivedWords, told: Told): Promise<void> {
  const { key, authorKey, spaceKey, threadKey, mentionKeys, reactions, body, at, files = [] } = words
  must(told.person.has(authorKey), 'an author who was not introduced')
  must(told.space.has(spaceKey), 'a space that was not told')
  must(threadKey === undefined || told.words.get(threadKey) === spaceKey, 'a thread that was not told')
  must(
    mentionKeys.every((each) => told.person.has(each)),
    'a mention of somebody who was not introduced',
  )
  must(
    reactions.every(({ personKey }) => told.person.has(personKey)),
    'a reaction of nobody',
  )
  must(body.length <= BODY_CHARACTERS_MAX && body.isWellFormed(), 'a body that cannot be kept')
  must(at.epochMilliseconds >= 0 && /^\d{4}-/.test(at.toString()), 'a time that cannot be kept')
  must(words.editedAt === undefined || /^\d{4}-/.test(words.editedAt.toString()), 'an edit at no time')
  for (const file of files) await drained(file.read())
  told.words.set(key, spaceKey)
}

/** Damaged bytes break off with an error, and that is all they may do. */
async function drained(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    for await (const chunk of chunks) must(chunk.byteLength > 0, 'bytes that are none')
  } catch (error) {
    must(error instanceof Error, 'an error that is none')
  }
}

function must(isSo: boolean, flaw: string): void {
  if (!isSo) throw new Error(flaw)
}
