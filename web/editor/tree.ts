// Markdown as a tree: the names of its nodes, and those that are ours.
import type { fromMarkdown } from 'mdast-util-from-markdown'

declare module 'mdast' {
  interface TopicWord extends Literal {
    type: 'topic'
  }
  /** What is written as it is. */
  interface VerbatimWords extends Literal {
    type: 'verbatim'
  }
  interface PersonMentioned extends Node {
    type: 'mention'
    id: string
    name: string
  }
  interface PhrasingContentMap {
    topic: TopicWord
    verbatim: VerbatimWords
    mention: PersonMentioned
  }
  interface RootContentMap {
    topic: TopicWord
    verbatim: VerbatimWords
    mention: PersonMentioned
  }
}

export type Tree = ReturnType<typeof fromMarkdown>
export type TreeNode = Tree['children'][number]
export type TreeNodeOf<Type extends TreeNode['type']> = Extract<TreeNode, { type: Type }>
/** What stands in a line. */
export type LinePart = TreeNodeOf<'paragraph'>['children'][number]
