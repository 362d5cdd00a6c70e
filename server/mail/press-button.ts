import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { Language } from '#contract/language'
import type { LinkAsked, mail } from '#contract/mail'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import type { News } from '#platform/journal'
import { Refusal } from '#platform/refusal'
import { readBack, say, sentence, writtenDown } from '#platform/say'
import { hashOf, type LinkAct } from './one-button.ts'

/** The acts of all rooms, and a way to tell news in a transaction. */
export type LinkDesk = {
  acts: readonly LinkAct[]
  tell: (db: Db, news: News) => Promise<void>
}

/** The language is the one that the request asks for; whoever the link is for may have chosen another. */
type At = { db: Db; now: Temporal.Instant; language: Language }

type Row = {
  personId: PersonId
  act: string
  facts: Record<string, unknown>
  expiresAt: Temporal.Instant
  doneAt: Temporal.Instant | null
  outcome: string | null
  isActive: boolean
  language: Language | null
}

function unknown(language: Language): LinkAsked {
  const nowhere = sentence(
    'This link leads nowhere. It may have been cut off on its way: copy it whole from the letter.',
  )
  return { state: 'unknown', sentence: say(language, nowhere), button: null, leadsTo: '/' }
}

/** What a link would do, for the page that it opens. Nothing is changed by looking. */
export async function lookAtLink(
  desk: LinkDesk,
  { db, now, language }: At,
  { token }: InputOf<typeof mail.lookAtLink>,
): Promise<LinkAsked> {
  const row = await findLink(db, token)
  return row === undefined
    ? unknown(language)
    : asked(desk, { ...row, language: row.language ?? language }, now)
}

/** Does what a link is for. Who presses twice, or at once in two places, is told that it was done. */
export async function pressButton(
  desk: LinkDesk,
  { db, now, language: askedFor }: At,
  { token }: InputOf<typeof mail.pressButton>,
): Promise<LinkAsked> {
  return db.transaction().execute(async (tx) => {
    const row = await findLink(tx, token, 'held')
    if (row === undefined) return unknown(askedFor)
    const language = row.language ?? askedFor
    const before = asked(desk, { ...row, language }, now)
    const act = desk.acts.find(({ name }) => name === row.act)
    if (before.state !== 'open' || act === undefined) return before
    const { personId, facts } = row
    const done = await act.run({ db: tx, now, personId, facts, emit: (news) => desk.tell(tx, news) })
    await sql`
      update mail.one_button set done_at = ${now}, outcome = ${writtenDown(done)}
      where token_hash = ${hashOf(token)}`.execute(tx)
    return { ...before, state: 'done', sentence: say(language, done), button: null }
  })
}

/** The row of a token; held until the transaction ends, where it is about to be used. */
async function findLink(db: Db, token: string, how: 'seen' | 'held' = 'seen'): Promise<Row | undefined> {
  const held = how === 'held' ? sql`for update of o` : sql``
  const found = await sql<Row>`
    select o.person_id as "personId", o.act, o.facts, o.expires_at as "expiresAt", o.done_at as "doneAt", o.outcome,
      p.is_active as "isActive", p.language
    from mail.one_button o join people.standing p on p.id = o.person_id
    where o.token_hash = ${hashOf(token)} ${held}`.execute(db)
  return found.rows[0]
}

type Known = Row & { language: Language }

function asked({ acts }: LinkDesk, { language, ...row }: Known, now: Temporal.Instant): LinkAsked {
  const act = acts.find(({ name }) => name === row.act)
  if (act === undefined || !row.isActive) return unknown(language)
  const { leadsTo, ...asks } = act.describe(row.facts)
  if (row.doneAt !== null) {
    const outcome = row.outcome === null ? '' : readBack(row.outcome)
    return {
      state: 'done',
      sentence: say(language, sentence('This was done already. {outcome}', { outcome })).trim(),
      button: null,
      leadsTo,
    }
  }
  if (Temporal.Instant.compare(now, row.expiresAt) > 0) {
    const over = sentence(
      'This link has expired, so that a letter that others find later is of no use to them.',
    )
    return { state: 'expired', sentence: say(language, over), button: null, leadsTo }
  }
  return {
    state: 'open',
    sentence: say(language, asks.sentence),
    button: say(language, asks.button),
    leadsTo,
  }
}

/**
 * The answer to a mail program that presses the button of `List-Unsubscribe` by itself (RFC 8058).
 * @returns what to say, and whether it was done now or before
 */
export async function pressByProgram(
  desk: LinkDesk,
  at: At,
  token: string,
): Promise<{ sentence: string; isDone: boolean }> {
  try {
    const { state, sentence } = await pressButton(desk, at, { token })
    return { sentence, isDone: state === 'done' }
  } catch (error) {
    if (error instanceof Refusal) return { sentence: say(at.language, error.sentence), isDone: false }
    throw error
  }
}
