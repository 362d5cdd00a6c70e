// Plain text of a mail as Markdown that shows the same words: what only looks like markup is kept from acting.

/** A line shorter than this was ended on purpose, a longer one by a program that wraps. */
const WRAPPED_CHARACTERS_MIN = 55
const LIST_ITEM = /^(?:[-*+•]|\d{1,3}[.)])\s/

/**
 * Escapes what Markdown would swallow (tags, entities) or blow up (headings, code from mere indentation) and ends
 * deliberately short lines with two blanks, so that addresses and verses keep their lines.
 */
export function textToMarkdown(text: string): string {
  const lines = text.split('\n').map(escapeLine)
  return lines.map((line, at) => (isKeptShort(line, lines[at + 1]) ? `${line}  ` : line)).join('\n')
}

function escapeLine(line: string): string {
  const bare = line.trim()
  return (
    bare
      .replace(/^•\s*/, '- ')
      .replace(/<(?=[a-z/!?])/gi, '\\<')
      // As the network writes a mention: a mail mentions those it is sent to, and nobody else.
      .replace(/@(?=\[)/g, '@\\')
      .replace(/&(?=#?\w{1,31};)/g, '\\&')
      .replace(/^(#{1,6})(?=\s|$)/, '\\$1')
      .replace(/^(=+|-+)$/, '\\$1')
      .replace(/^(~{3,}|`{3,}|>)/, '\\$1')
  )
}

function isKeptShort(line: string, next: string | undefined): boolean {
  if (line === '' || !next) return false
  return line.length < WRAPPED_CHARACTERS_MIN && !LIST_ITEM.test(next)
}
