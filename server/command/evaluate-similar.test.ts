import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { evaluated } from '#testing/evaluation'

const folder = await mkdtemp(join(tmpdir(), 'foyer-evaluate-similar-'))
after(() => rm(folder, { recursive: true, force: true }))

const corpus = join(folder, 'corpus.tsv')
const queries = join(folder, 'queries.tsv')
await writeFile(
  corpus,
  'id\ttext\n1\tWhere can I order a visitor badge?\n2\tWhen is the canteen open?\n3\tWho repairs the lift in house 4?\n',
)
await writeFile(
  queries,
  'text\trelevant\nwhere can I order visitor badges\t1\ncanteen opening times\t2\nhow high is the moon\t\n',
)

const evaluate = (...words: string[]) => evaluated(['similar', ...words])

it('asks every query, and judges what was found beside what others would have found', async () => {
  const { systems, strong, queriesWithRelevant } = JSON.parse(
    await evaluate('--corpus', corpus, '--queries', queries, '--json'),
  )
  assert.equal(queriesWithRelevant, 2)
  assert.deepEqual([systems.foyer.recallAt1, systems.bm25.recallAt1, systems.fullText.recallAt1], [1, 1, 0.5])
  assert.deepEqual(strong.first, { precision: 1, count: 1 })
  const report = await evaluate('--corpus', corpus, '--queries', queries)
  assert.match(report, /^Corpus: 3 questions, columns by name: [\s\S]*\nFoyer +1\.000/)
})

it('says in a sentence what cannot be judged', async () => {
  assert.match(await evaluate('--queries', queries), /^Say which questions there are/)
  assert.match(await evaluate('--corpus', corpus), /^Say what is asked/)
  assert.match(await evaluate('--corpus', join(folder, 'none'), '--queries', queries), /^There is no file/)
  assert.match(await evaluate('--corpus', corpus, '--queries', corpus), /^Nothing tells what is relevant/)
})
