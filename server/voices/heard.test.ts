import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { bandOf, bandsOf, sentenceOf } from './heard.ts'

it('places people by their steps in the reporting tree', () => {
  assert.deepEqual([0, 1, 2, 3, 9, undefined].map(bandOf), [
    'your-reports',
    'your-reports',
    'two-steps',
    'three-or-more',
    'three-or-more',
    'elsewhere',
  ])
})

it('gives shares that add up to one, or to nothing where nothing was read', () => {
  const count = fc.integer({ min: 0, max: 1000 })
  fc.assert(
    fc.property(fc.tuple(count, count, count, count), ([near, two, far, other]) => {
      const readings = new Map([
        ['your-reports', near],
        ['two-steps', two],
        ['three-or-more', far],
        ['elsewhere', other],
      ] as const)
      const bands = bandsOf(readings, { reports: 3, twoSteps: 7, inTree: 90, total: 100 })
      const read = bands.reduce((sum, band) => sum + band.readShare, 0)
      const network = bands.reduce((sum, band) => sum + band.networkShare, 0)
      assert.ok(Math.abs(read - (near + two + far + other === 0 ? 0 : 1)) < 1e-9)
      assert.ok(Math.abs(network - 1) < 1e-9)
    }),
  )
})

it('says too few rather than a share of a handful', () => {
  const bands = bandsOf(new Map([['your-reports', 4]]), { reports: 3, twoSteps: 7, inTree: 90, total: 100 })
  assert.match(sentenceOf(bands, { voiceTotal: 2, days: 30 }), /too few yet/)
})
