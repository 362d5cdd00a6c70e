// What was read is on the page again when the line breaks, whichever was there first: the line's end or what keeps it.
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { hashKey, QueryClient } from '@tanstack/react-query'
import { CallProblem } from '../problem.ts'
import { KeptReads } from './kept-reads.ts'
import type { Read, Shelf } from './shelf.ts'

const PERSON = 'ingrid'
const LIST = ['notices', 'list-notices']
const BROKEN = new CallProblem({ code: 'no-answer', status: 0, detail: 'Foyer does not answer just now.' })
const REFUSED = new CallProblem({ code: 'not-allowed', status: 403, detail: 'You may not see this.' })

before(() => {
  Object.assign(globalThis, { document: new EventTarget() })
})

function keptList(personId: string): Read {
  const label = { hash: hashKey(LIST), personId, kind: 'list', saidAt: 1, usedAt: 1, characters: 2 } as const
  return { queryKey: LIST, text: '{"items":["kept"]}', label: { ...label, belongsTo: [] } }
}

function open(of: string) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  const read = keptList(of)
  const shelf: Shelf['reads'] = {
    all: async (personId) => (personId === of ? [read] : []),
    find: async (hash) => (hash === read.label.hash ? read : undefined),
    put: async () => {},
    drop: async () => {},
  }
  return { queries, reads: new KeptReads({ shelf, queries, whoIsHere: () => PERSON }) }
}

async function ask(queries: QueryClient, problem: CallProblem): Promise<void> {
  const queryFn = () => Promise.reject(problem)
  await queries.fetchQuery({ queryKey: LIST, queryFn }).catch(() => {})
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

it('what a broken line did not bring is brought back, also where it broke before anything was kept', async () => {
  for (const isBrokenFirst of [true, false]) {
    const { queries, reads } = open(PERSON)
    if (isBrokenFirst) await ask(queries, BROKEN)
    reads.watch()
    if (!isBrokenFirst) await ask(queries, BROKEN)
    await settle()
    assert.deepEqual(queries.getQueryData(LIST), { items: ['kept'] })
    queries.clear()
  }
})

it('nothing of another person is brought back, nor what is not to be seen any more', async () => {
  for (const [of, problem] of [
    ['tomasz', BROKEN],
    [PERSON, REFUSED],
  ] as const) {
    const { queries, reads } = open(of)
    await ask(queries, problem)
    reads.watch()
    await settle()
    assert.equal(queries.getQueryData(LIST), undefined)
    queries.clear()
  }
})
