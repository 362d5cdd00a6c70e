// Colours are written down once, in the tokens, so that light, dark and contrast are settled in one place.
import { colourSheet } from './house-rules.ts'
import { type Finding, finding, isForTesting, type Source, walk } from './source.ts'

const inStylesheet =
  /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(|:\s*(?:white|black|red|green|blue|gray|grey)\b/gi
const inScript = /^#(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$|\b(?:rgba?|hsla?|oklch)\(\d/i

export function colourInTokens(source: Source): Finding[] {
  if (!source.path.startsWith('web/') || source.path === colourSheet || isForTesting(source.path)) return []
  const refuse = (start: number, colour: string) =>
    finding(source, start, `writes the colour ${colour}; colours live in ${colourSheet}`)
  if (source.path.endsWith('.css')) {
    const code = source.text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    return [...code.matchAll(inStylesheet)].map((match) => refuse(match.index, match[0].trim()))
  }
  const found: Finding[] = []
  walk(source, {
    Literal: ({ value, start }) => {
      if (typeof value === 'string' && inScript.test(value)) found.push(refuse(start, value))
    },
  })
  return found
}
