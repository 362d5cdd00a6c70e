// What the editor knows beside Tiptap's own nodes: line breaks, people, files, and Markdown that it leaves alone.
import { Mark, Node } from '@tiptap/core'

/** Parts of a line that may stand wherever text may, but for line breaks. */
export const LINE_CONTENT = '(text | personMention | picture)*'

/**
 * The end of a line within a paragraph. A soft one was a plain line end in Markdown, a hard one is written with a
 * backslash; both are kept as they were.
 */
export const LineBreak = Node.create({
  name: 'lineBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  addAttributes: () => ({ isSoft: { default: false, rendered: false } }),
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    const breakLine = () =>
      this.editor.commands.first(({ commands }) => [
        () => commands.exitCode(),
        () => commands.insertContent({ type: this.name }),
      ])
    return { 'Shift-Enter': breakLine }
  },
})

/** Somebody who is mentioned: `@[Name](person:<id>)`, or a group, whose id begins with `group:`. */
export const PersonMention = Node.create({
  name: 'personMention',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () => ({
    id: { default: '', parseHTML: (element) => element.dataset.person ?? '', rendered: false },
    name: { default: '', parseHTML: (element) => element.textContent.replace(/^@/, ''), rendered: false },
  }),
  parseHTML: () => [{ tag: 'span[data-person]' }],
  renderHTML: ({ node }) => ['span', { 'data-person': node.attrs.id }, `@${node.attrs.name}`],
  renderText: ({ node }) => `@${node.attrs.name}`,
})

/** A picture that was uploaded: `![name](file:<id>)`. One from elsewhere is no picture here; see VerbatimText. */
export const Picture = Node.create({
  name: 'picture',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes: () => ({
    fileId: { default: '', parseHTML: (element) => element.dataset.file ?? '', rendered: false },
    name: { default: '', parseHTML: (element) => element.getAttribute('alt') ?? '', rendered: false },
    title: { default: null, rendered: false },
  }),
  parseHTML: () => [{ tag: 'img[data-file]' }],
  renderHTML: ({ node: { attrs } }) => [
    'img',
    { 'data-file': attrs.fileId, src: `/files/${attrs.fileId}/file?width=1280`, alt: attrs.name },
  ],
  renderText: ({ node }) => node.attrs.name,
})

/** A block of Markdown that the editor cannot show as what it is. It stands there as it was written. */
export const Verbatim = Node.create({
  name: 'verbatim',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  parseHTML: () => [{ tag: 'pre[data-verbatim]', preserveWhitespace: 'full' }],
  renderHTML: () => ['pre', { 'data-verbatim': '' }, 0],
})

/** The same within a line: HTML, pictures from elsewhere, and a # that was meant to start no topic. */
export const VerbatimText = Mark.create({
  name: 'verbatimText',
  inclusive: false,
  code: true,
  parseHTML: () => [{ tag: 'samp[data-verbatim]' }],
  renderHTML: () => ['samp', { 'data-verbatim': '' }, 0],
})
