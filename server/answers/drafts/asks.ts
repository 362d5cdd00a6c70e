// Whether words of a mail ask for something, as far as their form tells it. Pure.

const MARK = /[?？]/
/** Openings of those who ask without a question mark, in the languages that Foyer speaks. */
const REQUEST = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    '(?:could|can|would|will) you',
    'do(?:es)? (?:you|any(?:one|body)) know',
    'let (?:me|us) know',
    'i (?:wonder|was wondering|would like to know)|please (?:tell|explain|advise|confirm|send|let)',
    '(?:könnt?en|können|würden|wissen) sie|(?:könntest|kannst|weißt) du|weiß jemand|bitte um (?:auskunft|info\\p{L}*|rückmeldung)',
    '(?:pouvez|pourriez|savez)[- ]vous|(?:peux|pourrais|sais)[- ]tu|quelqu.un sait|merci de (?:me|nous) (?:dire|confirmer|préciser)',
    '(?:puede|podría|podrías|puedes|sabe|sabes) (?:usted|decir\\p{L}*|alguien|si|confirmar)|alguien sabe|quisiera saber',
  ].join('|')})(?![\\p{L}\\p{N}])`,
  'iu',
)
const REQUEST_JAPANESE = /教えて|でしょうか|ますか|ですか|いただけませんか|お願い(?:できますか|いたします)/
/** What is said beside a forward, without answering anything. */
const COVERING =
  /^\W*(?:fyi|fwd|as (?:discussed|requested)|see below|please (?:see|publish|share|post)|for (?:your|all|the) |zur (?:info|kenntnis)|siehe unten|z\. ?k|pour (?:info|votre|ta|ton)|voir ci-dessous|para (?:tu|su|vuestra) (?:info|conocim)|ver (?:abajo|más abajo)|参考まで|ご参考|以下(?:を|参照))/i
const THANKS =
  /^\W*(?:(?:oh|ah|wow|cool)\W+)?(?:many |great|perfect|ok(?:ay)?|super|top|merci|thanks?|thank you|thx|danke|vielen dank|gracias|muchas gracias|ありがとう\p{L}*|了解\p{L}*)/iu
const ANSWER_WORDS_MIN = 5
const THANKS_WORDS_MAX = 12

export function asks(words: string): boolean {
  return MARK.test(words) || REQUEST.test(words) || REQUEST_JAPANESE.test(words)
}

/** Whether nothing is said beside what is asked. */
export function onlyAsks(words: string): boolean {
  const parts = sentencesOf(words)
  return asks(words) && parts.every((part) => asks(part) || wordCount(part) < ANSWER_WORDS_MIN)
}

/** Thanks and an okay end a thread and answer nothing. */
export function isThanks(words: string): boolean {
  return THANKS.test(words) && wordCount(words) <= THANKS_WORDS_MAX
}

/** Whether what stands above a forwarded thread says more than that it is forwarded. */
export function mayAnswer(words: string): boolean {
  return !(asks(words) || COVERING.test(words) || isThanks(words)) && wordCount(words) >= ANSWER_WORDS_MIN
}

export function sentencesOf(words: string): string[] {
  return words
    .split(/(?<=[.!?。！？])\s+|(?<=[。！？])|\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

const SEGMENTS = new Intl.Segmenter('und', { granularity: 'word' })
const COUNTED_CHARACTERS = 400

function wordCount(words: string): number {
  let count = 0
  for (const { isWordLike } of SEGMENTS.segment(words.slice(0, COUNTED_CHARACTERS)))
    if (isWordLike) count += 1
  return count
}
