// What things may be called: kebab-case files, and no word that names nothing.
import type { BindingPattern, Span } from 'oxc-parser'
import { doers, doersAmongClasses, namesThatStay, wordlessInCode, wordlessInFiles } from './house-rules.ts'
import { type Finding, finding, type Source, walk, wordsOf } from './source.ts'

const kebabPart = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Takes any path of the house, since folders and papers have names too. */
export function kebabCase(path: string): string | undefined {
  if (/(^|\/)[A-Z]+\.md$/.test(path) || /(^|\/)\d{4}_[a-z0-9_]+\.sql$/.test(path)) return undefined
  const wrong = path.split(/[/.]/).find((part) => !kebabPart.test(part))
  return wrong === undefined ? undefined : `'${wrong}' is not kebab-case`
}

export function wordlessPath(path: string): string | undefined {
  if (path in namesThatStay) return undefined
  const words = path.split('/').flatMap(wordsOf)
  const wrong = words.find((word) => isOneOf(word, wordlessInFiles))
  return wrong === undefined ? undefined : `'${wrong}' in a path names nothing; say what it is about`
}

/** Declared names: variables, parameters, functions, types and classes; not what a library calls its properties. */
export function wordlessName(source: Source): Finding[] {
  return declaredNames(source).flatMap(({ name, start, what }) => {
    const words = wordsOf(name)
    const wrong = words.find((word) => isOneOf(word, wordlessInCode))
    if (wrong) return [finding(source, start, `'${wrong}' in '${name}' names nothing; say what it is about`)]
    const last = words.at(-1) ?? ''
    if (!isOneOf(last, refusedEndings[what])) return []
    return [finding(source, start, `'${name}' is a doer; name the act or the thing`)]
  })
}

type What = 'value' | 'type' | 'class'
type Declared = { name: string; start: number; what: What }

const refusedEndings: Record<What, readonly string[]> = { value: [], type: doers, class: doersAmongClasses }

function declaredNames(source: Source): Declared[] {
  const found: Declared[] = []
  const addPattern = (pattern: BindingPattern) => {
    for (const name of namesIn(pattern)) found.push({ ...name, what: 'value' })
  }
  const addId = (id: (Span & { name: string }) | null, what: What) => {
    if (id) found.push({ name: id.name, start: id.start, what })
  }
  walk(source, {
    VariableDeclarator: ({ id }) => addPattern(id),
    FunctionDeclaration: (node) => {
      addId(node.id, 'value')
      for (const parameter of node.params) addParameter(parameter, addPattern)
    },
    ArrowFunctionExpression: (node) => {
      for (const parameter of node.params) addParameter(parameter, addPattern)
    },
    ClassDeclaration: ({ id }) => addId(id, 'class'),
    TSInterfaceDeclaration: ({ id }) => addId(id, 'type'),
    TSTypeAliasDeclaration: ({ id }) => addId(id, 'type'),
  })
  return found
}

function addParameter(parameter: { type: string }, add: (pattern: BindingPattern) => void): void {
  if (parameter.type === 'TSParameterProperty') return
  if (parameter.type === 'RestElement')
    add((parameter as { type: string; argument: BindingPattern }).argument)
  else add(parameter as BindingPattern)
}

/** The names that a pattern binds: `{ id, author: { name } }` binds id and name. */
function namesIn(pattern: BindingPattern): { name: string; start: number }[] {
  switch (pattern.type) {
    case 'Identifier':
      return [{ name: pattern.name, start: pattern.start }]
    case 'AssignmentPattern':
      return namesIn(pattern.left)
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => {
        if (!element) return []
        return namesIn(element.type === 'RestElement' ? element.argument : element)
      })
    case 'ObjectPattern':
      // `{ old: before }` renames a library's word at once, and that is what counts.
      return pattern.properties.flatMap((property) =>
        namesIn(property.type === 'RestElement' ? property.argument : property.value),
      )
  }
}

function isOneOf(word: string, words: readonly string[]): boolean {
  return words.includes(word)
}
