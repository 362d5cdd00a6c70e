import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  asKept,
  belongsTo,
  goneWith,
  KEPT_CHARACTERS_MAX,
  KEPT_DAYS_MAX,
  KEPT_MAX,
  type Kind,
  kindOf,
  type Label,
  ONE_CHARACTERS_MAX,
  whatToDrop,
} from './keeping.ts'

const POST = '0192f0c1-0000-7000-8000-000000000001'
const REPLY = '0192f0c1-0000-7000-8000-000000000002'
const SPACE = '0192f0c1-0000-7000-8000-000000000003'

const labels = fc.array(
  fc.record<Label>({
    hash: fc.uuid(),
    personId: fc.constantFrom('ingrid', 'ingrid', 'daniel'),
    kind: fc.constantFrom(...(Object.keys(KEPT_MAX) as Kind[])),
    saidAt: fc.integer({ min: 0, max: 30 * 86_400_000 }),
    usedAt: fc.integer({ min: 0, max: 1000 }),
    characters: fc.integer({ min: 0, max: ONE_CHARACTERS_MAX }),
    belongsTo: fc.constant([]),
  }),
  { maxLength: 200 },
)
const nowMs = 30 * 86_400_000

describe('what is kept on the device', () => {
  it("is one person's, not too old, and never more than there is room for", () => {
    fc.assert(
      fc.property(labels, (all) => {
        const drops = new Set(whatToDrop(all, { personId: 'ingrid', nowMs }))
        const kept = all.filter(({ hash }) => !drops.has(hash))
        for (const { personId, saidAt } of kept) {
          assert.equal(personId, 'ingrid')
          assert.ok(nowMs - saidAt <= KEPT_DAYS_MAX * 86_400_000)
        }
        for (const [kind, most] of Object.entries(KEPT_MAX)) {
          assert.ok(kept.filter((label) => label.kind === kind).length <= most)
        }
        assert.ok(kept.reduce((sum, { characters }) => sum + characters, 0) <= KEPT_CHARACTERS_MAX)
      }),
    )
  })

  it('are the threads that were looked at last', () => {
    const threads = Array.from(
      { length: 30 },
      (_, index): Label => ({
        ...{ hash: String(index), personId: 'ingrid', kind: 'thread', saidAt: nowMs, usedAt: index },
        ...{ characters: 10, belongsTo: [] },
      }),
    )
    assert.deepEqual(
      whatToDrop(threads, { personId: 'ingrid', nowMs }),
      Array.from({ length: 10 }, (_, index) => String(index)),
    )
  })

  it('is what one reads, never what one searches or administers', () => {
    assert.equal(kindOf(['spaces', 'get-thread', POST, 'beginning']), 'thread')
    assert.equal(kindOf(['spaces', 'list-spaces', 'mine', '']), 'list')
    for (const key of [
      ['spaces', 'list-spaces', 'all', 'board'],
      ['spaces', 'search', 'redundancies'],
      ['auth', 'list-sessions'],
      ['import', 'list-imports'],
      ['visit', POST],
      [],
    ]) {
      assert.equal(kindOf(key), undefined, String(key))
    }
  })

  it('goes with the thread, the space or the person that can no longer be seen', () => {
    const thread = { pages: [{ post: { space: { id: SPACE } } }], pageParams: [undefined] }
    assert.deepEqual(belongsTo(['spaces', 'get-thread', POST, 'beginning'], thread), [POST, SPACE])
    assert.equal(goneWith(['spaces', 'get-thread', POST, 'beginning']), POST)
    assert.equal(goneWith(['spaces', 'get-space', SPACE]), SPACE)
    assert.equal(goneWith(['people', 'get-person', { id: POST }]), POST)
    // The reply that a link names is not there, and the thread is.
    assert.equal(goneWith(['spaces', 'get-thread', POST, REPLY]), undefined)
    assert.equal(goneWith(['brief', 'open-brief']), undefined)
  })

  it('has the first pages of what goes on, and nothing that only the page that kept it understands', () => {
    const pages = Array.from({ length: 9 }, (_, page) => ({ page, heardAt: 7 }))
    const kept = asKept({ pages, pageParams: pages.map(() => 'x') })
    assert.deepEqual(JSON.parse(kept ?? ''), {
      pages: [{ page: 0 }, { page: 1 }, { page: 2 }],
      pageParams: ['x', 'x', 'x'],
    })
    assert.equal(asKept('x'.repeat(ONE_CHARACTERS_MAX)), undefined)
  })
})
