// What the editor holds made into Markdown, block by block.
import type { Node as Block } from '@tiptap/pm/model'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item'
import { defaultHandlers, type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown'
import { isBareAddress, lineTo } from './lines-to-markdown.ts'
import { targetOf } from './suggestions.ts'
import type { LinePart, TreeNode, TreeNodeOf } from './tree.ts'

type Alignment = NonNullable<TreeNodeOf<'table'>['align']>[number]
type ItemContent = TreeNodeOf<'listItem'>['children']

const verbatim: Handle = ({ value }: TreeNodeOf<'verbatim'>) => value
// So that whatever stands before knows with which character this begins.
Object.assign(verbatim, { peek: ({ value }: TreeNodeOf<'verbatim'>) => value.charAt(0) })

const mention: Handle = (...[{ id, name }, , state, info]) =>
  // Square brackets would end the name early; no name needs them.
  `@[${state.safe(name.replaceAll(/[[\]\\\n]/g, ''), { ...info, before: '[', after: ']' })}](${targetOf(id)})`
Object.assign(mention, { peek: () => '@' })

/** An address that links to itself stands as it is where that is enough to make it a link. */
const link: Handle = (...[node, parent, state, info]) => {
  const [text, ...more] = node.children
  const standsAlone = /^[\s(*_~]?$/.test(info.before.slice(-1)) && /^\s?$/.test(info.after.charAt(0))
  const isItself = text?.type === 'text' && more.length === 0 && !node.title && text.value === node.url
  if (isItself && standsAlone && isBareAddress(node.url)) return node.url
  return defaultHandlers.link(node, parent, state, info)
}
Object.assign(link, { peek: () => '[' })

/** An underscore between letters never begins anything, and reads better without a backslash. */
const text: Handle = (...[node, parent, state, info]) =>
  defaultHandlers.text(node, parent, state, info).replaceAll(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_')

const options: Options = {
  bullet: '-',
  bulletOther: '*',
  rule: '-',
  fences: true,
  listItemIndent: 'one',
  extensions: [
    gfmStrikethroughToMarkdown(),
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmTaskListItemToMarkdown(),
  ],
  handlers: { verbatim, mention, link, text },
}

/**
 * Markdown of one block; nothing for an empty paragraph.
 * @param listBefore the Markdown of a list right before it: another list is written with another sign, as two lists of
 * one sign would be one
 */
export function blockToMarkdown(block: Block, listBefore = ''): string {
  const node = blockTo(block)
  if (node === undefined) return ''
  const sign = listSign(listBefore)
  const signs: Options = {
    ...(sign === '-' && { bullet: '*', bulletOther: '-' }),
    ...(sign === '.' && { bulletOrdered: ')' }),
  }
  return toMarkdown({ type: 'root', children: [node] }, { ...options, ...signs }).replace(/\n$/, '')
}

export function isList({ type }: Block): boolean {
  return ['bulletList', 'orderedList', 'taskList'].includes(type.name)
}

/** What tells a list from the one before it: the bullet, or the sign behind its numbers. Nothing when it is no list. */
export function listSign(markdown: string): string {
  return /^ {0,3}(?:([-*+])|\d+([.)]))/.exec(markdown)?.slice(1).join('') ?? ''
}

function blockTo(block: Block): TreeNode | undefined {
  const { attrs, type } = block
  switch (type.name) {
    case 'paragraph':
      return block.childCount === 0 ? undefined : { type: 'paragraph', children: line(block) }
    case 'heading':
      return { type: 'heading', depth: attrs.level, children: line(block) }
    case 'blockquote':
      return { type: 'blockquote', children: blocksTo(block) }
    case 'horizontalRule':
      return { type: 'thematicBreak' }
    case 'codeBlock':
      return { type: 'code', lang: attrs.language, meta: attrs.meta, value: block.textContent }
    case 'verbatim':
      return { type: 'verbatim', value: block.textContent }
    case 'table':
      return tableTo(block)
    default:
      return listTo(block)
  }
}

function line(block: Block): LinePart[] {
  return lineTo(block.children)
}

function blocksTo(block: Block): ItemContent {
  return block.children.map(blockTo).filter((each) => each !== undefined) as ItemContent
}

function listTo(list: Block): TreeNode {
  const { isLoose, start } = list.attrs
  const children = list.children.map(
    (item): TreeNodeOf<'listItem'> => ({
      type: 'listItem',
      spread: isLoose,
      ...(item.type.name === 'taskItem' && { checked: item.attrs.checked }),
      children: item.childCount === 1 && item.firstChild?.childCount === 0 ? emptyItem(item) : blocksTo(item),
    }),
  )
  if (list.type.name !== 'orderedList') return { type: 'list', ordered: false, spread: isLoose, children }
  return { type: 'list', ordered: true, start, spread: isLoose, children }
}

/** A task needs a paragraph for its box to stand in. */
function emptyItem(item: Block): ItemContent {
  return item.type.name === 'taskItem' ? [{ type: 'paragraph', children: [] }] : []
}

function tableTo(table: Block): TreeNode {
  const align = (table.firstChild?.children ?? []).map(({ attrs }): Alignment => attrs.align)
  const children = table.children.map((row) => ({
    type: 'tableRow' as const,
    children: row.children.map((cell) => ({ type: 'tableCell' as const, children: line(cell) })),
  }))
  return { type: 'table', align, children }
}
