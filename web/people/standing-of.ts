import { say } from '#browser/say'
import { COLLEAGUE_ID } from '#contract/colleague'
import type { PersonRef } from '#contract/ref'

/** What somebody does and where, in one line: "Line technician · Gdańsk plant". */
export function standingOf(
  person: Pick<PersonRef, 'id' | 'title' | 'unit' | 'location' | 'isActive' | 'guestOf'>,
): string {
  const parts = [person.title, person.unit, person.location].filter((part) => part !== null && part !== '')
  if (person.guestOf !== null)
    parts.push(
      person.guestOf === '' ? say('guest') : say('guest of {organisation}', { organisation: person.guestOf }),
    )
  if (person.id === COLLEAGUE_ID) parts.push(say('stands for whoever asked without their name'))
  else if (!person.isActive) parts.push(say('not here any more'))
  return [...new Set(parts)].join(' · ')
}
