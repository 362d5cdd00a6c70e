// The addresses that a reader counted to people by more than what the archive says outright.

import type { PersonId } from '#contract/ref'

/** An address that was counted to a person, and what showed it. */
export type Merge = { personKey: string; address: string; evidence: string }

/** Filled by a reader before its first record comes. */
export class Merges {
  readonly all: Merge[] = []
  #earlier: ReadonlySet<PersonId>
  #evidence = new Map<string, string>()
  #personKeys = new Set<string>()

  /** @param earlier the people whom earlier imports gave addresses on evidence */
  constructor(earlier: ReadonlySet<PersonId>) {
    this.#earlier = earlier
  }

  add({ personKey, address, evidence }: Merge): void {
    this.all.push({ personKey, address, evidence })
    this.#evidence.set(`${personKey}\n${address}`, evidence)
    this.#personKeys.add(personKey)
  }

  /** What showed that an address is a person's; undefined when the archive says so itself. */
  evidenceOf(personKey: string, address: string): string | undefined {
    return this.#evidence.get(`${personKey}\n${address}`)
  }

  /** Whether a person was given any address on evidence, now or earlier. */
  concern(person: { key: string; id: PersonId }): boolean {
    return this.#personKeys.has(person.key) || this.#earlier.has(person.id)
  }
}
