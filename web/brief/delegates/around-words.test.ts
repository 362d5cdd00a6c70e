import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { distanceWords, whoSpoke } from './around-words.ts'

const units = (...names: (string | null)[]) => names.map((unit) => ({ unit, people: 1 }))

describe('who spoke around something', () => {
  it('is told in a sentence with at most three units by name', () => {
    assert.equal(whoSpoke({ otherCount: 0, byUnit: [] }), 'Everybody who spoke here was brought to you.')
    assert.equal(
      whoSpoke({ otherCount: 1, byUnit: units(null) }),
      '1 person spoke here whom you would not have heard.',
    )
    assert.equal(
      whoSpoke({ otherCount: 3, byUnit: units('Paint', 'Press') }),
      '3 people spoke here whom you would not have heard, of Paint and Press.',
    )
    assert.equal(
      whoSpoke({ otherCount: 4, byUnit: units('Paint', 'Press', 'Quay', 'Sales') }),
      '4 people spoke here whom you would not have heard, of 4 units, among them Paint, Press, and Quay.',
    )
  })

  it('says how far they are, where that is known', () => {
    assert.equal(distanceWords(1), '1 step from you')
    assert.equal(distanceWords(null), 'Not in your reporting tree')
  })
})
