// What stands prepared for somebody, read and laid over the plan of their brief.
import type { PersonId, SaidId } from '#contract/ref'
import type { CardWords } from '#contract/said'
import type { Db } from '#platform/db'
import { sentence, writtenDown } from '#platform/say'
import { readCardWords } from '#rooms/spaces'
import { lineOf } from '../line-of.ts'
import type { Plan, PlannedCard } from '../planned-card.ts'
import { ACTION_SECONDS, countWords, secondsOf } from '../reading-time.ts'
import { applyPreparation, type Preparation } from './apply-preparation.ts'
import { pinnedKeyOf } from './preparing.ts'
import type { KeptPart } from './store.ts'

type Question = {
  executiveId: PersonId
  minutes: number
  wordsPerMinute: number
}

/** The plan with what delegates prepared; the same plan where nobody did. */
export async function withPreparation(
  db: Db,
  { parts, ...question }: Question & { parts: readonly KeptPart[] },
  plan: Plan,
): Promise<Plan> {
  if (parts.length === 0) return plan
  const pins = parts.filter(({ part }) => part === 'pin')
  const words = await readCardWords(
    db,
    question.executiveId,
    pins.map(({ saidId }) => saidId),
  )
  const pinned = pins.flatMap((pin): PlannedCard[] => {
    const said = words.get(pin.saidId)
    return said === undefined ? [] : [pinnedCard(said, { by: pin.by.name, ...question })]
  })
  return applyPreparation(plan, { pinned, ...choicesIn(parts) }, question.minutes * 60)
}

function choicesIn(parts: readonly KeptPart[]): Pick<Preparation, 'places' | 'removed'> {
  const places = new Map<SaidId, number>()
  const removed = new Map<SaidId, { byId: PersonId; reason: string }>()
  for (const { saidId, part, by, body, place } of parts) {
    if (part === 'place' && place !== null) places.set(saidId, place)
    if (part === 'leave-out' && body !== null) removed.set(saidId, { byId: by.id, reason: body })
  }
  return { places, removed }
}

/** What was put to somebody by a delegate, where nothing else brought it. */
function pinnedCard(
  words: CardWords,
  { by, wordsPerMinute }: { by: string; wordsPerMinute: number },
): PlannedCard {
  const { saidId, postId, replyId, title, body, author } = words
  const kind = 'needs-you'
  return {
    key: pinnedKeyOf(saidId),
    kind,
    saidId,
    postId,
    replyId,
    headline: writtenDown(sentence('Put to you by {by}', { by })),
    line: lineOf({ kind, title: title ?? undefined, body }, author.name),
    facts: [],
    terms: [],
    seconds: secondsOf({
      words: countWords(title ?? '') + countWords(body),
      actionSeconds: ACTION_SECONDS[kind],
      wordsPerMinute,
    }),
    prompt: null,
    actions: ['answer', 'ask-more', 'route', 'thank', 'save', 'later', 'not-for-me'],
  }
}
