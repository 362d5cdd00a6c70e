// Voices outside the reader's line that the reader has not heard, drawn by chance: this room's offer to the brief.
import type { SaidId } from '#contract/ref'
import type { Candidate, CardSource, Drawn, DrawQuestion } from '#platform/cards'
import { type DrawnVoice, drawVoices } from './draw-voices.ts'
import { type PoolVoice, readPlaces, readPool, readWords } from './read-pool.ts'
import { placesOf, strataOf, stratumOf } from './strata.ts'

/** As many as a brief has room for beside the rest; who is not drawn today may be tomorrow. */
const DRAWN_MAX = 16

export const voicesCards: CardSource = async (question: DrawQuestion) => {
  const pool = await readPool(question)
  if (pool.length === 0) return []
  const strata = strataOf(await readPlaces(question, placesOf(pool)), pool)
  const voices = pool.map((voice) => ({
    ...voice,
    key: `unheard:${voice.postId}`,
    stratum: stratumOf(voice),
  }))
  const drawn = drawVoices({ seed: question.seed, voices, strata, most: DRAWN_MAX })
  const words = await readWords(
    question,
    drawn.map(({ voice }) => voice.postId),
  )
  return drawn.flatMap((each): Candidate[] => {
    const { voice } = each
    const said = words.get(voice.postId)
    if (said === undefined) return []
    return [
      {
        key: voice.key,
        kind: 'unheard',
        postId: voice.postId,
        replyId: undefined,
        saidId: voice.postId as string as SaidId,
        authorId: voice.authorId,
        at: voice.at,
        title: said.title ?? undefined,
        body: said.body,
        prompt: undefined,
        actions: ['answer', 'ask-more', 'route', 'thank', 'save', 'later', 'not-for-me'],
        facts: { neverHeard: true, waiting: voice.worthCount },
        drawn: drawnOf(each, strata.get(voice.stratum)?.silentDays ?? 0),
      },
    ]
  })
}

/** How it came to be drawn, for the brief to keep and to say. */
function drawnOf(
  { voice, weight, drawnFrom }: DrawnVoice<PoolVoice & { key: string; stratum: string }>,
  silentDays: number,
): Drawn {
  const { unit, site, level, distance } = voice
  return { stratum: { unit, site, level, distance }, weight, drawnFrom, silentDays }
}
