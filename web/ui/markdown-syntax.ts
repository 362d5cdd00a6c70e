// Which Markdown is understood here; the same for those who show words and for those who let them be written.
import { gfm } from 'micromark-extension-gfm'
import type { Extension } from 'micromark-util-types'
import { topicSyntax } from './topic-syntax.ts'

/** Footnotes would bring ids into other people's pages. */
const switchedOff = ['gfmFootnoteDefinition', 'gfmFootnoteCall', 'gfmPotentialFootnoteCall']

export const markdownSyntax: Extension[] = [gfm(), topicSyntax, { disable: { null: switchedOff } }]
