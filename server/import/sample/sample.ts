// The sample company as its files tell it: everything by key, times relative to today.

import type { Role, Visibility } from '#contract/ref'
import type { PostKind, ReactionKind } from '#contract/said'
import type { Whereabouts } from '../archive.ts'

export type SampleShoes = { person: string; as: string; sees: string }

export type SamplePerson = {
  key: string
  name: string
  address: string
  title: string
  unit: string | undefined
  location: string | undefined
  country: string | undefined
  timeZone: string
  languages: string[]
  managerKey: string | undefined
  roles: Role[]
  about: string | undefined
  purpose: string | undefined
  where: Whereabouts
}

export type SampleSpace = {
  key: string
  name: string
  purpose: string
  visibility: Visibility
  isPorous: boolean
  keeperKeys: string[]
  /** Everybody in it, keepers included. */
  memberKeys: string[]
  where: Whereabouts
}

/** So many days before today, by the clock on the author's wall. */
export type SampleTime = { daysBefore: number; clock: Temporal.PlainTime }

export type SampleWords = {
  /** The same at every reading: `line-3/01-scrap` for a post, `line-3/01-scrap r2` for a reply. */
  key: string
  byKey: string
  at: SampleTime
  /** Markdown, with mentions as `@first.last`. */
  body: string
  mentionKeys: string[]
  reactions: { kind: ReactionKind; personKey: string }[]
  /** Names of files that lie in the folder `files`. */
  fileNames: string[]
  where: Whereabouts
}

export type SampleReply = SampleWords & {
  /** As other replies of the thread name it. */
  id: string
  /** Undefined where it answers the post. */
  answersId: string | undefined
}

/** How a question stands, beyond its words. */
export type SampleStanding = {
  /** The reply that its asker took for the answer, as the thread names it. */
  answerId: string | undefined
  /** In how many days from today its owner is to look at the answer again; below zero, it is out of date. */
  reviewInDays: number | undefined
  /** Who wants to know too. */
  waitingKeys: string[]
  /** Who found the answer and had not to ask, a day after each other. */
  servedKeys: string[]
}

export type SampleThread = SampleWords & {
  spaceKey: string
  title: string | undefined
  kind: PostKind
  isPinned: boolean
  standing: SampleStanding
  replies: SampleReply[]
}

export type SampleReading = { personKey: string; threadKey: string; where: Whereabouts }

export type Sample = {
  networkName: string
  shoes: SampleShoes[]
  people: SamplePerson[]
  spaces: SampleSpace[]
  threads: SampleThread[]
  readings: SampleReading[]
  /** The bytes of every file that some words bring along, by name. */
  files: ReadonlyMap<string, Buffer>
}

/** Hears what is wrong, as a sentence, and where. */
export type Complain = (where: Whereabouts, sentence: string) => void

/** The folder does not tell a company that fits together; the message names each mistake with its file and line. */
export class WrongSample extends Error {
  override name = 'WrongSample'
}
