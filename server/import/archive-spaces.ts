// The spaces of an archive. A private conversation comes in with the first new words in it, so that an archive read
// again leaves no empty ones behind; a space with a name comes in even when nobody spoke there.
import type { ArchiveSource } from '#contract/import'
import type { SpaceId } from '#contract/ref'
import type { Db } from '#platform/db'
import { idOf } from '#platform/ids'
import {
  type ArchivedSpaceRow,
  type ArchivedWordsRow,
  addArchivedSpaces,
  conversationIdOf,
} from '#rooms/spaces'
import type { ArchivedSpace } from './archive.ts'
import type { ArchivePeople } from './archive-people.ts'
import type { Brought } from './brought.ts'
import { storable } from './storable-text.ts'

const NO_INSTANT = Temporal.Instant.fromEpochMilliseconds(0)

export type SpaceCounts = { named: number; conversations: number; fresh: number }

type Setting = { source: ArchiveSource; at: Temporal.Instant; people: ArchivePeople }

export class ArchiveSpaces {
  readonly counts: SpaceCounts = { named: 0, conversations: 0, fresh: 0 }
  #ids = new Map<string, SpaceId>()
  /** Read, and not yet written. */
  #waiting = new Map<SpaceId, ArchivedSpaceRow>()
  #known = new Set<SpaceId>()
  #setting: Setting

  constructor(setting: Setting) {
    this.#setting = setting
  }

  idOf(key: string): SpaceId | undefined {
    return this.#ids.get(key)
  }

  /** Takes spaces in whose members were introduced. */
  take(spaces: readonly ArchivedSpace[]): void {
    for (const space of spaces) {
      const row = this.#rowOf(space)
      this.#ids.set(space.key, row.id)
      const waiting = this.#waiting.get(row.id)
      const memberIds = [...new Set([...(waiting?.memberIds ?? []), ...row.memberIds])]
      this.#waiting.set(row.id, { ...row, memberIds })
      // A space may be told again with more members.
      if (this.#known.has(row.id)) continue
      this.#known.add(row.id)
      this.counts[row.name === undefined ? 'conversations' : 'named'] += 1
    }
  }

  /**
   * Writes those with a name, and the conversations in which something new is said.
   * @returns what was not there before
   */
  async write(db: Db, words: readonly ArchivedWordsRow[]): Promise<Brought[]> {
    const used = new Set(words.map((each) => each.spaceId))
    const rows = [...this.#waiting.values()].filter((row) => row.name !== undefined || used.has(row.id))
    const { spaceIds, members, follows } = await addArchivedSpaces(db, rows)
    this.counts.fresh += spaceIds.length
    for (const { id } of rows) this.#waiting.delete(id)
    const inSpace = (what: 'member' | 'follow') => (row: (typeof members)[number]) =>
      ({ what, subjectId: row.spaceId, personId: row.personId }) as const
    return [
      ...spaceIds.map((subjectId) => ({ what: 'space' as const, subjectId })),
      ...members.map(inSpace('member')),
      ...follows.map(inSpace('follow')),
    ]
  }

  #rowOf({ key, name, purpose, visibility, memberKeys, createdAt }: ArchivedSpace): ArchivedSpaceRow {
    const { source, people, at } = this.#setting
    const memberIds = people.idsOf(memberKeys)
    const isShared = name === undefined && memberIds.length > 0
    return {
      id: isShared ? conversationIdOf(memberIds) : idOf<SpaceId>(`${source}:space`, key, NO_INSTANT),
      name: name === undefined ? undefined : storable(name),
      purpose: purpose === undefined ? undefined : storable(purpose),
      visibility,
      memberIds,
      createdAt: createdAt ?? at,
    }
  }
}
