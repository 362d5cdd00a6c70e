// What a page tells of itself: Open Graph where it has it, else its title and description. Pure.
import { Parser } from 'htmlparser2'
import type { LinkPreview } from '#contract/previews'

const TITLE_CHARACTERS_MAX = 200
const DESCRIPTION_CHARACTERS_MAX = 300
/** So much of a page is looked at for the name of its encoding, as browsers do. */
const PRESCAN_BYTES = 1024

type Page = { contentType: string; bytes: Uint8Array }
type Told = Map<string, string>

/** The preview of a page; undefined when it has no title. */
export function previewOf(url: string, page: Page): LinkPreview | undefined {
  const told = toldBy(textOf(page))
  const title = plain(told.get('og:title') ?? told.get('title'), TITLE_CHARACTERS_MAX)
  if (title === undefined) return undefined
  const described = told.get('og:description') ?? told.get('description')
  return {
    url,
    title,
    description: plain(described, DESCRIPTION_CHARACTERS_MAX) ?? null,
    siteName: plain(told.get('og:site_name'), TITLE_CHARACTERS_MAX) ?? null,
  }
}

/** The text of a page: by its byte order mark, else by what came with it, else by its own word, else as UTF-8. */
function textOf({ contentType, bytes }: Page): string {
  const stated = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1]
  const encoding = markedEncoding(bytes) ?? stated ?? ownEncoding(bytes) ?? 'utf-8'
  return decoderFor(encoding).decode(bytes)
}

function markedEncoding([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined
}

function ownEncoding(bytes: Uint8Array): string | undefined {
  const told = toldBy(new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES)))
  return told.get('charset') ?? /charset\s*=\s*"?([\w.:-]+)/i.exec(told.get('content-type') ?? '')?.[1]
}

/** A label that nobody knows is as good as none. */
function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label)
  } catch {
    return new TextDecoder()
  }
}

/** The title and the meta elements of a page; of several of a name the first counts, as others may come from its text. */
function toldBy(html: string): Told {
  const told: Told = new Map()
  const note = (name: string | undefined, value: string | undefined) => {
    const known = name?.trim().toLowerCase()
    if (known !== undefined && value !== undefined && !told.has(known)) told.set(known, value)
  }
  let title: string | undefined
  let isOver = false
  const parser = new Parser({
    onopentag: (tag, { name, property, content, charset, ...more }) => {
      if (isOver) return
      if (tag === 'title') title ??= ''
      if (tag === 'body') isOver = true
      if (tag !== 'meta') return
      note(property ?? name ?? more['http-equiv'], content)
      note('charset', charset)
    },
    ontext: (text) => {
      if (title !== undefined && !told.has('title')) title += text
    },
    onclosetag: (tag) => {
      if (tag === 'title' && !isOver) note('title', title)
    },
  })
  parser.end(html)
  return told
}

/** One line of text, without what steers terminals and the direction of writing, at most so long. */
function plain(text: string | undefined, most: number): string | undefined {
  const clean = (text ?? '')
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (clean === '') return undefined
  const characters = [...new Intl.Segmenter().segment(clean.slice(0, most * 8))]
  if (characters.length <= most) return clean
  return `${characters
    .slice(0, most)
    .map(({ segment }) => segment)
    .join('')
    .trimEnd()} …`
}
