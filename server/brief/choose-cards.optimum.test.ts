// The choice is compared with the optimum that an independent solver, HiGHS, proves for the same constraints.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import highs, { type Highs } from 'highs'
import { type Choosable, chooseCards, DEFAULT_QUOTAS } from './choose-cards.ts'

const kinds = [
  'needs-you',
  'needs-you',
  'steer',
  'unheard',
  'unheard',
  'reactions',
  'recognise',
  'reflect',
] as const
const budgets = [180, 300, 600, 900]

// The package declares its types for CommonJS, where the loader is under `default`; as a module it is the default.
const loadHighs = highs as unknown as typeof highs.default

/** Numbers in [0, 1), the same in every run (a linear congruential generator). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function instance(seed: number): { candidates: Choosable[]; budgetSeconds: number } {
  const random = randomFrom(seed)
  const upTo = (max: number) => Math.floor(random() * max)
  const authors = 2 + upTo(20)
  const candidates = Array.from({ length: 5 + upTo(36) }, (_, index) => {
    const kind = kinds[upTo(kinds.length)] ?? 'unheard'
    return {
      key: `card ${index}`,
      kind,
      authorId: kind === 'reflect' || upTo(10) === 0 ? undefined : `author ${upTo(authors)}`,
      seconds: 5 * (1 + upTo(40)),
      worth: upTo(12_000) / 1000,
    }
  })
  return { candidates, budgetSeconds: budgets[upTo(budgets.length)] ?? 600 }
}

/** Σ coefficient·x over the candidates for which there is one, in the notation of CPLEX LP files. */
function weighted(candidates: readonly Choosable[], coefficient: (card: Choosable) => number): string {
  const terms = candidates.map((card, index) => ({ coefficient: coefficient(card), index }))
  const present = terms.filter((term) => term.coefficient !== 0)
  return present.map((term) => `${term.coefficient} x${term.index}`).join(' + ') || '0 x0'
}

function constraintsOf(candidates: readonly Choosable[], budgetSeconds: number): string[] {
  const authors = new Set(candidates.map(({ authorId }) => authorId).filter((id) => id !== undefined))
  const caps = [...authors].map(
    (author) =>
      `${weighted(candidates, (card) => (card.authorId === author ? 1 : 0))} <= ${DEFAULT_QUOTAS.perAuthorMax}`,
  )
  return [
    `${weighted(candidates, ({ seconds }) => seconds)} <= ${budgetSeconds}`,
    `${weighted(candidates, ({ kind }) => (kind === 'reflect' ? 1 : 0))} <= 1`,
    ...caps,
  ]
}

function maximum(solver: Highs, objective: string, program: { constraints: string[]; size: number }): number {
  const names = Array.from({ length: program.size }, (_, index) => `x${index}`).join(' ')
  const text = `Maximize\n ${objective}\nSubject To\n ${program.constraints.join('\n ')}\nBinary\n ${names}\nEnd`
  const solution = solver.solve(text, { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 })
  assert.equal(solution.Status, 'Optimal')
  return Math.round(solution.ObjectiveValue)
}

it('is worth exactly what the best possible brief is worth, on 500 random mornings', async () => {
  const solver = await loadHighs()
  for (let seed = 1; seed <= 500; seed += 1) {
    const { candidates, budgetSeconds } = instance(seed)
    const choice = chooseCards(candidates, budgetSeconds)

    const size = candidates.length
    const constraints = constraintsOf(candidates, budgetSeconds)
    const unheard = weighted(candidates, (card) => (card.kind === 'unheard' ? card.seconds : 0))
    const mostUnheard = maximum(solver, unheard, { constraints, size })
    const wanted = Math.ceil((DEFAULT_QUOTAS.unheardShareMin * budgetSeconds) / 5) * 5
    const target = Math.min(wanted, mostUnheard)
    const thousandths = weighted(candidates, ({ worth }) => Math.round(worth * 1000))
    const best = maximum(solver, thousandths, {
      constraints: [...constraints, `${unheard} >= ${target}`],
      size,
    })

    const chosen = choice.cards.reduce((sum, { worth }) => sum + Math.round(worth * 1000), 0)
    assert.equal(choice.unheardTarget, target, `the unheard target of morning ${seed}`)
    assert.equal(chosen, best, `the worth of morning ${seed}`)
  }
})
