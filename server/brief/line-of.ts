// A card in one line, for the list of what comes next. Pure.
import type { Candidate } from '#platform/cards'

const LINE_CHARACTERS_MAX = 90
/** What is left of a character of two parts when a line is cut between them; no database takes it. */
const HALF_A_CHARACTER = /[\uD800-\uDBFF]$/

/** The subject where there is one, else the opening words; a voice or a helper is named first. */
export function lineOf(
  candidate: Pick<Candidate, 'kind' | 'title' | 'body'>,
  author: string | undefined,
): string {
  if (candidate.kind === 'reflect') return 'One minute to reflect'
  const said = candidate.title ?? plain(candidate.body)
  const named = candidate.kind === 'needs-you' || author === undefined ? said : `${author}: ${said}`
  return shortened(named)
}

function plain(markdown: string): string {
  return markdown
    .replace(/@\[([^\]]+)\]\((?:person|group):[^)]+\)/g, '$1')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`#>~]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function shortened(text: string): string {
  if (text.length <= LINE_CHARACTERS_MAX) return text
  const cut = text.slice(0, LINE_CHARACTERS_MAX)
  const whole = cut.slice(0, Math.max(cut.lastIndexOf(' '), LINE_CHARACTERS_MAX / 2))
  return `${whole.replace(HALF_A_CHARACTER, '')}…`
}
