import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { effectiveCells, entropyOf, rootJsd, sharesOf } from './shares.ts'

const READ = [0.6, 0.25, 0.1, 0.05]
const NETWORK = [0.2, 0.3, 0.25, 0.25]

const distribution = (cells: number) =>
  fc
    .array(fc.integer({ min: 0, max: 1000 }), { minLength: cells, maxLength: cells })
    .filter((counts) => counts.some((count) => count > 0))
    .map(sharesOf)

describe('the worked figures', () => {
  it('of variety come out as they were worked', () => {
    assert.equal(entropyOf(READ).toFixed(4), '1.4905')
    assert.equal((entropyOf(READ) / Math.log2(READ.length)).toFixed(4), '0.7452')
    assert.equal(effectiveCells(READ).toFixed(2), '2.81')
  })

  it('of distance come out as they were worked, smoothing aside', () => {
    // Smoothing draws the two a thousandth nearer to each other.
    assert.ok(Math.abs(rootJsd(READ, NETWORK) - 0.3919) < 0.001)
  })
})

it('counts of nothing have no shares', () => {
  assert.deepEqual(sharesOf([0, 0]), [0, 0])
})

describe('the distance of two distributions', () => {
  it('lies between 0 and 1, is the same both ways, and is 0 of one from itself', () => {
    fc.assert(
      fc.property(distribution(5), distribution(5), (one, other) => {
        const distance = rootJsd(one, other)
        assert.ok(distance >= 0 && distance <= 1)
        assert.ok(Math.abs(distance - rootJsd(other, one)) < 1e-12)
        assert.ok(rootJsd(one, one) < 1e-6)
      }),
    )
  })
})
