import assert from 'node:assert/strict'
import { it } from 'node:test'
import { contract } from '#contract/contract'
import { hoursRoutes } from './hours/routes.ts'
import { ledgerRoutes } from './ledger/routes.ts'
import { answersRoutes } from './routes.ts'

it('every endpoint of answers leads to an act', () => {
  const routes = [
    ...answersRoutes({ baseUrl: '' }),
    ...hoursRoutes({ baseUrl: '' }),
    ...ledgerRoutes(async () => []),
  ]
  const led = routes.map(({ endpoint }) => endpoint)
  assert.deepEqual(led, Object.values(contract.answers))
})
