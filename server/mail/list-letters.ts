// Letters as administrators see them: that there are some, for whom and why. Their words are for those they go to; in
// the sample company, and in development, for everybody who administers.
import { type RawBuilder, sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { Language } from '#contract/language'
import type { Letter, mail } from '#contract/mail'
import type { PersonId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { cursorOf, readTimeCursor } from '#platform/cursor'
import { refusal } from '#platform/refusal'
import { readBack, say } from '#platform/say'
import { findNetwork } from '#rooms/people'
import type { MailSettings } from './ways.ts'

type Row = Omit<Letter, 'at'> & { at: Temporal.Instant }

export async function listLetters(
  settings: MailSettings,
  ctx: Ctx,
  { state, limit, cursor }: InputOf<typeof mail.listLetters>,
): Promise<ReplyOf<typeof mail.listLetters>> {
  const before = cursor === undefined ? undefined : readTimeCursor(cursor)
  const since =
    before === undefined
      ? sql`true`
      : sql`(l.written_at, l.id) < (${before.at}::timestamptz, ${before.id}::uuid)`
  const readable = await readableBy(settings, ctx)
  // Of the mailbox one sees what one may read; of what waits, what did not go out at the first try.
  const isShown = { kept: readable, waiting: sql`l.trouble is not null`, dead: sql`l.why <> 'test'` }[state]
  const found = await sql<Row>`
    select ${columns(readable)}
    from mail.letter l left join people.person_card card on card.id = l.person_id
    where l.state = ${state} and ${isShown} and ${since}
    order by l.written_at desc, l.id desc limit ${limit + 1}`.execute(ctx.db)
  const page = found.rows.slice(0, limit)
  const last = found.rows.length > limit ? page.at(-1) : undefined
  return {
    items: page.map((row) => asLetter(row, ctx.viewer.language)),
    nextCursor: last === undefined ? null : cursorOf([last.at.toString(), last.id]),
  }
}

/** @throws Refusal `no-such-letter` also for one that is there and not the viewer's to read */
export async function getLetter(
  settings: MailSettings,
  ctx: Ctx,
  { letterId }: InputOf<typeof mail.getLetter>,
): Promise<ReplyOf<typeof mail.getLetter>> {
  const readable = await readableBy(settings, ctx)
  const found = await sql<Row & { text: string; html: string | null }>`
    select ${columns(readable)}, l.text, l.html
    from mail.letter l left join people.person_card card on card.id = l.person_id
    where l.id = ${letterId} and l.state <> 'sent' and ${readable}`.execute(ctx.db)
  const row = found.rows[0]
  if (row === undefined) throw noSuchLetter()
  return { ...asLetter(row, ctx.viewer.language), text: row.text, html: row.html }
}

/** Whether the letter `l` may be read. A link in a letter that is still to be sent is its owner's alone. */
async function readableBy({ mailboxShows }: MailSettings, ctx: Ctx): Promise<RawBuilder<boolean>> {
  const viewerId: PersonId = ctx.viewer.personId
  const showsAll = mailboxShows === 'all' || ((await findNetwork(ctx.db))?.isSample ?? false)
  return showsAll
    ? sql<boolean>`(l.state = 'kept' or l.person_id = ${viewerId})`
    : sql<boolean>`l.person_id = ${viewerId}`
}

function columns(readable: RawBuilder<boolean>): RawBuilder<unknown> {
  return sql`l.id, card.ref as "to", l.why, l.written_at as at, l.state, l.tries, l.trouble,
    case when ${readable} then l.subject end as subject`
}

function asLetter({ at, trouble, ...row }: Row, language: Language): Letter {
  const said = trouble === null ? null : say(language, readBack(trouble))
  const { id, to, why, state, tries, subject } = row
  return { id, to, why, at: at.toString(), state, tries, trouble: said, subject }
}

function noSuchLetter() {
  return refusal('not-found', 'no-such-letter', 'There is no such letter for you to read.')
}
