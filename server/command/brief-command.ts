// `foyer brief`: the same brief as on the screen, as of any time, as text or JSON.
import { Minutes } from '#contract/brief'
import { clock, monotonicMs } from '#platform/clock'
import { openDatabase } from '#platform/database'
import { type Db, openDb, openPool } from '#platform/db'
import type { Settings } from '#platform/settings'
import { planBrief, readPreference, saidCard } from '#rooms/brief'
import { findPersonByAddress, findReader } from '#rooms/people'
import { cardSources } from '../app.ts'
import { readOptions } from './read-options.ts'
import { WrongCommand } from './wrong-command.ts'

const OPTIONS = {
  for: { type: 'string' },
  minutes: { type: 'string' },
  at: { type: 'string' },
  json: { type: 'boolean' },
} as const

type Wanted = { address: string; minutes: Minutes; at: Temporal.Instant; format: 'json' | 'text' }

export async function briefCommand(settings: Settings, words: string[]): Promise<void> {
  const wanted = readWords(words)
  const database = await openDatabase({ settings, say: () => {}, mayJoin: 'may-join' })
  const db = openDb(openPool({ url: database.url, connections: 4 }))
  try {
    process.stdout.write(await briefText(db, wanted))
  } finally {
    await db.destroy()
    await database.stop()
  }
}

function readWords(words: string[]): Wanted {
  const { values } = readOptions({ args: words, options: OPTIONS })
  if (values.for === undefined) throw new WrongCommand('Say whose brief: foyer brief --for <address>')
  const minutes = Minutes.safeParse(Number(values.minutes ?? 10))
  if (!minutes.success) throw new WrongCommand('A brief has 3, 5, 10 or 15 minutes.')
  return {
    address: values.for,
    minutes: minutes.data,
    at: values.at === undefined ? clock() : instantOf(values.at),
    format: values.json ? 'json' : 'text',
  }
}

/** An instant as ISO 8601; a day or a time without a zone is taken as UTC. */
function instantOf(text: string): Temporal.Instant {
  for (const candidate of [text, `${text}Z`, `${text}T00:00Z`]) {
    try {
      return Temporal.Instant.from(candidate)
    } catch {
      // The next reading may fit.
    }
  }
  throw new WrongCommand(`"${text}" is not a time. Write it as 2001-05-14T08:00Z.`)
}

async function briefText(db: Db, { address, minutes, at, format }: Wanted): Promise<string> {
  const person = await findPersonByAddress(db, address)
  const reader = person && (await findReader(db, person.id))
  if (reader === undefined) throw new WrongCommand(`Nobody here has the address ${address}.`)
  const { weights, settings } = await readPreference(db, reader.ref.id)
  const question = { db, reader, at, minutes, weights, wordsPerMinute: settings.wordsPerMinute }
  const startedMs = monotonicMs()
  const plan = await planBrief(question, cardSources)
  const builtMs = Math.round(monotonicMs() - startedMs)
  const cards = plan.cards.map((card) => ({ ...card, ...saidCard(card, 'en') }))
  if (format === 'json')
    return `${JSON.stringify({ for: reader.ref, at: at.toString(), minutes, builtMs, ...plan, cards })}\n`
  const lines = cards.flatMap((card, index) => [
    '',
    `${index + 1}. ${card.headline} · ${duration(card.seconds)}`,
    `   ${card.prompt ?? card.line}`,
    ...card.facts.map((fact) => `   · ${fact}`),
  ])
  return `${[
    `Brief for ${reader.ref.name}, ${at.toString()}`,
    `${plan.cards.length} cards, ${duration(plan.secondsPlanned)} of ${minutes} minutes, ` +
      `${duration(plan.secondsUnheard)} for unheard voices; ${plan.candidateCount} candidates, built in ${builtMs} ms`,
    ...lines,
  ].join('\n')}\n`
}

function duration(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
