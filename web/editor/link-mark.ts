// Links: what may be linked to, and how a link stands in the editor, where it does not lead away.
import { Mark } from '@tiptap/core'

const WEB = /^https?:\/\/\S+$/i
const MAIL = /^mailto:\S+@\S+$/i
const BARE_MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const BARE_WEB = /^(?:www\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:[/?#:]\S*)?$/u

/** The address of a link to what somebody typed or pasted; undefined when it is none that a link may have. */
export function addressIn(typed: string): string | undefined {
  const text = typed.trim()
  if (WEB.test(text) || MAIL.test(text)) return text
  if (BARE_MAIL.test(text)) return `mailto:${text}`
  return BARE_WEB.test(text) ? `https://${text}` : undefined
}

/** Whether a pasted text is an address by itself, and no word with a dot in it. */
export function isWholeAddress(text: string): boolean {
  return WEB.test(text.trim()) || MAIL.test(text.trim())
}

export const LinkMark = Mark.create({
  name: 'link',
  inclusive: false,
  exitable: true,
  addAttributes: () => ({
    href: { default: '', rendered: false },
    title: { default: null, rendered: false },
  }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = element.getAttribute('href') ?? ''
        return isWholeAddress(href) ? { href } : false
      },
    },
  ],
  renderHTML: ({ mark: { attrs } }) => [
    'a',
    {
      ...(isWholeAddress(attrs.href) && { href: attrs.href }),
      title: attrs.href,
      rel: 'noopener noreferrer',
    },
    0,
  ],
})
