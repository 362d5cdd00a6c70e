// What Markdown becomes a thing while one types it, beside what Tiptap's own parts bring: links and plain addresses.
import { Extension, InputRule } from '@tiptap/core'
import { schema } from './extensions.ts'
import { isBareAddress } from './lines-to-markdown.ts'
import { addressIn } from './link-mark.ts'

/** `[words](address)`, finished by its bracket. */
const LINK = /\[([^[\]\n]+)\]\(([^()\s]+)\)$/
/** An address with a space behind it. */
const ADDRESS = /(?:^|\s)(https?:\/\/\S*[\p{L}\p{N}/])[.,;:!?]*\s$/u

export const typingRules = Extension.create({
  name: 'typingRules',
  addInputRules: () => [
    new InputRule({
      find: LINK,
      handler: ({ state: { tr }, range, match: [, words = '', typed = ''] }) => {
        const href = addressIn(typed)
        if (href === undefined) return null
        tr.replaceWith(range.from, range.to, schema.text(words, [schema.mark('link', { href })]))
        tr.removeStoredMark(schema.mark('link', { href }).type)
        return undefined
      },
    }),
    new InputRule({
      find: ADDRESS,
      undoable: false,
      handler: ({ state, range, match: [found, address = ''] }) => {
        if (!isBareAddress(address)) return null
        const from = range.from + found.indexOf(address)
        const link = schema.mark('link', { href: address })
        // The space that finished it is typed by the rule, as the browser's own does not come any more.
        state.tr
          .addMark(from, from + address.length, link)
          .insertText(found.slice(-1), range.to)
          .removeStoredMark(link.type)
        return undefined
      },
    }),
  ],
})
