// Who spoke around something that was brought to the reader, in words.
import { LANGUAGE } from '#browser/language'
import { say } from '#browser/say'
import type { Around } from '#contract/delegates'

const UNITS_NAMED_MAX = 3

/** "Seven people in three units spoke here who were not brought to you: Paint, Logistics and Night shift." */
export function whoSpoke({ otherCount, byUnit }: Pick<Around, 'otherCount' | 'byUnit'>): string {
  if (otherCount === 0) return say('Everybody who spoke here was brought to you.')
  const units = byUnit.flatMap(({ unit }) => unit ?? [])
  if (units.length === 0) {
    return say(
      '{count, plural, one {# person spoke here whom you would not have heard.} other {# people spoke here whom you would not have heard.}}',
      { count: otherCount },
    )
  }
  const named = new Intl.ListFormat(LANGUAGE, { type: 'conjunction' }).format(units.slice(0, UNITS_NAMED_MAX))
  return units.length > UNITS_NAMED_MAX
    ? say(
        '{count, plural, one {# person spoke here whom you would not have heard} other {# people spoke here whom you would not have heard}}, of {units, number} units, among them {named}.',
        { count: otherCount, units: units.length, named },
      )
    : say(
        '{count, plural, one {# person spoke here whom you would not have heard} other {# people spoke here whom you would not have heard}}, of {named}.',
        { count: otherCount, named },
      )
}

/** How far away somebody is in the reporting tree. */
export function distanceWords(distance: number | null): string {
  if (distance === null) return say('Not in your reporting tree')
  return say('{distance, plural, one {# step from you} other {# steps from you}}', { distance })
}
