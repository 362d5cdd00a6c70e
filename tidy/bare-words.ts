// Words on a screen go through `say`, so that they can be put into other languages.
import type { JSXAttribute, JSXChild, Node } from 'oxc-parser'
import { type Finding, finding, isForTesting, type Source, walk } from './source.ts'

/** Attributes, of elements and of our own components, that are read by people. */
const READ_BY_PEOPLE =
  /^(aria-(label|description|valuetext)|title|placeholder|alt|label|legend|hint|sentence|under|caption|words|submitLabel|error|note)$/
/** The same among what our own functions take: toasts, keys, choices. */
const TAKEN_FOR_PEOPLE = /^(sentence|label|legend|hint|placeholder|detail)$/
/** What stands in these is no language: a command, a key. */
const NO_LANGUAGE = /^(code|kbd)$/
/** What is the same in every language: our own name, and addresses. */
const SAME_EVERYWHERE = /^(Foyer|https?:\/\/\S*)$/

/** Words that are written into a screen as they are. */
export function bareWords(source: Source): Finding[] {
  if (!/^web\/.*\.tsx?$/.test(source.path) || isForTesting(source.path)) return []
  const found: Finding[] = []
  const judge = (words: string | undefined, start: number) => {
    const text = words?.trim() ?? ''
    if (!/\p{L}/u.test(text) || SAME_EVERYWHERE.test(text)) return
    found.push(finding(source, start, `says “${text.slice(0, 40)}” in English alone; put it through say`))
  }
  walk(source, {
    JSXElement: ({ openingElement: { name }, children }) => {
      if (name.type === 'JSXIdentifier' && NO_LANGUAGE.test(name.name)) return
      for (const child of children) for (const words of wordsIn(child)) judge(words.text, words.start)
    },
    JSXFragment: ({ children }) => {
      for (const child of children) for (const words of wordsIn(child)) judge(words.text, words.start)
    },
    JSXAttribute: (attribute) => {
      if (!READ_BY_PEOPLE.test(nameOf(attribute)) || attribute.value === null) return
      for (const words of wordsIn(attribute.value)) judge(words.text, words.start)
    },
    Property: ({ key, value }) => {
      if (key.type !== 'Identifier' || !TAKEN_FOR_PEOPLE.test(key.name)) return
      for (const words of wordsIn(value)) judge(words.text, words.start)
    },
  })
  return found
}

function nameOf({ name }: JSXAttribute): string {
  return name.type === 'JSXIdentifier' ? name.name : ''
}

/** What a part of a screen says by itself, through whichever choice. */
function wordsIn(node: JSXChild | Node): { text: string; start: number }[] {
  const { start } = node
  switch (node.type) {
    case 'JSXText':
      return [{ text: node.value, start }]
    case 'Literal':
      return typeof node.value === 'string' ? [{ text: node.value, start }] : []
    case 'TemplateLiteral':
      return node.quasis.map(({ value }) => ({ text: value.cooked ?? '', start }))
    case 'JSXExpressionContainer':
      return wordsIn(node.expression)
    case 'ConditionalExpression':
      return [...wordsIn(node.consequent), ...wordsIn(node.alternate)]
    case 'LogicalExpression':
      return wordsIn(node.right)
    default:
      return []
  }
}
