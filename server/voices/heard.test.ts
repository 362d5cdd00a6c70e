import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { HeardBy } from '#contract/voices'
import { type Cell, figuresOf, monthOf } from './heard.ts'
import { cellName, dimensionSentence, heardSentence } from './heard-sentences.ts'

const cell = (key: string, readCount: number, networkCount: number): Cell => ({
  key,
  readCount,
  networkCount,
})
const UNITS = [cell('Sales', 24, 20), cell('Nights', 0, 30), cell('Labs', 10, 25), cell('Leeds', 6, 25)]

describe('one dimension in figures', () => {
  it('has shares that add up to one, cells in the order of the network, and a ratio for each', () => {
    const { cells } = figuresOf('unit', UNITS)
    assert.deepEqual(
      cells.map(({ key, readShare, ratio }) => [key, readShare, ratio?.toFixed(2)]),
      [
        ['Nights', 0, '0.00'],
        ['Labs', 0.25, '1.00'],
        ['Leeds', 0.15, '0.60'],
        ['Sales', 0.6, '3.00'],
      ],
    )
  })

  it('is heard as far as anything was read of its cells', () => {
    const { heardTotal, coverage, effectiveVoices } = figuresOf('unit', UNITS)
    assert.deepEqual([heardTotal, coverage], [3, 0.75])
    assert.equal(effectiveVoices?.toFixed(2), '2.55')
  })

  it('says of whom something is not known, and compares those of whom it is', () => {
    const known = figuresOf('unit', UNITS)
    const more = figuresOf('unit', [...UNITS, cell('', 7, 100)])
    assert.deepEqual([more.rootJsd, more.coverage, more.cells], [known.rootJsd, known.coverage, known.cells])
    assert.deepEqual([more.unknownReadCount, more.unknownNetworkShare], [7, 0.5])
  })

  it('has a band from thirty readings on, and none before', () => {
    const few = UNITS.map((each) => ({ ...each, readCount: Math.floor(each.readCount / 2) }))
    assert.deepEqual(
      [figuresOf('unit', few).band, monthOf([figuresOf('unit', few)])[0]?.rootJsd],
      [null, null],
    )
    assert.equal(figuresOf('unit', UNITS).band, 'filtered')
    const same = UNITS.map((each) => ({ ...each, readCount: each.networkCount }))
    assert.equal(figuresOf('unit', same).band, 'mirrors')
    const leaning = [cell('one', 30, 50), cell('other', 10, 50)]
    assert.equal(figuresOf('unit', leaning).band, 'tilted')
  })

  it('is empty where nothing is known, and never more than whole', () => {
    assert.deepEqual(figuresOf('site', [cell('', 5, 9)]).coverage, null)
    const count = fc.integer({ min: 0, max: 1000 })
    fc.assert(
      fc.property(fc.array(fc.tuple(count, count), { maxLength: 20 }), (counts) => {
        const { cells, coverage } = figuresOf(
          'unit',
          counts.map(([read, network], place) => cell(`u${place}`, read, network)),
        )
        for (const side of ['readShare', 'networkShare'] as const) {
          const sum = cells.reduce((total, each) => total + each[side], 0)
          assert.ok(Math.abs(sum - 1) < 1e-9 || sum === 0)
        }
        assert.ok(coverage === null || (coverage >= 0 && coverage <= 1))
      }),
    )
  })
})

describe('who was heard, in words', () => {
  const heard = (cells: Partial<Record<HeardBy, Cell[]>>, readTotal = 40) =>
    heardSentence('en', {
      period: 'quarter',
      readTotal,
      voiceTotal: 9,
      figures: (['distance', 'unit', 'site', 'level', 'language'] as const).map((by) =>
        figuresOf(by, cells[by] ?? []),
      ),
    })

  it('names the units and the site that were not heard at all', () => {
    const sites = [cell('Leeds', 0, 60), cell('Oslo', 40, 40)]
    assert.equal(
      heard({ unit: UNITS, site: sites }),
      'You heard 3 of 4 units this quarter; Nights and Leeds not at all.',
    )
  })

  it('goes by sites where nobody names a unit, and by nothing where nobody names either', () => {
    assert.equal(
      heard({ site: [cell('Leeds', 1, 1), cell('Oslo', 1, 1)] }),
      'You heard 2 of 2 sites this quarter.',
    )
    assert.equal(heard({}), 'You heard 9 voices this quarter.')
  })

  it('says too few rather than a share of a handful', () => {
    assert.match(heard({ unit: UNITS }, 29), /Read 1 more thing, and a pattern shows/)
    assert.equal(heard({ unit: UNITS }, 0), 'You have not read anything here this quarter.')
  })

  it('says of a dimension of which nothing is known that nothing is', () => {
    assert.match(dimensionSentence('en', figuresOf('site', []), 'year'), /^Nobody names their site here yet/)
  })

  it('calls cells what people call them', () => {
    assert.deepEqual(
      ['0', '1', '5'].map((key) => cellName('en', 'level', key)),
      ['The top', '1 step below the top', '5 steps below the top'],
    )
    assert.equal(cellName('de', 'language', 'fr'), 'Französisch')
    assert.equal(cellName('en', 'unit', 'your-reports'), 'your-reports')
  })
})
