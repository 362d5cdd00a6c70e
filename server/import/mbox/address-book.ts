// Every mailbox that an archive names, what it was called, and what the headers say of its nature.

import { sentence } from '#platform/say'
import { UnreadableArchive, type Whereabouts } from '../archive.ts'
import { type Mailbox, parseNames } from './mail-addresses.ts'
import { localPart } from './person-names.ts'

export type Sighting = {
  id: string
  isRoutable: boolean
  /** How often each name was written beside this mailbox. */
  names: Map<string, number>
  sent: number
  seen: number
  /** How many of the mails sent from it say that a machine made them. */
  sentAutomatically: number
  where: Whereabouts
}

const MAILBOXES_MAX = 1_000_000
const NAMES_PER_MAILBOX_MAX = 20

export class AddressBook {
  readonly sightings: Sighting[] = []
  /** What directory entries of the form `Doe, Jane </O=…/CN=JDOE>` say: sign-in name to person's name. */
  readonly namesByLogin = new Map<string, string>()
  #indexes = new Map<string, number>()

  /** The index of a mailbox, which is entered when it is seen for the first time. Throws UnreadableArchive when full. */
  see(mailbox: Mailbox, where: Whereabouts): number {
    let index = this.#indexes.get(mailbox.id)
    if (index === undefined) {
      if (this.sightings.length >= MAILBOXES_MAX) {
        throw new UnreadableArchive(
          sentence('The archive names more than {most} addresses; bring it in by parts.', {
            most: MAILBOXES_MAX,
          }),
        )
      }
      index = this.sightings.length
      const id = unshared(mailbox.id)
      this.#indexes.set(id, index)
      this.sightings.push({
        id,
        isRoutable: mailbox.isRoutable,
        names: new Map(),
        sent: 0,
        seen: 0,
        sentAutomatically: 0,
        where,
      })
    }
    const sighting = this.sightings[index]
    if (sighting) sighting.seen += 1
    this.nameMailbox(index, mailbox.name)
    if (mailbox.login) this.nameLogin(mailbox.login, mailbox.name)
    return index
  }

  nameMailbox(index: number, name: string | undefined): void {
    const names = this.sightings[index]?.names
    if (!name || !names || (names.size >= NAMES_PER_MAILBOX_MAX && !names.has(name))) return
    names.set(names.has(name) ? name : unshared(name), (names.get(name) ?? 0) + 1)
  }

  nameLogin(login: string, name: string | undefined): void {
    if (name && !this.namesByLogin.has(login)) this.namesByLogin.set(unshared(login), unshared(name))
  }

  /**
   * Learns from a header that lists names in the order of the addresses beside it (`X-From`, `X-To`). A list of
   * another length cannot be laid beside the addresses, and teaches sign-in names only.
   */
  learnNames(indexes: readonly number[], header: string | undefined): void {
    if (!header) return
    const entries = namesFor(indexes.length, header)
    for (const { name, login } of entries) if (login) this.nameLogin(login, name)
    if (entries.length !== indexes.length) return
    for (const [at, index] of indexes.entries()) {
      const name = entries[at]?.name
      const sighting = this.sightings[index]
      if (name && sighting && sharesWord(sighting.id, name)) this.nameMailbox(index, name)
    }
  }
}

/** Of a single mailbox even `Doe, Jane` is one name. */
function namesFor(count: number, header: string): ReturnType<typeof parseNames> {
  const entries = parseNames(header)
  const isSplit = count === 1 && entries.length === 2 && !/[@<]/.test(header)
  return isSplit ? [{ name: header.trim(), login: undefined }] : entries
}

/** A list may have lost its order on the way, so a name counts only beside an address that contains part of it. */
function sharesWord(address: string, name: string): boolean {
  const words = name.toLowerCase().match(/\p{L}{3,}/gu) ?? []
  return words.some((word) => localPart(address).includes(word))
}

/** A copy of its own: a piece cut from a header would keep the whole header in memory. */
export function unshared(text: string): string {
  return Buffer.from(text).toString()
}
