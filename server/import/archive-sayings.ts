// The words of an archive as rows of the network: keys become ids, and text becomes storable.
import type { ArchiveSource } from '#contract/import'
import type { PersonId, PostId, SaidId } from '#contract/ref'
import { idOf } from '#platform/ids'
import { type ArchivedWordsRow, mentionOf } from '#rooms/spaces'
import type { ArchivedFile, ArchivedWords, Whereabouts } from './archive.ts'
import type { ArchivePeople } from './archive-people.ts'
import type { ArchiveSpaces } from './archive-spaces.ts'
import { KeyTimes } from './key-times.ts'
import type { Merges } from './merges.ts'
import { storable } from './storable-text.ts'
import type { AppearanceRow } from './store.ts'

/** As readers write a mention, with the key of the archive in the place of an id. */
const KEYED_MENTION = /@\[([^\]\n]{1,120})\]\(person:([^()\s]+)\)/g
/** As readers write the name of a space, likewise. */
const KEYED_SPACE = /\[([^\]\n]{1,120})\]\(space:([^()\s]+)\)/g

const NO_INSTANT = Temporal.Instant.fromEpochMilliseconds(0)

export type Saying = {
  row: ArchivedWordsRow
  authorKey: string
  appearances: readonly AppearanceRow[]
  files: readonly ArchivedFile[]
  isPinned: boolean
  where: Whereabouts
}

/** A message that cannot come in. */
export type Unsayable = { reason: string; where: Whereabouts }

type Setting = {
  source: ArchiveSource
  people: ArchivePeople
  spaces: ArchiveSpaces
  merges: Merges
}

/** Keeps for the length of one import which message is which post or reply. */
export class ArchiveSayings {
  #seen = new KeyTimes()
  #setting: Setting

  constructor(setting: Setting) {
    this.#setting = setting
  }

  /** The rows of messages whose authors and spaces were introduced, and the messages that have no place. */
  take(words: readonly ArchivedWords[]): { sayings: Saying[]; unsayable: Unsayable[] } {
    const sayings: Saying[] = []
    const unsayable: Unsayable[] = []
    for (const each of words) {
      const taken = this.#take(each)
      if ('row' in taken) sayings.push(taken)
      else unsayable.push(taken)
    }
    return { sayings, unsayable }
  }

  #take(words: ArchivedWords): Saying | Unsayable {
    const { source, people, spaces } = this.#setting
    const { key, authorKey, where } = words
    const authorId = people.idOf(authorKey)
    const spaceId = spaces.idOf(words.spaceKey)
    if (authorId === undefined) return { reason: 'author who is not introduced', where }
    if (spaceId === undefined) return { reason: 'space that is not introduced', where }
    const id = idOf<SaidId>(source, key, words.at)
    if (!this.#seen.add(id)) return { reason: 'repeats an earlier message', where }
    const row: ArchivedWordsRow = {
      ...{ id, spaceId, authorId, at: words.at, editedAt: words.editedAt },
      threadId: this.#idOf(words.threadKey) as PostId | undefined,
      answersId: this.#idOf(words.answersKey),
      continuesId: this.#idOf(words.continuesKey),
      title: words.title === undefined ? undefined : storable(words.title),
      body: withIds(storable(words.body), { people, spaces }),
      folded: words.folded === undefined ? undefined : storable(words.folded),
      mentionIds: people.idsOf(words.mentionKeys).filter((mentioned) => mentioned !== authorId),
      reactions: words.reactions.flatMap(({ personKey, kind }) => reactionOf(people.idOf(personKey), kind)),
    }
    const { files = [], isPinned = false } = words
    const appearances = this.#appearancesIn(words)
    return { row, authorKey: storable(authorKey), appearances, files, isPinned, where }
  }

  #appearancesIn({ appearances = [] }: ArchivedWords): AppearanceRow[] {
    const { people, merges } = this.#setting
    return appearances.flatMap(({ address, personKey, part }) => {
      const personId = people.idOf(personKey)
      const isInDoubt = personId !== undefined && merges.concern({ key: personKey, id: personId })
      return isInDoubt ? [{ address: storable(address), personId, part }] : []
    })
  }

  #idOf(key: string | undefined): SaidId | undefined {
    return key === undefined
      ? undefined
      : this.#seen.find(idOf<SaidId>(this.#setting.source, key, NO_INSTANT))
  }
}

function reactionOf(personId: PersonId | undefined, kind: ArchivedWords['reactions'][number]['kind']) {
  return personId === undefined ? [] : [{ personId, kind }]
}

/** What nobody introduced becomes plain text, so that no archive can name somebody or something it does not hold. */
function withIds(body: string, { people, spaces }: Pick<Setting, 'people' | 'spaces'>): string {
  if (!body.includes('](person:') && !body.includes('](space:')) return body
  return body
    .replace(KEYED_MENTION, (_, name: string, key: string) => {
      const id = people.idOf(key)
      return id === undefined ? `@${name}` : mentionOf({ id, name })
    })
    .replace(KEYED_SPACE, (_, name: string, key: string) => {
      const id = spaces.idOf(key)
      return id === undefined ? name : `[${name}](/spaces/${id})`
    })
}
