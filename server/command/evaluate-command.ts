// `foyer evaluate`: how good what Foyer chooses is. For the brief, that is how well it would have chosen, judged by what
// somebody then answered in an archive.
import { sql } from 'kysely'
import { Minutes } from '#contract/brief'
import type { PersonId } from '#contract/ref'
import { clock } from '#platform/clock'
import type { Db } from '#platform/db'
import { newId } from '#platform/ids'
import { type Evaluation, evaluateBrief, evaluationReport, ownSpan } from '#rooms/brief'
import { importMbox, UnreadableArchive } from '#rooms/import'
import { addAddresses, findPersonByAddress, findReader, upsertPeople, whyNotTimeZone } from '#rooms/people'
import { cardSources } from '../app.ts'
import { SIMILAR_TO_TYPE, similarEvaluationText } from './evaluate-similar.ts'
import { note } from './note.ts'
import { readOptions } from './read-options.ts'
import { withThrowAwayDatabase } from './throw-away-database.ts'
import { WrongCommand } from './wrong-command.ts'

const OPTIONS = {
  archive: { type: 'string', multiple: true },
  person: { type: 'string', multiple: true },
  from: { type: 'string' },
  to: { type: 'string' },
  minutes: { type: 'string' },
  zone: { type: 'string' },
  time: { type: 'string' },
  within: { type: 'string' },
  json: { type: 'boolean' },
} as const

const WHAT_TO_TYPE =
  'foyer evaluate brief --archive <mbox|folder> --person <address> [--from <day>] [--to <day>] ' +
  '[--minutes 3|5|10|15] [--zone Europe/Madrid] [--time 08:00] [--within <days>] [--json]'

type Wanted = {
  archives: readonly [string, ...string[]]
  addresses: readonly [string, ...string[]]
  from: Temporal.PlainDate | undefined
  to: Temporal.PlainDate | undefined
  time: Temporal.PlainTime
  timeZone: string
  minutes: Minutes
  answerDays: number
  format: 'json' | 'text'
}

export async function evaluateCommand(words: string[]): Promise<void> {
  process.stdout.write(await evaluationText(words, withThrowAwayDatabase))
}

/**
 * What the command prints.
 * @param lend gives a database that may be filled, and is gone afterwards
 * @throws WrongCommand when the words make no sense, the archive cannot be read, or there is nothing to judge
 */
export async function evaluationText(words: string[], lend: typeof withThrowAwayDatabase): Promise<string> {
  const [what, ...rest] = words
  if (what === 'similar') return similarEvaluationText(rest, lend)
  if (what !== 'brief') throw new WrongCommand(`Say what to evaluate: ${WHAT_TO_TYPE}; or ${SIMILAR_TO_TYPE}`)
  const wanted = readWords(rest)
  const evaluation = await lend(async (db) => {
    await importArchive(db, wanted)
    return evaluate(db, await findPerson(db, wanted), wanted)
  })
  return wanted.format === 'json' ? `${JSON.stringify(evaluation, null, 2)}\n` : evaluationReport(evaluation)
}

function readWords(words: string[]): Wanted {
  const { values, positionals } = readOptions({ args: words, options: OPTIONS, allowPositionals: true })
  // A shell makes several words of --archive mail/*.mbox.
  const [archive, ...archives] = [...(values.archive ?? []), ...positionals]
  const [address, ...addresses] = values.person ?? []
  if (archive === undefined) throw new WrongCommand(`Say which archive: ${WHAT_TO_TYPE}`)
  if (address === undefined) throw new WrongCommand(`Say whose brief: ${WHAT_TO_TYPE}`)
  const minutes = Minutes.safeParse(Number(values.minutes ?? 10))
  if (!minutes.success) throw new WrongCommand('A brief has 3, 5, 10 or 15 minutes.')
  const timeZone = values.zone ?? 'UTC'
  if (whyNotTimeZone(timeZone) !== undefined) {
    throw new WrongCommand(`"${timeZone}" is no time zone. Write one such as Europe/Madrid.`)
  }
  const [from, to] = [dayOf(values.from), dayOf(values.to)]
  if (from && to && Temporal.PlainDate.compare(from, to) > 0) {
    throw new WrongCommand(`The period is empty: it ends on ${to}, before it begins on ${from}.`)
  }
  return {
    archives: [archive, ...archives],
    addresses: [address, ...addresses],
    ...{ from, to, timeZone, minutes: minutes.data },
    time: timeOf(values.time ?? '08:00'),
    answerDays: daysOf(values.within ?? '3'),
    format: values.json ? 'json' : 'text',
  }
}

