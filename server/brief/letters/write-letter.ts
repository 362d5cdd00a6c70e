// Makes the ways to answer the cards of a letter, and puts the letter into the queue.
import type { Brief, Card } from '#contract/brief'
import type { BriefId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { actAddressesFor, enqueueLetter, type MailSettings, oneButtonLink, oneButtonLinks } from '#rooms/mail'
import { briefLetter, type CardLinks } from './brief-letter.ts'
import { actionOfWords, buttonsOf, cardOfPlainReply } from './card-ways.ts'
import { ANSWER_CARD, ASK_WHICH, FINISH_CARD, STOP_LETTERS } from './names-of-acts.ts'

/** How long the ways out of a letter work. */
const WAYS_DAYS = 30

type ToWrite = { briefId: BriefId; brief: Brief; cards: readonly Card[] }

/** In the transaction of `ctx`, whose viewer is the reader. */
export async function writeLetter(ctx: Ctx, settings: MailSettings, toWrite: ToWrite): Promise<void> {
  const { personId } = ctx.viewer
  const { baseUrl } = settings
  const { briefId, brief, cards } = toWrite
  const expiresAt = ctx.now.add({ hours: 24 * WAYS_DAYS })
  const ways = await answersOf(ctx, settings, { ...toWrite, expiresAt })
  const buttons = await buttonLinks(ctx, settings, { ...toWrite, expiresAt })
  const linksOf = new Map<string, CardLinks>(
    cards.map(({ key, words }) => [
      key,
      {
        thread:
          words === null
            ? undefined
            : `${baseUrl}/threads/${words.postId}${words.replyId === null ? '' : `/${words.replyId}`}`,
        answer: ways.answers.get(key),
        buttons: buttons.get(key) ?? [],
      },
    ]),
  )
  const stop = await oneButtonLink(ctx.db, settings, { personId, act: STOP_LETTERS, expiresAt })
  const letter = briefLetter({
    ...{ brief, cards, linksOf, stop, plainlyAnswered: cardOfPlainReply(cards) },
    page: `${baseUrl}/brief`,
    history: `${baseUrl}/brief/history`,
    settings: `${baseUrl}/brief/settings`,
    language: ctx.viewer.language,
  })
  const headers = { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
  await enqueueLetter(
    ctx.db,
    {
      ...letter,
      ...{ uniqueKey: `brief ${briefId}`, personId, why: 'brief', headers },
      ...(ways.plain !== undefined && { replyTo: ways.plain }),
    },
    ctx.now,
  )
}

type Making = ToWrite & { expiresAt: Temporal.Instant }

/** An address for each card that words do something with, and the one for a plain answer to the letter. */
async function answersOf(
  { db, viewer: { personId } }: Ctx,
  settings: MailSettings,
  { briefId, cards, expiresAt }: Making,
): Promise<{ answers: Map<string, string>; plain: string | undefined }> {
  const answerable = cards.filter((card) => actionOfWords(card) !== undefined)
  const plainly = cardOfPlainReply(cards)
  const facts = answerable.map(({ key }) => ({ briefId, cardKey: key }))
  const addresses = await actAddressesFor(db, settings, { personId, act: ANSWER_CARD, facts, expiresAt })
  if (addresses === undefined) return { answers: new Map(), plain: undefined }
  const [plain] =
    (await actAddressesFor(db, settings, {
      ...{ personId, expiresAt },
      act: plainly === undefined ? ASK_WHICH : ANSWER_CARD,
      facts: [{ briefId, ...(plainly !== undefined && { cardKey: plainly.key, isPlain: true }) }],
    })) ?? []
  return { answers: new Map(answerable.map(({ key }, index) => [key, addresses[index] ?? ''])), plain }
}

async function buttonLinks(
  { db, viewer: { personId } }: Ctx,
  settings: MailSettings,
  { briefId, cards, expiresAt }: Making,
): Promise<Map<string, CardLinks['buttons']>> {
  const wanted = cards.flatMap((card) => buttonsOf(card).map((action) => ({ cardKey: card.key, action })))
  const facts = wanted.map((each) => ({ briefId, ...each }))
  const links = await oneButtonLinks(db, settings, { personId, act: FINISH_CARD, facts, expiresAt })
  const placed = wanted.map(({ cardKey, action }, index) => ({ cardKey, action, to: links[index] ?? '' }))
  return Map.groupBy(placed, ({ cardKey }) => cardKey)
}
