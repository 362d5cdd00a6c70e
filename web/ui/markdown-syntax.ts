// Which Markdown is understood here: CommonMark, what GitHub added to it but for footnotes, and topics. The same for
// those who show words and for those who let them be written.
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import type { Extension } from 'micromark-util-types'
import { topicSyntax } from './topic-syntax.ts'

export const markdownSyntax: Extension[] = [
  gfmAutolinkLiteral(),
  gfmStrikethrough(),
  gfmTable(),
  gfmTaskListItem(),
  topicSyntax,
]
