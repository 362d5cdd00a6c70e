// Whether the parts of the sample company fit together: whatever is named is there, whoever says something may say it
// there, and nobody answers before the question.

import { filesPlacedIn } from './mentions.ts'
import type { Complain, Sample, SamplePerson, SampleSpace, SampleThread, SampleWords } from './sample.ts'
import { spokenAt } from './times.ts'

type Known = {
  sample: Sample
  people: ReadonlyMap<string, SamplePerson>
  spaces: ReadonlyMap<string, SampleSpace>
  complain: Complain
}

/** As many as a space has room for. */
const PINNED_MAX = 10

/** Any day will do to see what comes before what. */
const SOME_DAY = Temporal.PlainDate.from('2026-06-17')

/** Complains about everything that does not fit. */
export function checkSample(sample: Sample, complain: Complain): void {
  const people = new Map(sample.people.map((person) => [person.key, person]))
  const spaces = new Map(sample.spaces.map((space) => [space.key, space]))
  const known = { sample, people, spaces, complain }
  complainOfTwins(known)
  complainOfManagers(known)
  complainOfShoes(known)
  for (const thread of sample.threads) complainOfThread(known, thread)
  complainOfPins(known)
  complainOfReadings(known)
  complainOfFiles(known)
}

function complainOfTwins({ sample, complain }: Known): void {
  const twins = [
    ...sample.people.map(({ key, where }) => ({ what: `the key ${key}`, where })),
    ...sample.people.map(({ address, where }) => ({ what: `the address ${address}`, where })),
    ...sample.spaces.map(({ key, where }) => ({ what: `the space ${key}`, where })),
  ]
  const seen = new Set<string>()
  for (const { what, where } of twins) {
    if (seen.has(what)) complain(where, `There is ${what} already.`)
    seen.add(what)
  }
}

function complainOfManagers({ sample, people, complain }: Known): void {
  for (const { key, managerKey, where } of sample.people) {
    if (managerKey !== undefined && !people.has(managerKey))
      complain(where, `The manager ${managerKey} is nobody.`)
    const line = new Set([key])
    let above = managerKey
    while (above !== undefined && !line.has(above)) {
      line.add(above)
      above = people.get(above)?.managerKey
    }
    if (above === key) complain(where, `${key} would report to themselves, through ${managerKey}.`)
  }
}

function complainOfShoes({ sample, people, complain }: Known): void {
  const where = { file: 'network.json', line: 1 }
  const given = new Set<string>()
  for (const { person } of sample.shoes) {
    if (!people.has(person)) complain(where, `The shoes of ${person} are nobody's.`)
    if (given.has(person)) complain(where, `The shoes of ${person} stand there twice.`)
    given.add(person)
  }
  const isKept = sample.shoes.some(({ person }) => people.get(person)?.roles.includes('guest') === false)
  if (!isKept) complain(where, 'There are shoes of guests alone, and a guest cannot leave the sample.')
}

function complainOfThread(known: Known, thread: SampleThread): void {
  const { spaces, complain } = known
  const space = spaces.get(thread.spaceKey)
  if (space === undefined) {
    complain(thread.where, `There is no space ${thread.spaceKey}.`)
    return
  }
  complainOfWords(known, thread, space)
  complainOfStanding(known, thread, space)
  const saidAt = new Map([['', instantOf(known, thread)]])
  for (const reply of thread.replies) {
    complainOfWords(known, reply, space)
    const at = instantOf(known, reply)
    const before = saidAt.get(reply.answersId ?? '')
    if (at !== undefined && before !== undefined && Temporal.Instant.compare(at, before) <= 0) {
      complain(reply.where, `This is said before what it answers.`)
    }
    saidAt.set(reply.id, at)
  }
}

