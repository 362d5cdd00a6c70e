// Markdown stays the truth: a text is opened in the editor and comes out of it as it went in, but for what was changed.
import type { Node as Block } from '@tiptap/pm/model'
import { schema } from './extensions.ts'
import { blockFrom, treeOf, verbatimBlock } from './from-markdown.ts'
import { blockToMarkdown, isList, listSign } from './to-markdown.ts'

export type KeptWords = {
  doc: Block
  /** The Markdown of what the editor holds now. Blocks that are what they were keep their source to the letter. */
  markdownOf: (now: Block) => string
}

/** Opens a text; undefined when the editor could not give it back, and it has to be shown as Markdown. */
export function keepWords(markdown: string): KeptWords | undefined {
  const parts = partsOf(markdown)
  // Two blocks that share a line cannot be kept apart.
  if (parts.some(({ start }, index) => start < (parts[index - 1]?.end ?? 0))) return undefined
  const doc = docOf(parts)
  const written = joined(doc, (block, before) => blockToMarkdown(block, before))
  if (!docOf(partsOf(written)).eq(doc)) return undefined
  const sources = new WeakMap(parts.map(({ block, source }) => [block, source]))
  const sourceOf = (block: Block, before: string) => {
    const known = sources.get(block) ?? parts.find((part) => part.block.eq(block))?.source
    // Two lists of one sign in a row would become one list.
    if (known !== undefined && !(isList(block) && listSign(known) === listSign(before))) return known
    const source = blockToMarkdown(block, before)
    sources.set(block, source)
    return source
  }
  const gapOf = gapsBetween(parts, markdown)
  return {
    doc,
    markdownOf: (now) => (isSame(now, doc) ? markdown : joined(now, sourceOf, gapOf)),
  }
}

/** Whether two documents say the same; the editor ends every document with an empty paragraph to go on in. */
function isSame(now: Block, doc: Block): boolean {
  const last = now.lastChild
  const isLonger = now.childCount === doc.childCount + 1 && last?.isTextblock && last.content.size === 0
  return isLonger ? now.slice(0, now.content.size - last.nodeSize).content.eq(doc.content) : now.eq(doc)
}

/** What was pasted or stands alone: as many blocks as the text has. */
export function blocksOf(markdown: string): Block {
  return docOf(partsOf(markdown))
}

/** A block with the whole lines that it was written on, and where those begin and end. */
type Part = { block: Block; source: string; start: number; end: number }

function partsOf(markdown: string): Part[] {
  return treeOf(markdown).children.map((node) => {
    const { start, end } = node.position ?? { start: { offset: 0, column: 1 }, end: { offset: 0 } }
    const from = (start.offset ?? 0) - (start.column - 1)
    const source = markdown.slice(from, end.offset)
    const block = blockFrom(node, markdown)
    const isKnown = block !== undefined && isStable(block)
    return { block: isKnown ? block : verbatimBlock(source), source, start: from, end: end.offset ?? 0 }
  })
}

/** Whether a block comes back as what it is once it was written. */
function isStable(block: Block): boolean {
  const source = blockToMarkdown(block)
  const [node, ...more] = treeOf(source).children
  return node !== undefined && more.length === 0 && blockFrom(node, source)?.eq(block) === true
}

function docOf(parts: readonly Part[]): Block {
  const blocks = parts.map(({ block }) => block)
  return schema.node('doc', null, blocks.length === 0 ? [schema.node('paragraph')] : blocks)
}

type SourceOf = (block: Block, listBefore: string) => string
type GapOf = (block: Block | undefined, next: Block) => string | undefined

function joined(doc: Block, sourceOf: SourceOf, gapOf: GapOf = () => undefined): string {
  let markdown = ''
  let before: { block: Block; source: string } | undefined
  for (const block of doc.children) {
    const source = sourceOf(block, before !== undefined && isList(before.block) ? before.source : '')
    // An empty paragraph is nothing in Markdown.
    if (source === '') continue
    markdown += gapOf(before?.block, block) ?? (before === undefined ? '' : '\n\n')
    markdown += source
    before = { block, source }
  }
  return markdown
}

/** The empty lines that stood before a block, as long as what stands before it is what stood there. */
function gapsBetween(parts: readonly Part[], markdown: string): GapOf {
  const gaps = new WeakMap<Block, { before: Block | undefined; gap: string }>()
  parts.forEach(({ block, start }, index) => {
    const before = parts[index - 1]
    gaps.set(block, { before: before?.block, gap: markdown.slice(before?.end ?? 0, start) })
  })
  return (before, next) => {
    const kept = gaps.get(next)
    return kept?.before === before ? kept?.gap : undefined
  }
}
