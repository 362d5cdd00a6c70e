// How far what was learned has moved a weight from where everybody's begins.
import { LANGUAGE } from '#browser/language'
import type { Weight } from '#contract/brief'

/** Below this a change would be shown as none. */
const CHANGE_SHOWN_MIN = 0.005

const percent = new Intl.NumberFormat(LANGUAGE, {
  style: 'percent',
  maximumFractionDigits: 0,
  signDisplay: 'exceptZero',
})
const plain = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 2, signDisplay: 'exceptZero' })

/** The change in words, such as "+12%", or nothing when there is none to show. */
export function changeOf(weight: Pick<Weight, 'weight' | 'default'>): string | undefined {
  const moved = weight.weight - weight.default
  if (weight.default === 0) return Math.abs(moved) < CHANGE_SHOWN_MIN ? undefined : plain.format(moved)
  const share = moved / Math.abs(weight.default)
  return Math.abs(share) < CHANGE_SHOWN_MIN ? undefined : percent.format(share)
}

export function hasLearned(weights: Pick<Weight, 'weight' | 'default'>[]): boolean {
  return weights.some((weight) => changeOf(weight) !== undefined)
}
