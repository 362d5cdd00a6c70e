// Forms of the language that the house does without: a thing has one name, and types vanish when a source is run.
import { type Finding, finding, type Source, walk } from './source.ts'

export function plainForm(source: Source): Finding[] {
  const found: Finding[] = []
  const refuse = (start: number, sentence: string) => found.push(finding(source, start, sentence))
  walk(source, {
    ExportDefaultDeclaration: ({ start }) => refuse(start, 'a default export has no name; export it by name'),
    ExportSpecifier: ({ exported, start }) => {
      if (exported.type === 'Identifier' && exported.name === 'default')
        refuse(start, 'a default export has no name')
    },
    TSEnumDeclaration: ({ start }) =>
      refuse(start, 'an enum; a union of words or an `as const` list says the same'),
  })
  return found
}
