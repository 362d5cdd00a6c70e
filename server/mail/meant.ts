// What mail to an address is meant to become.
import type { SpaceId } from '#contract/ref'
import type { Db } from '#platform/db'
import { type Sentence, sentence } from '#platform/say'
import { type Bound, type BoundAct, readSignedAddress } from './signed-address.ts'

export type Meant =
  | { kind: 'reply' | 'post'; bound: Bound }
  | { kind: 'act'; bound: BoundAct }
  /** To the plain address of a space, which anybody can write down: good only with a proof of who wrote. */
  | { kind: 'space'; spaceId: SpaceId }
  | { kind: 'question' }
  | { kind: 'unknown'; sentence: Sentence }

const SPACE = /^space\+([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/
const QUESTION = 'ask'

/** Whether mail to an address could mean anything, before it is read. */
export function couldMean(address: string, domain: string): boolean {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  return address.slice(at + 1) === domain && (local === QUESTION || /^(?:reply|post|space)\+./.test(local))
}

/** @param address in small letters */
export async function meaningOf(db: Db, address: string, domain: string): Promise<Meant> {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  if (address.slice(at + 1) === domain) {
    if (local === QUESTION) return { kind: 'question' }
    const spaceId = SPACE.exec(local)?.[1]
    if (spaceId !== undefined) return { kind: 'space', spaceId: spaceId as SpaceId }
    const bound = await readSignedAddress(db, local)
    if (bound !== undefined && 'act' in bound) return { kind: 'act', bound }
    if (bound !== undefined) return { kind: bound.postId === undefined ? 'post' : 'reply', bound }
  }
  const why = sentence(
    'There is no such address here. Answer a letter from Foyer, or copy the address from the page of a space.',
  )
  return { kind: 'unknown', sentence: why }
}
