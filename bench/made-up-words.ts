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
  /** Some paragraphs, about forty words in the mean, few long ones; the same for the same state of chance. */
  body: (chance: Chance) => string
  title: (chance: Chance) => string
  name: (chance: Chance) => string
}

/** @param seed of the vocabulary; what is said with it is up to the chance that each call is given */
export function writerFrom(seed: number): Writer {
  const ofWords = chanceFrom(seed)
  const vocabulary = Array.from({ length: VOCABULARY }, () => word(ofWords))
  const rank = zipf({ count: VOCABULARY, exponent: 1.05 })
  const next = (chance: Chance) => vocabulary[rank(chance)] ?? 'foyer'
  return {
    body: (chance) => {
      // The sum of two exponential waits: few very short ones, a long tail.
      const length = Math.ceil(chance.wait(WORDS_MEAN / 2) + chance.wait(WORDS_MEAN / 2))
      const words = Math.min(length, WORDS_MAX)
      const sentences = sentencesOf(chance, { words, next: () => next(chance) })
      if (chance.isLikely(REQUEST_SHARE)) sentences.push(chance.pick(REQUESTS))
      return sentences.join(' ')
    },
    title: (chance) => capitalised(Array.from({ length: 3 + chance.below(6) }, () => next(chance)).join(' ')),
    name: (chance) => `${capitalised(word(chance))} ${capitalised(word(chance))}`,
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
