// Message-IDs as they stand in Message-ID, In-Reply-To and References.

import { hash } from 'node:crypto'
import { withoutControls } from './mail-headers.ts'

const ID_CHARACTERS_MAX = 250
const IDS_MAX = 100

/**
 * The ids of a header in their order, without brackets. Of a chain that is too long the oldest and the last are
 * kept, which hold a thread together. A very long id is replaced by its hash.
 */
export function messageIds(header: string | undefined): string[] {
  if (!header) return []
  const bracketed = [...withoutControls(header).matchAll(/<([^<>]+)>/g)].map((match) =>
    (match[1] ?? '').replace(/\s+/g, ''),
  )
  const ids = (bracketed.length > 0 ? bracketed : bareIds(header)).filter((id) => id !== '')
  const kept = ids.length > IDS_MAX ? [...ids.slice(0, 1), ...ids.slice(1 - IDS_MAX)] : ids
  return kept.map((id) => (id.length > ID_CHARACTERS_MAX ? hash('sha256', id) : id))
}

/** Some programs leave the brackets out; words of prose around them do not contain an @. */
function bareIds(header: string): string[] {
  return withoutControls(header)
    .split(/\s+/)
    .filter((word) => /^[^\s@<>]+@[^\s@<>]+$/.test(word))
}
