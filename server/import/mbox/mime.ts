// The one place where the MIME library comes in.

import PostalMime, { decodeWords } from 'postal-mime'

/** What a mail of several parts says; both undefined when no part is text or when it could not be taken apart. */
export type MimeText = {
  plain: string | undefined
  html: string | undefined
  attachments: number
  isBroken: boolean
}

const NESTING_MAX = 64

/** Takes a whole mail apart (headers included). Never throws. */
export async function parseMime(mail: Uint8Array): Promise<MimeText> {
  try {
    const email = await PostalMime.parse(mail, { maxNestingDepth: NESTING_MAX })
    return { plain: email.text, html: email.html, attachments: email.attachments.length, isBroken: false }
  } catch {
    return { plain: undefined, html: undefined, attachments: 0, isBroken: true }
  }
}

/** Decodes the encoded words of RFC 2047, `=?utf-8?Q?…?=`; text that only looks like them stays. */
export function decodeEncodedWords(text: string): string {
  try {
    return decodeWords(text)
  } catch {
    return text
  }
}
