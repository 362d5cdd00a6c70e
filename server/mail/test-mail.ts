import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { mail } from '#contract/mail'
import type { Ctx } from '#platform/ctx'
import { newId } from '#platform/ids'
import { refusal } from '#platform/refusal'
import { readBack, type Sentence, say, sentence } from '#platform/say'
import { enqueueLetter } from './enqueue-letter.ts'

/** Writes a letter to the administrator who asks. It is tried once, and its end can be asked for. */
export async function testMail(ctx: Ctx): Promise<ReplyOf<typeof mail.testMail>> {
  const key = `test ${newId(ctx.now)}`
  const { language } = ctx.viewer
  const shows = sentence(
    'This letter shows that Foyer can send mail. You asked for it on the page of mail in Administration.',
  )
  const letter = {
    uniqueKey: key,
    personId: ctx.viewer.personId,
    why: 'test',
    subject: say(language, sentence('A letter from Foyer')),
    text: `${say(language, shows)}\n`,
  }
  await enqueueLetter(ctx.db, letter, ctx.now)
  const found = await sql<{ id: string }>`select id from mail.letter where unique_key = ${key}`.execute(
    ctx.db,
  )
  return { letterId: found.rows[0]?.id ?? '' }
}

type Test = { state: ReplyOf<typeof mail.getMailTest>['state']; trouble: string | null }

/** What became of a test, which is seen by whoever asked for it alone. */
export async function getMailTest(
  ctx: Ctx,
  { letterId }: InputOf<typeof mail.getMailTest>,
): Promise<ReplyOf<typeof mail.getMailTest>> {
  const found = await sql<Test>`
    select state, trouble from mail.letter
    where id = ${letterId} and why = 'test' and person_id = ${ctx.viewer.personId}`.execute(ctx.db)
  const test = found.rows[0]
  if (test === undefined)
    throw refusal(
      'not-found',
      'no-such-test',
      'There is no such test. Your address may be missing in your profile.',
    )
  return { state: test.state, sentence: say(ctx.viewer.language, sentenceOf(test)) }
}

function sentenceOf({ state, trouble }: Test): Sentence {
  if (state === 'waiting') return sentence('The letter is on its way to the mail server.')
  if (state === 'sent') return sentence('The mail server took the letter. Look into your mail.')
  if (state === 'kept') return sentence('No mail server is set, so the letter lies in the mailbox.')
  return trouble === null ? sentence('The mail did not go out.') : readBack(trouble)
}
