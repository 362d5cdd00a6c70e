// The promise of the outbox, against a line that loses requests, answers and the page itself.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { type Act, type Heard, waitingId } from './acts.ts'
import { type ActShelf, sendActs } from './send-acts.ts'

class Crash extends Error {}

type Weather = 'fair' | 'lost-there' | 'lost-back' | 'crash-there' | 'crash-back' | 'busy' | 'fault'
const weathers: readonly Weather[] = [
  ...(['fair', 'fair', 'lost-there', 'lost-back'] as const),
  ...(['crash-there', 'crash-back', 'busy', 'fault'] as const),
]

function shelfOf(acts: Act[]): ActShelf {
  const kept = new Map(acts.map((act) => [act.id, act]))
  return {
    all: async () => [...kept.values()],
    change: async (id, to) => {
      const act = kept.get(id)
      if (act !== undefined) kept.set(id, to(act))
      return kept.get(id)
    },
  }
}

/** A server that does each key once, and a line to it with this weather, fair once that is over. */
function serverBehind(weather: Weather[], refuses: ReadonlySet<unknown>) {
  const done = new Map<string, { id: string }>()
  const log: unknown[] = []
  const problem = (status: number) => ({ problem: { code: 'x', detail: 'No.', status } })
  const work = (act: Act, input: Act['input']): Heard => {
    const known = done.get(act.id)
    if (known !== undefined) return { reply: known }
    if (refuses.has(input.body)) return problem(409)
    const reply = { id: `made-of-${act.id}` }
    done.set(act.id, reply)
    log.push(input)
    return { reply }
  }
  const send = async (act: Act, input: Act['input']): Promise<Heard> => {
    const now = weather.shift() ?? 'fair'
    if (now === 'crash-there') throw new Crash()
    if (now === 'lost-there') return problem(0)
    if (now === 'busy') return problem(429)
    if (now === 'fault') return problem(503)
    const heard = work(act, input)
    if (now === 'crash-back') throw new Crash()
    return now === 'lost-back' ? problem(0) : heard
  }
  return { send, log }
}

const actsOf = (bodies: { refused: boolean; answers: number | undefined }[]): Act[] =>
  bodies.map(({ answers }, order) => ({
    ...{ id: `act-${order}`, order, personId: 'ingrid', room: 'spaces', name: 'writeReply' },
    input: {
      body: order,
      ...(answers !== undefined && answers < order && { answersId: waitingId(`act-${answers}`) }),
    },
    ...{ at: '2026-03-02T08:00:00Z', state: 'waits', triedAt: null, faults: 0, refusal: null, reply: null },
    about: { sentence: '', href: '/' },
  }))

it('everything that was done is sent exactly once and in order, whatever is lost on the way', async () => {
  const given = fc.record({
    bodies: fc.array(
      fc.record({
        refused: fc.boolean(),
        answers: fc.option(fc.integer({ min: 0, max: 8 }), { nil: undefined }),
      }),
      { maxLength: 10 },
    ),
    weather: fc.array(fc.constantFrom(...weathers), { maxLength: 25 }),
  })
  await fc.assert(
    fc.asyncProperty(given, async ({ bodies, weather }) => {
      const refuses = new Set(bodies.flatMap(({ refused }, order) => (refused ? [order] : [])))
      const shelf = shelfOf(actsOf(bodies))
      const { send, log } = serverBehind(withFewFaults(weather), refuses)
      for (let sittings = 0; sittings < 40; sittings += 1) {
        try {
          if (await sendActs({ shelf, personId: 'ingrid', send, nowMs: () => 0 })) break
        } catch (error) {
          assert.ok(error instanceof Crash)
        }
      }
      const isHeldBack = (order: number): boolean => {
        const answers = bodies[order]?.answers
        return refuses.has(order) || (answers !== undefined && answers < order && isHeldBack(answers))
      }
      const goes = bodies.map((_, order) => order).filter((order) => !isHeldBack(order))
      assert.deepEqual(
        log.map((input) => (input as { body: number }).body),
        goes,
      )
      for (const act of await shelf.all('ingrid')) {
        const expected = refuses.has(act.order) && !isHeldByOther(act) ? 'refused' : act.state
        assert.equal(act.state, expected)
        if (!isHeldBack(act.order)) assert.equal(act.state, 'done')
      }
      function isHeldByOther(act: Act): boolean {
        const answers = bodies[act.order]?.answers
        return answers !== undefined && answers < act.order && isHeldBack(answers)
      }
    }),
    { numRuns: 300 },
  )
})

/** More faults than this in a row are told to the person, which is another story. */
function withFewFaults(weather: Weather[]): Weather[] {
  let faults = 0
  return weather.filter((each) => each !== 'fault' || ++faults < 4)
}

it('an act that is taken away while another is on its way is not sent', async () => {
  const [first, second] = actsOf([
    { refused: false, answers: undefined },
    { refused: false, answers: undefined },
  ])
  const kept = new Map([first, second].map((act) => [act?.id ?? '', act as Act]))
  const sent: string[] = []
  await sendActs({
    shelf: {
      all: async () => [...kept.values()],
      change: async (id, to) => {
        const act = kept.get(id)
        if (act !== undefined) kept.set(id, to(act))
        return kept.get(id)
      },
    },
    ...{ personId: 'ingrid', nowMs: () => 0 },
    send: async ({ id }) => {
      kept.delete('act-1')
      sent.push(id)
      return { reply: {} }
    },
  })
  assert.deepEqual(sent, ['act-0'])
})
