// What kind of file some bytes are. The bytes alone say it: a name and a browser can say anything.
import { fileTypeFromBuffer } from 'file-type'
import { type Refusal, refusal } from '#platform/refusal'

const NO_TYPE = 'application/octet-stream'
const TEXT = 'text/plain'

/** Those that are written anew and that every browser shows. */
const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'])

/** What a browser may show at its own address; everything else is only ever saved. */
const SHOWN = new Set([
  ...PICTURES,
  ...[TEXT, 'audio/mpeg', 'audio/ogg', 'audio/wav', 'audio/flac', 'audio/x-m4a', 'audio/mp4'],
  ...['video/mp4', 'video/webm', 'video/ogg'],
])

/** Formats that a browser may take for a page or a script. */
const MIGHT_RUN = /html|xml|svg|script|xsl|mathml|shockwave|x-mimearchive|message\/rfc822/i
/** Zip archives of parts, which no browser opens. */
const OFFICE = /^application\/vnd\.openxmlformats-officedocument\./
const MARKUP_ENDING = /\.(x?html?|shtml|svgz?|xml|xslt?|mht(ml)?|hta|xht|rdf|mathml)$/i

/**
 * The type of a file.
 * @param head its first bytes, at most 64 kB
 * @returns a media type; `application/octet-stream` for what is unknown or what a browser might run
 */
export async function contentTypeOf(head: Uint8Array, name: string): Promise<string> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined)
  if (found === undefined) return isPlainText(head) && !isMarkup(head, name) ? TEXT : NO_TYPE
  // Its first picture is all that is kept of an animated PNG.
  if (found.mime === 'image/apng') return 'image/png'
  const bare = found.mime.replace(/;.*/, '')
  return MIGHT_RUN.test(bare) && !OFFICE.test(bare) ? NO_TYPE : bare
}

export function isPicture(contentType: string): boolean {
  return PICTURES.has(contentType)
}

/** How a file goes out: its type with the charset, and whether a browser may show it. */
export function servedAs(contentType: string): { contentType: string; disposition: 'inline' | 'attachment' } {
  return {
    contentType: contentType === TEXT ? 'text/plain; charset=utf-8' : contentType,
    disposition: SHOWN.has(contentType) ? 'inline' : 'attachment',
  }
}

/** Pictures that cannot be written anew would show where they were taken to everybody who gets them. */
export function whyNotKeep(contentType: string): Refusal | undefined {
  if (!/^image\/hei[cf]/.test(contentType)) return undefined
  return refusal(
    'invalid',
    'picture-heic',
    'Pictures in the HEIC format cannot be cleaned of where they were taken. Send this one as JPEG.',
  )
}

/** Whether bytes are text in UTF-8, cut off anywhere, without control characters that no text has. */
function isPlainText(head: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
    return !/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text)
  } catch {
    return false
  }
}

/** Markup begins with a tag, a comment or a declaration; a name that says so is believed too. */
function isMarkup(head: Uint8Array, name: string): boolean {
  const text = new TextDecoder().decode(head)
  return MARKUP_ENDING.test(name) || /^\s*</.test(text) || /<(html|script|svg|body|iframe)[\s>/]/i.test(text)
}
