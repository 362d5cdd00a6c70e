// What is said of a card when it is read aloud, piece by piece. Pure.
import { LANGUAGE } from '#browser/language'
import { say } from '#browser/say'
import type { Card } from '#contract/brief'

/** Longer pieces are broken off by some browsers in the midst of a word. */
const CHARACTERS_MAX = 200

/**
 * A card as pieces of speech: why it is here, who speaks, and their words as plain text.
 * @returns pieces of at most 200 characters where sentences allow it, in the order in which they are spoken
 */
export function spokenPieces(card: Pick<Card, 'headline' | 'facts' | 'words' | 'prompt'>): string[] {
  const { headline, facts, words, prompt } = card
  const parts = [headline, ...facts]
  if (words !== null) {
    parts.push(say('{name} says:', { name: words.author.name }))
    if (words.title !== null) parts.push(words.title)
    parts.push(plainOf(words.body))
  }
  if (prompt !== null) parts.push(prompt)
  return parts.flatMap(piecesOf)
}

/** Markdown as one would read it to somebody: without its signs, with the words of links and without addresses. */
function plainOf(markdown: string): string {
  return markdown
    .replace(/```[\s\S]*?(```|$)/g, ` ${say('A piece of code.')} `)
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/https?:\/\/\S+/g, say('a link'))
    .replace(/^\s*(#{1,6}|[-*+>]|\d+[.)])\s+/gm, '')
    .replace(/[*_~`|]+/g, '')
}

const sentences = new Intl.Segmenter(LANGUAGE, { granularity: 'sentence' })

function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (const { segment } of sentences.segment(text.replace(/\s+/g, ' ').trim())) {
    const last = pieces.at(-1)
    if (last !== undefined && last.length + segment.length <= CHARACTERS_MAX)
      pieces[pieces.length - 1] = last + segment
    else pieces.push(segment)
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '')
}
