// A thread that somebody forwarded, taken apart into its letters: each with who wrote it, and its own words alone. Pure.
import { splitOwnWords } from './own-words.ts'
import { type Head, openLetter } from './quoted-head.ts'
import { trimDisclaimer } from './trim-disclaimer.ts'
import { trimSignature } from './trim-signature.ts'

export type ChainLetter = Head & {
  /** Plain text, without quotes, signature and disclaimer. */
  words: string
}

/** Older letters of a longer thread are left out. */
const LETTERS_MAX = 30

/**
 * Takes a mail apart.
 * @param text its plain text
 * @param head of whoever sent it
 * @returns the sender's own words first, which may be none, and below them the letters of the thread, the latest first
 */
export function letterChain(text: string, head: Head): [ChainLetter, ...ChainLetter[]] {
  const { own, folded } = splitOwnWords(text)
  const chain: [ChainLetter, ...ChainLetter[]] = [{ ...head, words: ownWordsOf(own, head.name) }]
  let rest = folded
  while (rest !== undefined && chain.length <= LETTERS_MAX) {
    const opened = openLetter(rest)
    if (opened === undefined) break
    const split = splitOwnWords(opened.text)
    const words = ownWordsOf(split.own, opened.head.name)
    if (words !== '') chain.push({ ...opened.head, words })
    rest = split.folded
  }
  return chain
}

function ownWordsOf(own: string, name: string | undefined): string {
  return trimDisclaimer(trimSignature(trimDisclaimer(own), name)).trim()
}
