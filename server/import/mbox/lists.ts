// What the headers of a mail say of the mailing list it came through.

import { parseAddresses } from './mail-addresses.ts'
import { readable } from './mail-headers.ts'

export type ListHeaders = {
  key: string
  name: string
  /** Lower-case addresses that mail for the list is sent to. */
  addresses: string[]
}

const NAME_CHARACTERS_MAX = 120

/** Reads List-Id and List-Post (RFC 2919, RFC 2369); undefined when the mail came through no list. */
export function listOf(values: ReadonlyMap<string, string>): ListHeaders | undefined {
  const listId = readable((values.get('list-id') ?? '').slice(0, 1_000))
  const post = /mailto:([^?>\s]+)/i.exec(values.get('list-post') ?? '')?.[1]
  const addresses = parseAddresses(post && decodedAddress(post)).map((mailbox) => mailbox.id)
  const id =
    (/<([^<>]*)>/.exec(listId)?.[1] ?? listId).trim().toLowerCase() || addresses[0]?.replace('@', '.')
  if (!id) return undefined
  const phrase = listId.replace(/<[^<>]*>/g, '').replace(/^[\s"]+|[\s"]+$/g, '')
  const first = id.split('.', 1)[0] ?? id
  const guessed = /^[a-z0-9][\w-]*\.[\w.-]+$/.test(id) ? [id.replace('.', '@')] : []
  return {
    key: `list:${id.slice(0, 250)}`,
    name: (phrase || first || id).slice(0, NAME_CHARACTERS_MAX).toWellFormed(),
    addresses: addresses.length > 0 ? addresses : guessed,
  }
}

function decodedAddress(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
