// The brief in a network of twenty times as many people, beside one of the usual size: both in one run.
import { type Effort, type Figure, fullEffort, milliseconds, quickEffort, times, withBed } from './bed.ts'
import { measureBrief } from './brief.ts'
import { fullSize, type NetworkSize, quickSize, wideSize } from './network.ts'

const GROWTH_WANTED = 1.5

export async function measureWide({ isQuick }: { isQuick: boolean }): Promise<Figure[]> {
  const effort = isQuick ? quickEffort : fullEffort
  const small = isQuick ? quickSize : fullSize
  const wide = isQuick ? { ...quickSize, people: 20 * quickSize.people } : wideSize
  const before = await p95Of(effort, small)
  const p95 = await p95Of(effort, wide)
  const growth = p95 / before
  return [
    {
      figure: 'brief of 10 minutes, built anew, p95',
      workload: `${told(wide)} beside ${told(small)}`,
      yardstick: milliseconds(before),
      product: milliseconds(p95),
      ratio: times(growth),
      wanted: `≤ ${times(GROWTH_WANTED)}`,
      isMet: growth <= GROWTH_WANTED,
    },
  ]
}

async function p95Of(effort: Effort, size: NetworkSize): Promise<number> {
  let p95 = Number.NaN
  await withBed({ ...effort, size }, async (bed) => {
    for (const figure of await measureBrief(bed)) p95 = figure.p95Ms ?? p95
  })
  return p95
}

function told({ people, threads, replies }: NetworkSize): string {
  return `${people.toLocaleString('en')} people and ${(threads + replies).toLocaleString('en')} posts and replies`
}
