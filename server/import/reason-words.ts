// Why something of an archive was left out, changed or kept, as people read it.
import type { Language } from '#contract/language'
import { readBack, say } from '#platform/say'

/** A count with its reason, which is kept as an archive was read, in a language. */
export function reasonIn<T extends { reason: string }>(language: Language, counted: T): T {
  return { ...counted, reason: say(language, readBack(counted.reason)) }
}
