// Who is named in a From, To or Cc header, in every form that forty years of mail programs have left behind.

import { readable } from './mail-headers.ts'

export type Mailbox = {
  /** The name as written, without quotes; undefined where there is none. */
  name: string | undefined
  /** What stands for the mailbox: a lower-case mail address, or an entry of a directory such as
   * `/o=acme/cn=jdoe` or `jane doe/hou/acme`. */
  id: string
  isRoutable: boolean
  /** The sign-in name that an X.500 entry ends in, lower-case. */
  login: string | undefined
}

const HEADER_CHARACTERS_MAX = 256 * 1024
/** The patterns below go over a piece more than once, so no piece may be long. */
const PIECE_CHARACTERS_MAX = 1_000
const ADDRESS = /[^\s<>"'(),;:@[\]\\]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?/i
const ADDRESS_CHARACTERS_MAX = 254
const NAME_CHARACTERS_MAX = 200

/** The mailboxes of an address header in their order; group names and pieces without an address are left out. */
export function parseAddresses(header: string | undefined): Mailbox[] {
  return piecesOf(header).flatMap((piece) => mailboxOf(piece) ?? [])
}

/**
 * The names of a header that lists names, with or without addresses (`X-To: Jane Doe, Doe, John <…>`). Each piece
 * is one entry, so that the list can be laid beside a list of addresses.
 */
export function parseNames(
  header: string | undefined,
): { name: string | undefined; login: string | undefined }[] {
  return piecesOf(header).map((piece) => {
    const mailbox = mailboxOf(piece)
    return { name: mailbox ? mailbox.name : cleanName(piece), login: mailbox?.login }
  })
}

function piecesOf(header: string | undefined): string[] {
  if (!header) return []
  const text = readable(header.slice(0, HEADER_CHARACTERS_MAX))
  const pieces = splitAtCommas(text) ?? splitAtCommas(text.replaceAll('"', '')) ?? text.split(',')
  return joinFamilyNames(
    pieces.map((piece) => piece.slice(0, PIECE_CHARACTERS_MAX).trim()).filter((piece) => piece !== ''),
  )
}

/** Splits outside of quotes, comments and angles; undefined when a quote or a bracket never closes. */
function splitAtCommas(text: string): string[] | undefined {
  const pieces: string[] = []
  let start = 0
  let closer = ''
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i]
    if (closer) {
      if (character === '\\' && closer === '"') i += 1
      else if (character === closer) closer = ''
    } else if (character === '"') closer = '"'
    else if (character === '<') closer = '>'
    else if (character === '(') closer = ')'
    else if (character === ',' || character === ';') {
      pieces.push(text.slice(start, i))
      start = i + 1
    } else if (character === ':' && isGroupName(text.slice(start, i))) start = i + 1
  }
  if (closer) return undefined
  pieces.push(text.slice(start))
  return pieces
}

/** `undisclosed-recipients:;` and `Board: a@x.org, b@x.org;` name a group before the colon. */
function isGroupName(text: string): boolean {
  return !text.includes('@') && !text.includes('/')
}

/** `Doe, Jane <…>` without quotes is one person: a piece without an address belongs to the one after it. */
function joinFamilyNames(pieces: string[]): string[] {
  const joined: string[] = []
  let waiting = ''
  for (const piece of pieces) {
    const hasAddress = piece.includes('@') || piece.includes('<') || piece.startsWith('/')
    if (!hasAddress && waiting === '') waiting = piece
    else if (!hasAddress) {
      joined.push(waiting)
      waiting = piece
    } else if (waiting !== '' && piece.includes('<') && !piece.startsWith('<')) {
      joined.push(`${waiting}, ${piece}`)
      waiting = ''
    } else {
      if (waiting !== '') joined.push(waiting)
      joined.push(piece)
      waiting = ''
    }
  }
  if (waiting !== '') joined.push(waiting)
  return joined
}

function mailboxOf(piece: string): Mailbox | undefined {
  const angle = /<([^<>]*)>[^<>]*$/.exec(piece)
  if (!angle) return bareMailbox(piece)
  const name = cleanName(piece.slice(0, angle.index))
  const inner = unwrapped((angle[1] ?? '').trim())
  const nested = inner.includes('<') ? mailboxOf(inner) : bareMailbox(inner)
  return nested && { ...nested, name: name ?? nested.name }
}

function bareMailbox(text: string): Mailbox | undefined {
  const bare = unwrapped(text.trim().replace(/^'(.*)'$/, '$1'))
  if (/^\/o=/i.test(bare)) {
    const id = bare.toLowerCase()
    return { name: undefined, id, isRoutable: false, login: /\/cn=([^/=]+)$/.exec(id)?.[1] }
  }
  const notes = /^([^<>"@/]*[^\s<>"@/])((?:\/[^/<>"@]*)*)@([\w&-]+)$/.exec(bare)
  if (notes && (notes[2] !== '' || /\s/.test(notes[1] ?? ''))) {
    return { name: cleanName(notes[1] ?? ''), id: bare.toLowerCase(), isRoutable: false, login: undefined }
  }
  const address = ADDRESS.exec(bare)?.[0].toLowerCase()
  if (!address || address.length > ADDRESS_CHARACTERS_MAX) return undefined
  const comment = /\(([^()]+)\)/.exec(bare)?.[1]
  return {
    name: comment && cleanName(comment),
    id: address,
    isRoutable: address.includes('.'),
    login: undefined,
  }
}

/** Exchange wraps foreign addresses as `IMCEANOTES-Jane+20Doe…@host`, `+` before two hex digits. */
function unwrapped(text: string): string {
  const wrapped = /^IMCEA[A-Z0-9]+-(.+)@[^@]*$/i.exec(text)?.[1]
  if (wrapped === undefined) return text
  return wrapped
    .replaceAll('_', '/')
    .replace(/\+([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function cleanName(text: string): string | undefined {
  const bare = text.replace(/\\(.)/g, '$1').replace(/^[\s"']+|[\s"']+$/g, '')
  // `Jane Doe/HOU@ACME` ends in her place in a directory; `jane@acme.com` is no name at all.
  const name = (/\s/.test(bare) ? bare.replace(/@[\w.-]+$/, '') : bare).replace(/(?:\/[\w &-]+)+$/, '').trim()
  return name === '' || name.includes('@') ? undefined : name.slice(0, NAME_CHARACTERS_MAX)
}
