// A way along the reporting tree in words. Pure.
import { say } from '#browser/say'
import type { PersonRef } from '#contract/ref'

/**
 * Who leads up to whom and down again: "2 up to Ingrid Solheim, whom both report to, then 3 down".
 * @param people from one end to the other, both included
 * @param stepsUp how many of the steps lead up
 */
export function wayInWords(people: readonly PersonRef[], stepsUp: number): string {
  const top = people[stepsUp]?.name ?? ''
  const stepsDown = people.length - 1 - stepsUp
  if (stepsUp === 0 && stepsDown === 0) return say('no step at all')
  if (stepsDown === 0) return say('straight up to {top}', { top })
  if (stepsUp === 0) return say('straight down from {top}', { top })
  return say('{stepsUp} up to {top}, the nearest manager of both, then {stepsDown} down', {
    stepsUp,
    top,
    stepsDown,
  })
}