function dayOf(text: string | undefined): Temporal.PlainDate | undefined {
  if (text === undefined) return undefined
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    throw new WrongCommand(`"${text}" is not a day. Write it as 2001-05-14.`)
  }
}

function timeOf(text: string): Temporal.PlainTime {
  try {
    return Temporal.PlainTime.from(text)
  } catch {
    throw new WrongCommand(`"${text}" is not a time of the day. Write it as 07:30.`)
  }
}

const ANSWER_DAYS_MAX = 60

function daysOf(text: string): number {
  const days = Number(text)
  if (Number.isInteger(days) && days >= 1 && days <= ANSWER_DAYS_MAX) return days
  throw new WrongCommand(`An answer counts within 1 to ${ANSWER_DAYS_MAX} days, not ${text}.`)
}

/** @throws WrongCommand when it cannot be read */
async function importArchive(db: Db, { archives: [path, ...morePaths], addresses }: Wanted): Promise<void> {
  if (addresses.length > 1) await addPerson(db, addresses)
  try {
    await importMbox({
      ...{ db, path, morePaths, listAsSpace: false, isApplied: true, examplesWanted: 0 },
      now: clock,
      onProgress: () => {},
    })
  } catch (error) {
    if (error instanceof UnreadableArchive) throw new WrongCommand(error.message)
    throw error
  }
  // Fresh tables are taken for tiny ones, and hundreds of briefs would be looked up the slow way.
  await sql`analyze`.execute(db)
}

/** Makes one person of several addresses, which then need no evidence, before the archive is read. */
async function addPerson(db: Db, addresses: Wanted['addresses']): Promise<void> {
  const id = newId<PersonId>(clock())
  const silent = { externalKey: undefined, title: undefined, unit: undefined, location: undefined }
  await upsertPeople(db, [
    {
      ...silent,
      ...{ id, name: nameIn(addresses[0]), country: undefined, timeZone: undefined, languages: [] },
      ...{ roles: undefined, isActive: true, isAutomatic: false, at: clock() },
    },
  ])
  await addAddresses(
    db,
    addresses.map((address, index) => ({
      ...{ personId: id, address: address.toLowerCase(), isPreferred: index === 0 },
      ...{ evidence: undefined, at: clock() },
    })),
  )
}

/** `jane.doe@acme.test` as Jane Doe. */
function nameIn(address: string): string {
  const words = (address.split('@', 1)[0] ?? address).split(/[._]+/).filter((word) => word !== '')
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ') || address
}

async function findPerson(db: Db, { addresses }: Wanted): Promise<PersonId> {
  const found = await findPersonByAddress(db, addresses[0])
  if (found === undefined) {
    throw new WrongCommand(`Nobody in the archive has the address ${addresses[0]}.`)
  }
  return found.id
}

async function evaluate(db: Db, readerId: PersonId, wanted: Wanted): Promise<Evaluation> {
  const { time, timeZone, minutes, answerDays } = wanted
  const reader = await findReader(db, readerId)
  const span = await ownSpan(db, readerId)
  if (reader === undefined || span === undefined) {
    throw new WrongCommand(`${wanted.addresses[0]} wrote nothing in this archive, so nothing can be judged.`)
  }
  const dayIn = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate()
  const { from = dayIn(span.first), to = dayIn(span.last) } = wanted
  note(`Building the briefs of ${reader.ref.name}, ${from} to ${to} …`)
  const evaluation = await evaluateBrief(
    { db, reader, period: { from, to, time, timeZone }, minutes, answerDays },
    cardSources,
  )
  if (evaluation.candidates > 0) return evaluation
  throw new WrongCommand(
    `Nothing waited for ${reader.ref.name} on any working day from ${from} to ${to}. ` +
      `Their own words in the archive are of ${dayIn(span.first)} to ${dayIn(span.last)}.`,
  )
}
