// A question that came by mail waits for one press: the letter back names the spaces in which it can be asked, each
// with a link of its own.
import { sql } from 'kysely'
import type { PersonId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import { newId } from '#platform/ids'
import { refusal } from '#platform/refusal'
import { say, sentence } from '#platform/say'
import { requireReadableSpace, writePost } from '#rooms/spaces'
import type { MailWords } from './mail-words.ts'
import { type LinkAct, oneButtonLink } from './one-button.ts'
import { viewerOf } from './viewer-of.ts'
import type { MailSettings } from './ways.ts'

const SPACES_MAX = 8
const WAITS_DAYS = 14
const ACT = 'mail/ask'

type Asked = { words: MailWords; title: string | undefined }

/** Keeps a question. @returns what to answer: where it can be asked, by one press each */
export async function keepQuestion(
  ctx: Ctx,
  settings: MailSettings,
  { words, title }: Asked,
): Promise<string> {
  if (words.body === '') throw refusal('invalid', 'nothing-said', 'There was no question in your mail.')
  const places = await placesOf(ctx)
  if (places.length === 0)
    throw refusal(
      'conflict',
      'no-space',
      'You are in no space yet, so there is nowhere to ask. Join one first.',
    )
  const id = newId<string>(ctx.now)
  const { personId } = ctx.viewer
  await sql`
    insert into mail.question (id, person_id, title, body, at)
    values (${id}, ${personId}, ${title ?? null}, ${words.body}, ${ctx.now})`.execute(ctx.db)
  const expiresAt = ctx.now.add({ hours: 24 * WAITS_DAYS })
  const lines: string[] = []
  for (const { spaceId, name } of places) {
    const wanted = { personId, act: ACT, facts: { questionId: id, spaceId, name }, expiresAt }
    lines.push(`${name}: ${await oneButtonLink(ctx.db, settings, wanted)}`)
  }
  const where = sentence('Your question waits for one press, for {days} days. Where do you want to ask it?', {
    days: WAITS_DAYS,
  })
  return `${say(ctx.viewer.language, where)}\n\n${lines.join('\n')}`
}

/** The spaces of somebody, those with the latest words first. */
async function placesOf({ db, viewer }: Ctx): Promise<{ spaceId: SpaceId; name: string }[]> {
  const found = await sql<{ spaceId: SpaceId; name: string }>`
    select s.space_id as "spaceId", s.name from spaces.space_to_ask(${viewer.personId}) s limit ${SPACES_MAX}`.execute(
    db,
  )
  return found.rows
}

type Facts = { questionId: string; spaceId: SpaceId; name: string }

/** Asks a question that waits, in the space of the link that was pressed. */
export const askByMail: LinkAct = {
  name: ACT,
  describe: (facts) => {
    const { name, spaceId } = facts as Facts
    return {
      sentence: sentence('Ask your question in {name}?', { name }),
      button: sentence('Ask in {name}', { name }),
      leadsTo: `/spaces/${spaceId}`,
    }
  },
  run: async ({ db, now, personId, facts, emit }) => {
    const { questionId, spaceId, name } = facts as Facts
    const taken = await sql<{ title: string | null; body: string }>`
      delete from mail.question where id = ${questionId} and person_id = ${personId as PersonId}
      returning title, body`.execute(db)
    const question = taken.rows[0]
    if (question === undefined) throw refusal('conflict', 'asked-already', 'This question was asked already.')
    const ctx: Ctx = { db, now, viewer: await viewerOf(db, personId), emit }
    await requireReadableSpace(ctx, spaceId)
    const { body, title } = question
    const input = { spaceId, kind: 'question' as const, body, ...(title !== null && { title }) }
    await writePost(ctx, spaces.writePost.input.parse(input))
    return sentence('Your question is asked in {name}.', { name })
  },
}
