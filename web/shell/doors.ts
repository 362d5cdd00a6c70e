// Which screens stand before the house, and who is led to which of them.
import type { Standing } from '#contract/auth'

const FIRST_MORNING: readonly string[] = ['/welcome', '/welcome/own']
const SIGNING_IN: readonly string[] = ['/sign-in', '/link/$token']
const SAMPLE: readonly string[] = ['/shoes', '/leave-sample']

export type Door = '/' | '/welcome' | '/sign-in' | '/shoes'

/** A link out of a letter is its own key, wherever it is opened. */
const LETTER = '/act/$token'

/** Whether a screen, by its route, is shown without the ways through the house. */
export function isDoor(screen: string): boolean {
  return [...FIRST_MORNING, ...SIGNING_IN, ...SAMPLE, LETTER].includes(screen)
}

/** Where somebody belongs who came to a screen; undefined where they are right. */
export function doorFor(standing: Standing, screen: string): Door | undefined {
  if (screen === LETTER) return undefined
  if (standing.standing === 'first-run') return FIRST_MORNING.includes(screen) ? undefined : '/welcome'
  if (standing.standing === 'signed-in') {
    return SAMPLE.includes(screen) && !standing.isSample ? '/' : undefined
  }
  if (standing.isSample) return screen === '/shoes' ? undefined : '/shoes'
  return SIGNING_IN.includes(screen) ? undefined : '/sign-in'
}
