// Markdown made into what the editor holds. What the editor does not know stands in it as it was written.
import { type Node as Block, Fragment } from '@tiptap/pm/model'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { markdownSyntax } from '../ui/markdown-syntax.ts'
import { schema } from './extensions.ts'
import { lineFrom } from './lines-from-markdown.ts'
import type { LinePart, Tree, TreeNode, TreeNodeOf } from './tree.ts'

/** Markdown as a tree, read exactly as the page reads it that shows it. */
export function treeOf(markdown: string): Tree {
  return fromMarkdown(markdown, {
    extensions: markdownSyntax,
    mdastExtensions: [
      // Without its second search for addresses, which the page does not make either.
      { ...gfmAutolinkLiteralFromMarkdown(), transforms: [] },
      gfmStrikethroughFromMarkdown(),
      gfmTableFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
      {
        enter: {
          topic(token) {
            this.enter({ type: 'topic', value: this.sliceSerialize(token) }, token)
          },
        },
        exit: {
          topic(token) {
            this.exit(token)
          },
        },
      },
    ],
  })
}

/** A block of the tree; undefined when there is something in it that the editor does not know. */
export function blockFrom(node: TreeNode, markdown: string): Block | undefined {
  const line = (content: readonly LinePart[]) => lineFrom(content, markdown)
  switch (node.type) {
    case 'paragraph':
      return made('paragraph', null, line(node.children))
    case 'heading':
      return made('heading', { level: node.depth }, line(node.children))
    case 'blockquote':
      return made('blockquote', null, blocksFrom(node.children, markdown))
    case 'thematicBreak':
      return made('horizontalRule', null, [])
    case 'code':
      return codeFrom(node)
    case 'list':
      return listFrom(node, markdown)
    case 'table':
      return tableFrom(node, line)
    default:
      return undefined
  }
}

/** A block that stands as it was written. */
export function verbatimBlock(source: string): Block {
  return schema.node('verbatim', null, source === '' ? [] : [schema.text(source)])
}

function blocksFrom(nodes: readonly TreeNode[], markdown: string): Block[] | undefined {
  const blocks = nodes.map((node) => blockFrom(node, markdown))
  if (blocks.includes(undefined)) return undefined
  return blocks.length === 0 ? [schema.node('paragraph')] : (blocks as Block[])
}

function codeFrom({ value, lang, meta }: TreeNodeOf<'code'>): Block | undefined {
  const text = value === '' ? [] : [schema.text(value)]
  return made('codeBlock', { language: lang ?? null, meta: meta ?? null }, text)
}

function listFrom(list: TreeNodeOf<'list'>, markdown: string): Block | undefined {
  const isTasks = !list.ordered && list.children.every(({ checked }) => typeof checked === 'boolean')
  if (!isTasks && list.children.some(({ checked }) => typeof checked === 'boolean')) return undefined
  const items = list.children.map((item) => itemFrom(item, { isTasks, markdown }))
  const isLoose = Boolean(list.spread) || list.children.some(({ spread }) => spread)
  if (list.ordered) return made('orderedList', { isLoose, start: list.start ?? 1 }, items)
  return made(isTasks ? 'taskList' : 'bulletList', { isLoose }, items)
}

function itemFrom(
  item: TreeNodeOf<'listItem'>,
  { isTasks, markdown }: { isTasks: boolean; markdown: string },
) {
  const blocks = blocksFrom(item.children, markdown)
  return isTasks ? made('taskItem', { checked: item.checked }, blocks) : made('listItem', null, blocks)
}

type LineOf = (content: readonly LinePart[]) => Block[] | undefined

function tableFrom({ align, children }: TreeNodeOf<'table'>, line: LineOf): Block | undefined {
  const columns = align?.length ?? 0
  // Cells beyond the last column are not shown, and would be lost.
  if (children.some((row) => row.children.length > columns)) return undefined
  const rows = children.map((row, rowIndex) => {
    const cells = Array.from({ length: columns }, (_, column) =>
      made(
        rowIndex === 0 ? 'tableHeader' : 'tableCell',
        { align: align?.[column] ?? null },
        line(row.children[column]?.children ?? []),
      ),
    )
    return made('tableRow', null, cells)
  })
  return made('table', null, rows)
}

/** Undefined when the content is, or one of its parts, or when it may not stand there. */
function made(
  name: string,
  attributes: Record<string, unknown> | null,
  content: readonly (Block | undefined)[] | undefined,
): Block | undefined {
  const type = schema.nodes[name]
  if (type === undefined || content === undefined || content.includes(undefined)) return undefined
  const fragment = Fragment.from(content as Block[])
  return type.validContent(fragment) ? type.create(attributes, fragment) : undefined
}
