// A forwarded thread becomes a draft of a question and its answer, which waits for one press of whoever forwarded it.
import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx'
import { newId } from '#platform/ids'
import { refusal } from '#platform/refusal'
import { say, sentence } from '#platform/say'
import type { Settings } from '#platform/settings'
import { oneButtonLink, type TakeForward } from '#rooms/mail'
import { type DraftWords, draftOf } from './draft-of.ts'
import { PUBLISH_DRAFT } from './link-acts.ts'
import { type Proposed, proposeSpace } from './propose-space.ts'

/** More are not kept for one person: whoever forwards so much publishes or discards some first. */
export const DRAFTS_MAX = 100
const LINK_DAYS = 14
const SHOWN_CHARACTERS = 1_000

type Around = Pick<Settings, 'baseUrl'>

/** Keeps a draft, and answers with what it says and a link to one button. */
export function keepDraftWith(settings: Around): TakeForward {
  return async (ctx, forward) => {
    const draft = draftOf(forward)
    const space = await proposeSpace(ctx, `${draft.title ?? ''} ${draft.question}`)
    if (space === undefined) {
      throw refusal(
        'conflict',
        'no-space',
        'You are in no space yet, so there is nowhere to ask. Join one first.',
      )
    }
    await requireRoom(ctx)
    const id = await insertDraft(ctx, draft, space)
    return letterWords(ctx, settings, { id, draft, space })
  }
}

async function requireRoom({ db, viewer }: Ctx): Promise<void> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from answers.draft where person_id = ${viewer.personId}`.execute(db)
  if ((found.rows[0]?.count ?? 0) < DRAFTS_MAX) return
  throw refusal(
    'conflict',
    'too-many-drafts',
    '{count} drafts of yours wait already. Publish or discard some of them first.',
    { count: DRAFTS_MAX },
  )
}

async function insertDraft(ctx: Ctx, draft: DraftWords, space: Proposed): Promise<string> {
  const id = newId<string>(ctx.now)
  const { title, question, answer, answeredBy, note } = draft
  await sql`
    insert into answers.draft (id, person_id, title, question, answer, answered_by, note, space_id, at)
    values (${id}, ${ctx.viewer.personId}, ${title ?? null}, ${question}, ${answer ?? null}, ${answeredBy ?? null},
      ${note ?? null}, ${space.id}, ${ctx.now})`.execute(ctx.db)
  return id
}

type Kept = { id: string; draft: DraftWords; space: Proposed }

async function letterWords(ctx: Ctx, settings: Around, { id, draft, space }: Kept): Promise<string> {
  const { language, personId } = ctx.viewer
  const expiresAt = ctx.now.add({ hours: 24 * LINK_DAYS })
  const facts = { draftId: id, spaceId: space.id, name: space.name }
  const link = await oneButtonLink(ctx.db, settings, { personId, act: PUBLISH_DRAFT, facts, expiresAt })
  const { title, question, answer } = draft
  const kept =
    answer === undefined
      ? sentence('What you forwarded is a draft of a question now. Nobody else sees it until you publish it.')
      : sentence(
          'What you forwarded is a draft of a question and its answer now. Nobody else sees it until you publish it.',
        )
  const press = sentence('Publish it in {name}: {link}', { name: space.name, link })
  const change = sentence('Change it first, or discard it: {link}', {
    link: `${settings.baseUrl}/answers/drafts`,
  })
  return [
    say(language, kept),
    ...[title, question].flatMap((words) => (words === undefined ? [] : [quoted(words)])),
    ...(answer === undefined ? [] : [say(language, sentence('Answer:')), quoted(answer)]),
    say(language, press),
    say(language, change),
  ].join('\n\n')
}

function quoted(words: string): string {
  const shown =
    words.length > SHOWN_CHARACTERS ? `${words.slice(0, SHOWN_CHARACTERS).toWellFormed()} …` : words
  return shown
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
}
