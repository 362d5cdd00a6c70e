// Shows which words name topics while one writes; they stay plain text.
import type { Node as Block } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { topicsIn } from '../ui/topic-syntax.ts'
import { isLiteral } from './lines.ts'

export function topicColours(): Plugin {
  const key = new PluginKey<DecorationSet>('topicColours')
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, { doc }) => topicsOf(doc),
      apply: (change, known) => (change.docChanged ? topicsOf(change.doc) : known),
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

function topicsOf(doc: Block): DecorationSet {
  const found: Decoration[] = []
  doc.descendants((node, position, parent) => {
    if (!node.isText || isLiteral(node) || parent?.type.spec.code) return
    if (node.marks.some(({ type }) => type.name === 'link')) return
    for (const { start, end } of topicsIn(node.text ?? '')) {
      found.push(Decoration.inline(position + start, position + end, { 'data-topic': '' }))
    }
  })
  return DecorationSet.create(doc, found)
}
