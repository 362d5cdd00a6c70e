// Where messages stand in the sources: which calls say one, and what is written there.

/** A node of a syntax tree as ESTree has it, from whichever parser. */
type Node = { type: string; start: number; end: number; [name: string]: unknown }

export type Message = {
  /** Under which it stands in the catalogues: the English, after its context where it has one. */
  key: string
  english: string
  /** The call that says it. */
  start: number
  end: number
  /** The message itself within it. */
  wordsStart: number
  wordsEnd: number
}

/** Where in the sources a message is to stand, and does not stand there as one literal. */
type NoMessage = { start: number }

/** Which argument of a call is its message, and which one tells what it is said of. */
type Place = { message: number; context?: number }

/** A function that takes a message, and where it is imported from. */
type Speaker = Place & { module: RegExp; name: string }

const BROWSER = /^#browser\/say$|(^|\/)say\.ts$/
const PLATFORM = /^#platform\/say$|(^|\/)say\.ts$/
const REFUSAL = /^#platform\/refusal$|(^|\/)refusal\.ts$/

/** What of the page says something. */
export const pageSpeakers: readonly Speaker[] = [
  { module: BROWSER, name: 'say', message: 0 },
  { module: BROWSER, name: 'sayAs', message: 1, context: 0 },
  { module: BROWSER, name: 'sayWith', message: 0 },
]

/** What of the server does. */
export const serverSpeakers: readonly Speaker[] = [
  { module: PLATFORM, name: 'sentence', message: 0 },
  { module: REFUSAL, name: 'refusal', message: 2 },
]

/** Under what a message with a context stands in the catalogues. */
export function keyOf(english: string, context: string | undefined): string {
  return context === undefined ? english : `${context}|${english}`
}

/** The messages in a syntax tree, in their order, and the calls whose message cannot be looked up. */
export function messagesIn(
  program: object,
  speakers: readonly Speaker[],
): { messages: Message[]; unreadable: NoMessage[] } {
  const known = importedSpeakers(program as Node, speakers)
  const messages: Message[] = []
  const unreadable: NoMessage[] = []
  if (known.size === 0) return { messages, unreadable }
  visit(program, (node) => {
    const speaker = node.type === 'CallExpression' ? known.get(nameOf(node.callee)) : undefined
    if (speaker === undefined) return
    const message = messageOf(node, speaker)
    if (message === undefined) unreadable.push({ start: node.start })
    else messages.push(message)
  })
  return { messages, unreadable }
}

/** How a schema takes the words for what it refuses: after the bound, and ending as a sentence does. */
const BOUNDS = new Set(['length', 'max', 'min', 'refine', 'regex'])

/** The same for the contract, whose schemas say what is wrong with an input. */
export function boundMessagesIn(program: object): Message[] {
  const messages: Message[] = []
  visit(program, (node) => {
    const callee = node.type === 'CallExpression' ? (node.callee as Node) : undefined
    if (callee?.type !== 'MemberExpression' || !BOUNDS.has(nameOf(callee.property))) return
    const message = messageOf(node, { message: 1 })
    if (message?.english.endsWith('.')) messages.push(message)
  })
  return messages
}

function messageOf(call: Node, { message, context }: Place): Message | undefined {
  const given = call.arguments as Node[]
  const english = literalOf(given[message])
  const about = context === undefined ? undefined : literalOf(given[context])
  const words = given[message]
  if (words === undefined || english === undefined) return undefined
  if (context !== undefined && about === undefined) return undefined
  const place = { start: call.start, end: call.end, wordsStart: words.start, wordsEnd: words.end }
  return { key: keyOf(english, about), english, ...place }
}

/** By the name that they have in this module. */
function importedSpeakers({ body }: Node, speakers: readonly Speaker[]): Map<string, Speaker> {
  const known = new Map<string, Speaker>()
  for (const each of body as Node[]) {
    if (each.type !== 'ImportDeclaration') continue
    const from = (each.source as Node).value as string
    for (const { imported, local } of each.specifiers as { imported?: Node; local: Node }[]) {
      const speaker = speakers.find(({ module, name }) => module.test(from) && name === nameOf(imported))
      if (speaker !== undefined) known.set(nameOf(local), speaker)
    }
  }
  return known
}

function nameOf(node: unknown): string {
  const { type, name } = (node ?? {}) as Partial<Node>
  return type === 'Identifier' ? String(name) : ''
}

/** What one literal says, be it in quotes or a template without gaps. */
function literalOf(node: Node | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node?.type !== 'TemplateLiteral') return undefined
  const [only, ...others] = node.quasis as { value: { cooked: string } }[]
  return others.length === 0 ? only?.value.cooked : undefined
}

function visit(node: unknown, hear: (node: Node) => void): void {
  if (typeof node !== 'object' || node === null) return
  if (Array.isArray(node)) {
    for (const each of node) visit(each, hear)
    return
  }
  if ('type' in node && 'start' in node) hear(node as Node)
  for (const each of Object.values(node)) visit(each, hear)
}
