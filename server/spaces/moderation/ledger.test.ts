// The public ledger tells how much, and of nobody.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { moderation } from '#contract/moderation'
import { newId } from '#platform/ids'
import { must } from '#testing/answer'
import { startFoyer } from '#testing/foyer'
import { CELL_MIN, monthsBefore, suppressed } from './ledger.ts'

describe('counts that tell nobody’s part', () => {
  it('hide what is below five, and one more where that would give it away', () => {
    assert.deepEqual(suppressed([3, 1]), { total: null, parts: [null, null] })
    assert.deepEqual(suppressed([9, 8, 2]), { total: 19, parts: [9, null, null] })
    assert.deepEqual(suppressed([9, 8, 0, 0]), { total: 17, parts: [9, null, null, null] })
    assert.deepEqual(suppressed([9, 8, 4, 3]), { total: 24, parts: [9, 8, null, null] })
    assert.deepEqual(suppressed([7, 6]), { total: 13, parts: [7, 6] })
  })

  it('never leave a small part to be worked out from the total, whatever the parts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 2, maxLength: 8 }), (counts) => {
        const { total, parts } = suppressed(counts)
        if (total === null) return parts.every((part) => part === null)
        const shown = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)
        const hiddenParts = parts.filter((part) => part === null).length
        assert.ok(parts.every((part) => part === null || part >= CELL_MIN))
        assert.ok(
          hiddenParts === 0 || hiddenParts === parts.length || (hiddenParts > 1 && total - shown >= CELL_MIN),
        )
      }),
    )
  })

  it('are of whole months alone', () => {
    assert.deepEqual(monthsBefore(Temporal.Instant.from('2026-03-31T22:00:00Z'), 3), [
      '2026-02',
      '2026-01',
      '2025-12',
    ])
  })
})

const foyer = await startFoyer()

describe('the ledger', () => {
  it('is read by every member and by no guest, and names nobody', async () => {
    for (let day = 1; day <= 6; day += 1) {
      const at = `2026-02-0${day}T12:00:00Z`
      await sql`insert into spaces.moderation_act (id, at, act, reason)
        values (${newId(Temporal.Instant.from(at))}, ${at}, 'hidden', 'spam'), (${newId(Temporal.Instant.from(at))}, ${at}, 'moved', null)`.execute(
        foyer.db,
      )
    }
    await sql`insert into spaces.moderation_act (id, at, act, reason)
      values (${newId(foyer.clock.now)}, ${foyer.clock.now}, 'hidden', 'spam')`.execute(foyer.db)
    const { months } = must(await (await foyer.as('outsider')).read(moderation.getLedger, {}))
    assert.equal(months.length, 12)
    const [february] = months
    assert.equal(february?.month, '2026-02')
    const line = (what: string) => february?.lines.find((each) => each.what === what)
    assert.deepEqual([line('hidden')?.count, line('moved')?.count, line('locked')?.count], [6, 6, null])
    const guest = await (await foyer.as('guest')).read(moderation.getLedger, {})
    assert.equal(guest.problem?.code, 'not-for-guests')
  })
})
