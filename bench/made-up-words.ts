// Text that behaves like text: a vocabulary after Zipf, messages of some forty words, now and then a request.
import { type Chance, chanceFrom, zipf } from './chance.ts'

const VOCABULARY = 20_000
const SYLLABLES = [
  ...[
    'ba',
    'cor',
    'del',
    'en',
    'fi',
    'gra',
    'hol',
    'in',
    'ka',
    'lem',
    'mo',
    'nar',
    'ol',
    'per',
    'qui',
    'ris',
  ],
  ...[
    'sa',
    'ter',
    'un',
    'ver',
    'wi',
    'xan',
    'ya',
    'zo',
    'bri',
    'clo',
    'dra',
    'est',
    'pli',
    'sto',
    'tra',
    'men',
  ],
]
// Without real requests a brief would have nothing to weigh.
const REQUESTS = [
  'Could you tell me when this is due?',
  'Can you please have a look before Friday?',
  'What do you think?',
  'Please let me know whether we go ahead.',
  'Who decides this?',
]
const WORDS_MEAN = 40
const WORDS_MAX = 600
const REQUEST_SHARE = 0.08

export type Writer = {
  /** Some paragraphs, about forty words in the mean, few long ones. */
  body: () => string
  title: () => string
  name: () => string
}

export function writerFrom(seed: number): Writer {
  const chance = chanceFrom(seed)
  const vocabulary = Array.from({ length: VOCABULARY }, () => word(chance))
  const rank = zipf(chance, { count: VOCABULARY, exponent: 1.05 })
  const next = () => vocabulary[rank()] ?? 'foyer'
  return {
    body: () => {
      // The sum of two exponential waits: few very short ones, a long tail.
      const length = Math.ceil(chance.wait(WORDS_MEAN / 2) + chance.wait(WORDS_MEAN / 2))
      const sentences = sentencesOf(chance, { words: Math.min(length, WORDS_MAX), next })
      if (chance.isLikely(REQUEST_SHARE)) sentences.push(chance.pick(REQUESTS))
      return sentences.join(' ')
    },
    title: () => capitalised(Array.from({ length: 3 + chance.below(6) }, next).join(' ')),
    name: () => `${capitalised(word(chance))} ${capitalised(word(chance))}`,
  }
}

function word(chance: Chance): string {
  return Array.from({ length: 1 + chance.below(4) }, () => chance.pick(SYLLABLES)).join('')
}

function sentencesOf(chance: Chance, { words, next }: { words: number; next: () => string }): string[] {
  const sentences: string[] = []
  for (let left = words; left > 0; ) {
    const length = Math.min(left, 4 + chance.below(14))
    sentences.push(`${capitalised(Array.from({ length }, next).join(' '))}.`)
    left -= length
  }
  return sentences
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
