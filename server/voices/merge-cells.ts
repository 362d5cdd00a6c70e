// What was read and what there is, laid side by side. Pure.
import type { HeardBy } from '#contract/voices'
import type { Cell } from './heard.ts'
import type { NetworkCell, ReadCell } from './read-cells.ts'

type Sides = {
  read: readonly Pick<ReadCell, 'by' | 'key' | 'readCount'>[]
  network: readonly NetworkCell[]
}

/** The cells of one dimension, each with both its counts. */
export function cellsOf(by: HeardBy, { read, network }: Sides): Cell[] {
  const cells = new Map<string, Cell>()
  for (const { key, networkCount } of network.filter((cell) => cell.by === by))
    cells.set(key, { key, readCount: 0, networkCount })
  for (const { key, readCount } of read.filter((cell) => cell.by === by))
    cells.set(key, { key, networkCount: cells.get(key)?.networkCount ?? 0, readCount })
  return [...cells.values()]
}
