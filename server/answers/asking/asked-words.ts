// What may be asked. Pure.
import { type Refusal, refusal } from '#platform/refusal'

const WORDS = new Intl.Segmenter('und', { granularity: 'word' })
const WORDS_MIN = 2

/** Nobody can answer a single word, nor find it again; in scripts that part no words, a dictionary parts them. */
export function whyNotAsk(title: string): Refusal | undefined {
  let words = 0
  for (const { isWordLike } of WORDS.segment(title)) if (isWordLike) words += 1
  if (words >= WORDS_MIN) return undefined
  return refusal(
    'invalid',
    'question-too-short',
    'Ask in at least two words, so that others know what you mean.',
  )
}
