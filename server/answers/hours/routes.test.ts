import assert from 'node:assert/strict'
import { it } from 'node:test'
import { officeHours } from '#contract/office-hours'
import { hoursRoutes } from './routes.ts'

it('every endpoint of office hours leads to an act', () => {
  const led = hoursRoutes({ baseUrl: '' }).map(({ endpoint }) => endpoint)
  assert.deepEqual(led, Object.values(officeHours))
})
