// What is shown of a find: its title, and the passage of its words that says most of what was asked, with the found
// words between two marks. Pure.

/** A found word: where it stands in the text, and which word of the question it is. */
export type Mark = { start: number; end: number; place: number }

// Private-use characters cannot stand in what people type, so the page can tell a found word from any markup.
const FOUND_START = '\ue000'
const FOUND_END = '\ue001'
const STRAY_MARKS = /[\ue000\ue001]/g

const IMAGE_OR_LINK = /!?\[([^\]\n]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)/g
const FENCE_OR_RULE =
  /^[ \t]*(?:```.*|~~~.*|[-*_=]{3,}|\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?)?)[ \t]*$/gm
const LINE_MARK = /^[ \t]*(?:#{1,6}[ \t]+|(?:>[ \t]?)+|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|\d{1,3}[.)][ \t]+)/gm
const EMPHASIS = /(\*\*\*|\*\*|\*|~~|__|_|`+)(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}])/gu
const CELL = /[ \t]*\|[ \t]*/g
const ESCAPED = /\\([!-/:-@[-`{-~])/g

/** The words of Markdown in one line, without what makes them bold or a link. Code and odd markup stay as they are. */
export function plainText(markdown: string): string {
  return markdown
    .replace(STRAY_MARKS, '')
    .replace(IMAGE_OR_LINK, '$1')
    .replace(FENCE_OR_RULE, '')
    .replace(LINE_MARK, '')
    .replace(EMPHASIS, '$2')
    .replace(CELL, ' ')
    .replace(ESCAPED, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A text with its found words marked. */
export function marked(text: string, marks: readonly Mark[]): string {
  let out = ''
  let done = 0
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start)) {
    if (start < done) continue
    out += `${text.slice(done, start)}${FOUND_START}${text.slice(start, end)}${FOUND_END}`
    done = end
  }
  return out + text.slice(done)
}

/** About two lines on a desktop. */
const CHARACTERS_MAX = 240
/** How much stands before the first found word, where the text does not begin there. */
const LEAD_CHARACTERS = 60

/**
 * The passage of a text that holds the most different words of the question, then the most found words, then comes
 * first; cut between words, with an ellipsis where the text goes on.
 */
export function excerptOf(text: string, marks: readonly Mark[]): string {
  const sorted = marks.toSorted((a, b) => a.start - b.start)
  if (text.length <= CHARACTERS_MAX) return marked(text, sorted)
  const from = startOfPassage(text, bestStart(sorted))
  const until = endOfPassage(text, from)
  const inside = sorted
    .filter(({ start, end }) => start >= from && end <= until)
    .map((mark) => ({ ...mark, start: mark.start - from, end: mark.end - from }))
  const passage = marked(text.slice(from, until), inside)
  return `${from > 0 ? '… ' : ''}${passage}${until < text.length ? ' …' : ''}`
}

/** Where the first found word of the best passage stands; 0 without any. */
function bestStart(marks: readonly Mark[]): number {
  let best = { start: 0, places: 0, marks: 0 }
  for (const [index, { start }] of marks.entries()) {
    const until = start + CHARACTERS_MAX - LEAD_CHARACTERS
    const places = new Set<number>()
    let count = 0
    for (let other = index; (marks[other]?.end ?? Number.POSITIVE_INFINITY) <= until; other += 1) {
      places.add(marks[other]?.place ?? 0)
      count += 1
    }
    if (places.size > best.places || (places.size === best.places && count > best.marks)) {
      best = { start, places: places.size, marks: count }
    }
  }
  return best.start
}

/** Rather at the beginning of a sentence that is near than in the middle of one. */
function startOfPassage(text: string, firstMark: number): number {
  // The passage never begins so late that it would be short.
  const earliest = Math.max(0, Math.min(firstMark - LEAD_CHARACTERS, text.length - CHARACTERS_MAX))
  if (earliest === 0) return 0
  const lead = text.slice(earliest, Math.max(earliest, firstMark))
  const sentence = lead.search(/(?<=[.!?。！？]\s*)[^\s.!?。！？]/u)
  if (sentence > 0) return earliest + sentence
  const word = lead.search(/(?<=\s)\S/)
  return word > 0 ? earliest + word : earliest
}

function endOfPassage(text: string, from: number): number {
  const latest = from + CHARACTERS_MAX
  if (latest >= text.length) return text.length
  const lastSpace = text.slice(from, latest + 1).lastIndexOf(' ')
  // A script that parts no words has no spaces to cut at.
  return lastSpace > CHARACTERS_MAX / 2 ? from + lastSpace : latest
}