function complainOfStanding(known: Known, thread: SampleThread, space: SampleSpace): void {
  const { answerId, reviewInDays, waitingKeys, servedKeys } = thread.standing
  const { complain } = known
  const isAsked = answerId !== undefined || waitingKeys.length > 0
  if (isAsked && thread.kind !== 'question') complain(thread.where, 'Only a question has an answer.')
  if (answerId !== undefined && !thread.replies.some(({ id }) => id === answerId))
    complain(thread.where, `No reply is called ${answerId}.`)
  if (reviewInDays !== undefined && answerId === undefined)
    complain(thread.where, 'Without an answer there is nothing to look at again.')
  if (servedKeys.length > 0 && answerId === undefined)
    complain(thread.where, 'Without an answer nobody is served.')
  if (waitingKeys.includes(thread.byKey)) complain(thread.where, `${thread.byKey} asked it.`)
  for (const key of waitingKeys) complainOfReader(known, { key, does: 'waits', words: thread, space })
  for (const key of servedKeys) complainOfReader(known, { key, does: 'is served', words: thread, space })
}

function instantOf({ people }: Known, words: SampleWords): Temporal.Instant | undefined {
  const timeZone = people.get(words.byKey)?.timeZone
  return timeZone === undefined ? undefined : spokenAt(words.at, { today: SOME_DAY, timeZone })
}

function complainOfWords(known: Known, words: SampleWords, space: SampleSpace): void {
  const parts: [string, readonly string[]][] = [
    ['speaks', [words.byKey]],
    ['is mentioned', words.mentionKeys],
    ['reacts', words.reactions.map(({ personKey }) => personKey)],
  ]
  for (const [does, keys] of parts) {
    for (const key of keys) complainOfReader(known, { key, does, words, space })
  }
  const own = words.reactions.find(({ personKey }) => personKey === words.byKey)
  if (own !== undefined) known.complain(words.where, `${own.personKey} reacts to their own words.`)
}

type Reader = { key: string; does: string; words: SampleWords; space: SampleSpace }

function complainOfReader({ people, complain }: Known, { key, does, words, space }: Reader): void {
  const person = people.get(key)
  if (person === undefined) complain(words.where, `${key} ${does} here and is nobody.`)
  else if (!mayRead(person, space))
    complain(words.where, `${key} ${does} here and may not read ${space.key}.`)
}

/** As the network has it: open spaces are read by everybody of the house, all others by their members. */
function mayRead({ key, roles }: SamplePerson, { visibility, memberKeys }: SampleSpace): boolean {
  return memberKeys.includes(key) || (visibility === 'open' && !roles.includes('guest'))
}

function complainOfPins({ sample, complain }: Known): void {
  const pinned = Map.groupBy(
    sample.threads.filter(({ isPinned }) => isPinned),
    ({ spaceKey }) => spaceKey,
  )
  for (const [space, threads] of pinned) {
    const tooMany = threads[PINNED_MAX]
    if (tooMany !== undefined) complain(tooMany.where, `More than ${PINNED_MAX} are pinned in ${space}.`)
  }
}

function complainOfReadings({ sample, people, spaces, complain }: Known): void {
  const threads = new Map(sample.threads.map((thread) => [thread.key, thread]))
  const seen = new Set<string>()
  for (const { personKey, threadKey, where } of sample.readings) {
    const person = people.get(personKey)
    const thread = threads.get(threadKey)
    const space = spaces.get(thread?.spaceKey ?? '')
    if (person === undefined) complain(where, `${personKey} is nobody.`)
    if (thread === undefined) complain(where, `There is no thread ${threadKey}.`)
    if (person !== undefined && space !== undefined && !mayRead(person, space)) {
      complain(where, `${personKey} may not read ${space.key}.`)
    }
    if (seen.has(`${personKey} ${threadKey}`)) complain(where, 'This stands here a second time.')
    seen.add(`${personKey} ${threadKey}`)
  }
}

function complainOfFiles({ sample, complain }: Known): void {
  const broughtBy = new Map<string, SampleWords>()
  for (const words of sample.threads.flatMap((thread) => [thread, ...thread.replies])) {
    for (const name of words.fileNames) {
      if (!sample.files.has(name)) complain(words.where, `There is no file files/${name}.`)
      if (broughtBy.has(name)) complain(words.where, `The file ${name} came with other words already.`)
      broughtBy.set(name, words)
    }
    for (const name of filesPlacedIn(words.body)) {
      if (!words.fileNames.includes(name))
        complain(words.where, `The file ${name} has a place here and is not brought along.`)
    }
  }
  for (const name of sample.files.keys()) {
    if (!broughtBy.has(name)) complain({ file: `files/${name}`, line: 1 }, 'Nobody brings this file along.')
  }
}
