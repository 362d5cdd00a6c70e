// What an export says by itself, in the language of whoever reads it. Pure.
import { moment, type Sentence, say, sentence } from '#platform/say'
import { type Export, isOver, type Listed } from './export-files.ts'
import { EXPORTED_MAX, type Exported } from './exported.ts'

/** What stands over all of it. */
export function titleOf({ language }: Pick<Export, 'language'>): string {
  return say(language, sentence('Answers'))
}

/** What is known of an answer, each in a sentence. */
export function factsOf(given: Exported, made: Export): string[] {
  const { askedOn, space, owner, reviewOn } = given
  return said(made, [
    sentence('Asked on {day} in {space}.', { day: dayOf(askedOn), space }),
    ...answeredFacts(given, made),
    ...(owner === null ? [] : [sentence('{name} answers for it.', { name: owner })]),
    ...(reviewOn === null || isOver(given, made)
      ? []
      : [sentence('It is looked at again by {day}.', { day: dayOf(reviewOn) })]),
  ])
}

/** The same for one of a list. */
export function listedFactsOf(listed: Listed, made: Export): string[] {
  return said(made, answeredFacts(listed, made))
}

function answeredFacts(
  given: Pick<Exported, 'answeredBy' | 'answeredOn' | 'reviewOn'>,
  made: Export,
): Sentence[] {
  const { answeredBy: name, answeredOn, reviewOn } = given
  return [
    sentence('Answered by {name} on {day}.', { name, day: dayOf(answeredOn) }),
    ...(reviewOn !== null && isOver(given, made)
      ? [sentence('Out of date since {day}.', { day: dayOf(reviewOn) })]
      : []),
  ]
}

/** What stands above the lists: nothing, unless something is left out. */
export function cutFacts(made: Export): string[] {
  if (!made.isCut) return []
  return said(made, [sentence('Only the latest {count} answers are in it.', { count: EXPORTED_MAX })])
}

function said({ language }: Pick<Export, 'language'>, sentences: readonly Sentence[]): string[] {
  return sentences.map((each) => say(language, each))
}

function dayOf(day: string) {
  return moment(Temporal.Instant.from(`${day}T00:00:00Z`), { timeZone: 'UTC', dateStyle: 'long' })
}
