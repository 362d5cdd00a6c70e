// The words of one channel, in an order in which a post comes before its replies.
import type { ArchivedPerson, ArchivedWords, ArchiveLoss, Whereabouts } from '../archive.ts'
import { leftAside, lossy, skippedMessage } from '../reading/losses.ts'
import type { ZipEntry } from '../reading/zip-archive.ts'
import { jsonElements } from './json-elements.ts'
import { type Surroundings, wordsOf } from './message-words.ts'
import { readMessage, type SlackAuthor, type SlackMessage } from './read-message.ts'
import { type ChannelThreads, surveyThreads } from './survey-threads.ts'

type SpokenLine = { place: number; where: Whereabouts; message: SlackMessage; isCleanUtf8: boolean }
type OtherLine = { place: number; where: Whereabouts; flaw: string; isMessage: boolean }
type Line = SpokenLine | OtherLine

/**
 * Reads the day files of a channel twice: once to learn its threads, once to tell its words; and a third time where
 * replies stand before their post. Every element of the files is told exactly once, as words or as a loss.
 */
export async function* channelWords(
  dayFiles: readonly ZipEntry[],
  spaceKey: string,
  surroundings: Surroundings,
): AsyncIterable<ArchivedPerson | ArchivedWords | ArchiveLoss> {
  const survey = surveyThreads()
  for await (const line of linesOf(dayFiles)) if ('message' in line) survey.note(line.message, line.place)
  const threads = survey.finish()
  let hasEarlyReplies = false
  for await (const line of linesOf(dayFiles)) {
    if (!('message' in line)) {
      yield line.isMessage ? skippedMessage(line.flaw, line.where) : leftAside(line.flaw, line.where)
    } else if (threads.lastPlace(line.message.ts) !== line.place)
      yield skippedMessage('earlier version of a message', line.where)
    else if (isEarlyReply(line.message, line.place, threads)) hasEarlyReplies = true
    else yield* told(line, spaceKey, { threads, surroundings })
  }
  if (!hasEarlyReplies) return
  for await (const line of linesOf(dayFiles)) {
    if (!('message' in line) || threads.lastPlace(line.message.ts) !== line.place) continue
    if (isEarlyReply(line.message, line.place, threads))
      yield* told(line, spaceKey, { threads, surroundings })
  }
}

/** Everybody who wrote in these day files. */
export async function authorsIn(dayFiles: readonly ZipEntry[]): Promise<SlackAuthor[]> {
  const authors = new Map<string, SlackAuthor>()
  for await (const line of linesOf(dayFiles)) {
    if ('message' in line) authors.set(line.message.author.key, line.message.author)
  }
  return [...authors.values()]
}

// Lines are counted through the whole channel, so that one number tells which of two came later.
async function* linesOf(dayFiles: readonly ZipEntry[]): AsyncIterable<Line> {
  let place = 0
  for (const dayFile of dayFiles) {
    for await (const element of jsonElements(dayFile.read())) {
      place += 1
      const where = { file: dayFile.name, line: element.index }
      if ('flaw' in element) yield { place, where, flaw: element.flaw, isMessage: element.isElement }
      else {
        const message = readMessage(element.value)
        if ('skipped' in message) yield { place, where, flaw: message.skipped, isMessage: true }
        else yield { place, where, message, isCleanUtf8: element.isCleanUtf8 }
      }
    }
  }
}

function isEarlyReply(message: SlackMessage, place: number, threads: ChannelThreads): boolean {
  const post = threads.postOf(message)
  return post !== undefined && (threads.lastPlace(post) ?? 0) > place
}

function* told(
  { message, isCleanUtf8, where }: SpokenLine,
  spaceKey: string,
  { threads, surroundings }: { threads: ChannelThreads; surroundings: Surroundings },
): Iterable<ArchivedPerson | ArchivedWords | ArchiveLoss> {
  const { words, losses } = wordsOf(
    message,
    { spaceKey, postTs: threads.postOf(message), where },
    surroundings,
  )
  yield* surroundings.people.takeUnannounced()
  yield words
  yield* losses
  if (!isCleanUtf8) yield lossy('letters that are not UTF-8', where)
}
