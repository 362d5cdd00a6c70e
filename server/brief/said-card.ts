// What a plan keeps of a card, said in the language of whoever reads it. Plans of before there were languages keep
// plain English, which is said as it stands.
import type { Language } from '#contract/language'
import { readBack, say, sentence } from '#platform/say'
import type { PlannedCard } from './planned-card.ts'

export function saidCard(
  { kind, headline, line, facts, terms, prompt, way }: PlannedCard,
  language: Language,
) {
  const said = (kept: string) => say(language, readBack(kept))
  return {
    headline: said(headline),
    // Of all others the line is somebody's own words.
    line: kind === 'reflect' ? say(language, sentence('One minute to reflect')) : line,
    facts: facts.map(said),
    terms: terms.map((term) => ({ ...term, sentence: said(term.sentence) })),
    prompt: prompt === null ? null : said(prompt),
    way: way === undefined ? null : { ...way, label: said(way.label) },
  }
}
