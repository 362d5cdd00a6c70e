// Screens are laid out from start to end, not from left to right, so that they stand as well in languages that are
// written the other way.
import { type Finding, finding, type Source } from './source.ts'

const PHYSICAL =
  /(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b|(?:left|right)(?=\s*:)|(?:text-align|float|clear):\s*(?:left|right)\b|border-(?:top|bottom)-(?:left|right)-radius)/g

export function physicalDirection(source: Source): Finding[] {
  if (!source.path.startsWith('web/') || !source.path.endsWith('.css')) return []
  const code = source.text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
  return [...code.matchAll(PHYSICAL)].map((match) =>
    finding(
      source,
      match.index,
      `says ${match[0].trim()}; lay out from start to end (inline-start, inline-end)`,
    ),
  )
}
