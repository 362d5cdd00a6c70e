// The links in words whose pages can be previewed. Pure.
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal'
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'

type Tree = ReturnType<typeof fromMarkdown>
type Node = Tree | Tree['children'][number]

const PREVIEWS_MAX = 3
const URL_CHARACTERS_MAX = 2000

/** Whether there may be links at all; cheap enough for every write. */
export function mayHoldLinks(body: string): boolean {
  return body.includes('://') || body.includes('www.')
}

/** The first links of a body to pages of the web, in order, each once; none out of code or quotations. */
export function linksIn(body: string): string[] {
  if (!mayHoldLinks(body)) return []
  const tree = fromMarkdown(body, {
    extensions: [gfmAutolinkLiteral()],
    mdastExtensions: [gfmAutolinkLiteralFromMarkdown()],
  })
  return [...new Set(addressesIn(tree))].slice(0, PREVIEWS_MAX)
}

function addressesIn(node: Node): string[] {
  if (node.type === 'blockquote') return []
  const own = node.type === 'link' || node.type === 'definition' ? pageAddress(node.url) : undefined
  const inner = 'children' in node ? node.children.flatMap(addressesIn) : []
  return own === undefined ? inner : [own, ...inner]
}

function pageAddress(written: string): string | undefined {
  const url = URL.parse(written)
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return undefined
  return url.href.length <= URL_CHARACTERS_MAX ? url.href : undefined
}
