import assert from 'node:assert/strict'
import { it } from 'node:test'
import { answers } from '#contract/answers'
import { answersRoutes } from './routes.ts'

it('every endpoint of answers leads to an act', () => {
  const led = answersRoutes.map(({ endpoint }) => endpoint)
  assert.deepEqual(led, Object.values(answers))
})
