// `npm run fuzz -- 1000000`: so many broken archives through the readers. `-- --seed 123` repeats a single one.
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fuzz } from '../server/import/fuzz/fuzz.ts'
import { archiveOf, judge } from '../server/import/fuzz/judge.ts'

const COUNT = 100_000
const ROUND = 20_000

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, first: { type: 'string' } },
})
if (values.seed === undefined) await many(Number(positionals[0] ?? COUNT), Number(values.first ?? 0))
else await one(Number(values.seed))

async function many(count: number, first: number): Promise<void> {
  for (let gone = 0; gone < count; gone += ROUND) {
    const round = {
      first: first + gone,
      count: Math.min(ROUND, count - gone),
      threads: availableParallelism(),
    }
    const { read, refused } = await fuzz(round)
    console.log(`seeds ${round.first} to ${round.first + round.count - 1}: ${read} read, ${refused} refused`)
  }
}

async function one(seed: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-fuzz-'))
  try {
    const { archive, bytes } = archiveOf(seed)
    console.log(`${archive.source}, ${archive.name}, ${bytes.length} bytes: ${await judge(seed, folder)}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
