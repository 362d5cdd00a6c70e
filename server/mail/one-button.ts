// Links in letters never act by being opened: each leads to a page with one button, works once, and for one person and
// one act alone.
import { hash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import type { News } from '#platform/journal'
import type { Sentence } from '#platform/say'

/** What an act of a link is given: whose link it is, and what was noted with it. */
export type ActWork = {
  db: Db
  now: Temporal.Instant
  personId: PersonId
  facts: Readonly<Record<string, unknown>>
  emit: (news: News) => Promise<void>
}

/** One kind of act that a link may do. The room that owns it offers it, and app.ts hands it over. */
export type LinkAct = {
  /** `<room>/<verb-thing>`. */
  name: string
  /** What the page asks, the word on its button, and where it leads on to afterwards, as an address of the page. */
  describe: (facts: ActWork['facts']) => { sentence: Sentence; button: Sentence; leadsTo: string }
  /** Does it, within a transaction. @returns a sentence that says what was done @throws Refusal when it cannot be done */
  run: (work: ActWork) => Promise<Sentence>
}

type Wanted = {
  personId: PersonId
  /** The name of a `LinkAct`. */
  act: string
  /** What the act needs to know; no words of anybody. */
  facts?: Record<string, unknown>
  expiresAt: Temporal.Instant
}

/**
 * Makes a link for one act of one person. For `List-Unsubscribe` it serves as it is: a mail program that posts to it
 * (RFC 8058) presses the button.
 * @returns its whole address, under `settings.baseUrl`
 */
export async function oneButtonLink(db: Db, settings: { baseUrl: string }, wanted: Wanted): Promise<string> {
  const { facts = {}, ...rest } = wanted
  const [link = ''] = await oneButtonLinks(db, settings, { ...rest, facts: [facts] })
  return link
}

type ManyWanted = Omit<Wanted, 'facts'> & { facts: readonly Record<string, unknown>[] }

/** The same for many links to one act, one for each of the facts and in their order. */
export async function oneButtonLinks(
  db: Db,
  { baseUrl }: { baseUrl: string },
  { personId, act, facts, expiresAt }: ManyWanted,
): Promise<string[]> {
  const tokens = facts.map(() => randomBytes(24).toString('base64url'))
  await sql`
    insert into mail.one_button (token_hash, person_id, act, facts, expires_at)
    select token_hash, ${personId}, ${act}, facts, ${expiresAt}
    from unnest(${tokens.map(hashOf)}::text[], ${facts.map((each) => JSON.stringify(each))}::jsonb[])
      as wanted (token_hash, facts)`.execute(db)
  return tokens.map((token) => `${baseUrl}/act/${token}`)
}

/** How a token is kept. */
export function hashOf(token: string): string {
  return hash('sha256', token, 'base64url')
}
