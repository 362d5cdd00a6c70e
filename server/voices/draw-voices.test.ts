import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Distance, drawVoices, SILENT_DAYS, type Stratum, type Voice, weightOf } from './draw-voices.ts'

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z')
const STRATA = ['nights', 'leeds', 'office']
const DISTANCES: Distance[] = ['your-reports', 'two-steps', 'three-or-more', 'elsewhere']
const isOutside = ({ distance }: Voice) => distance === 'three-or-more' || distance === 'elsewhere'
const outside = (stratum: string, worthCount = 0): Voice => ({
  ...{ key: stratum, stratum, distance: 'three-or-more', turn: 1, worthCount, at: NOW },
})

const strata = fc
  .tuple(
    ...STRATA.map(() =>
      fc.record({
        networkShare: fc.double({ min: 0, max: 1, noNaN: true }),
        readShare: fc.double({ min: 0, max: 1, noNaN: true }),
        silentDays: fc.integer({ min: 0, max: SILENT_DAYS }),
      }),
    ),
  )
  .map((each) => new Map(STRATA.map((name, index) => [name, each[index]!])))

const voices = fc
  .array(
    fc.record({
      stratum: fc.constantFrom(...STRATA),
      distance: fc.constantFrom(...DISTANCES),
      turn: fc.integer({ min: 1, max: 2 }),
      worthCount: fc.integer({ min: 0, max: 5 }),
      hours: fc.integer({ min: 0, max: 700 }),
    }),
    { maxLength: 40 },
  )
  .map((each) =>
    each.map(
      ({ hours, ...voice }, number): Voice => ({ ...voice, key: `v${number}`, at: NOW.subtract({ hours }) }),
    ),
  )

const input = fc.record({ seed: fc.string(), voices, strata, most: fc.integer({ min: 0, max: 20 }) })
const keysOf = (drawn: ReturnType<typeof drawVoices>) => drawn.map(({ voice }) => voice.key)
const stratum = (networkShare: number, readShare = 0, silentDays = 0): Stratum => ({
  ...{ networkShare, readShare, silentDays },
})

describe('a draw', () => {
  it('is the same from the same seed, in whatever order its input comes', () => {
    fc.assert(
      fc.property(input, (asked) => {
        const turned = {
          ...asked,
          voices: asked.voices.toReversed(),
          strata: new Map([...asked.strata].reverse()),
        }
        assert.deepEqual(keysOf(drawVoices(turned)), keysOf(drawVoices(asked)))
      }),
    )
  })

  it('takes nothing twice, nobody of the own line, and as many of the others as are asked for', () => {
    fc.assert(
      fc.property(input, (asked) => {
        const drawn = drawVoices(asked)
        assert.ok(drawn.every(({ voice }) => isOutside(voice)))
        assert.equal(new Set(keysOf(drawn)).size, drawn.length)
        assert.equal(drawn.length, Math.min(asked.most, asked.voices.filter(isOutside).length))
      }),
    )
  })

  it('takes of each stratum everybody once before anybody twice, then what most found worth hearing, then the newest', () => {
    fc.assert(
      fc.property(input, (asked) => {
        for (const name of STRATA) {
          const drawn = drawVoices(asked).filter(({ voice }) => voice.stratum === name)
          const left = asked.voices.filter(
            (voice) =>
              isOutside(voice) &&
              voice.stratum === name &&
              !drawn.some(({ voice: { key } }) => key === voice.key),
          )
          const last = drawn.at(-1)?.voice
          if (last === undefined) continue
          for (const other of left) {
            assert.ok(last.turn <= other.turn)
            if (last.turn < other.turn) continue
            assert.ok(last.worthCount >= other.worthCount)
            if (last.worthCount === other.worthCount)
              assert.ok(Temporal.Instant.compare(last.at, other.at) >= 0)
          }
        }
      }),
    )
  })

  it('is not changed for one stratum by what another one says', () => {
    fc.assert(
      fc.property(input, voices, ({ seed, strata, voices: said }, more) => {
        const of = (all: readonly Voice[], name: string) => all.filter((voice) => voice.stratum === name)
        const drawn = (all: readonly Voice[]) =>
          keysOf(drawVoices({ seed, strata, voices: all, most: all.length }))
        const quiet = [...of(said, 'nights'), ...of(said, 'leeds')]
        const loud = [...quiet, ...of(more, 'office').map((voice) => ({ ...voice, key: `x${voice.key}` }))]
        const kept = new Set(quiet.map(({ key }) => key))
        assert.deepEqual(
          drawn(loud).filter((key) => kept.has(key)),
          drawn(quiet),
        )
      }),
    )
  })

  it('takes a stratum first as often as it weighs', () => {
    const weights = new Map([
      ['nights', stratum(0.6)],
      ['leeds', stratum(0.5, 0.2)],
      ['office', stratum(0.1)],
    ])
    const said = STRATA.map((name) => outside(name))
    const firsts = Array.from({ length: 4000 }, (_, day) => {
      return drawVoices({ seed: `reader:${day}`, voices: said, strata: weights, most: 1 })[0]?.voice.key
    })
    for (const [name, share] of [
      ['nights', 0.6],
      ['leeds', 0.3],
      ['office', 0.1],
    ] as const)
      assert.ok(Math.abs(firsts.filter((key) => key === name).length / 4000 - share) < 0.035)
  })

  it('comes to those who are heard enough only after all others', () => {
    const heard = new Map([
      ['nights', stratum(0.1)],
      ['leeds', stratum(0.2, 0.5, 10)],
      ['office', stratum(0.2, 0.2, 60)],
    ])
    const said = STRATA.map((name) => outside(name, 9))
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const drawn = drawVoices({ seed, voices: said, strata: heard, most: 3 })
        assert.deepEqual(keysOf(drawn), ['nights', 'office', 'leeds'])
      }),
    )
  })
})

it('a stratum weighs what is missing of its share, and twice that once it was silent for long', () => {
  assert.equal(weightOf(stratum(0.3, 0.5)), 0)
  assert.ok(Math.abs(weightOf(stratum(0.5, 0.3)) - 0.2) < 1e-9)
  assert.ok(Math.abs(weightOf(stratum(0.5, 0.3, SILENT_DAYS)) - 0.4) < 1e-9)
})
