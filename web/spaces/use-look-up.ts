// What the search box knows while somebody types: people, spaces, topics and posts, or values for an operator.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '#browser/client'
import { useSettled } from '#browser/use-settled'
import { OPERATORS, type OperatorName, unfinished } from './operators.ts'

const SETTLED_MS = 120
const COMPLETIONS_MAX = 6

/** The previous answer stays until the next is there; an answer to what is no longer typed is never shown as its own. */
export function useLookUp(typed: string) {
  const settled = useSettled(typed.trim(), SETTLED_MS)
  return useQuery({
    queryKey: ['spaces', 'look-up', settled],
    queryFn: () => call('spaces', 'lookUp', { query: settled }),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
  })
}

/** Values for the operator that is being typed. */
export function useCompletions(
  typed: string,
): { name: OperatorName; start: number; values: string[] } | undefined {
  const operator = unfinished(typed)
  const name = operator?.name
  const value = useSettled(operator?.value.trim() ?? '', SETTLED_MS)
  const looked = useQuery({
    queryKey: ['spaces', 'complete', name, value],
    queryFn: () => valuesFor(name, value),
    enabled: name === 'from' || name === 'in' || name === 'topic',
    placeholderData: keepPreviousData,
  })
  if (operator === undefined || name === undefined) return undefined
  const known = OPERATORS.find((each) => each.name === name)?.values
  const values = known?.filter((each) => each.startsWith(operator.value.toLowerCase())) ?? looked.data ?? []
  return { name, start: operator.start, values }
}

async function valuesFor(name: OperatorName | undefined, value: string): Promise<string[]> {
  if (name === 'in') {
    const { items } = await call('spaces', 'listSpaces', {
      which: 'all',
      limit: COMPLETIONS_MAX,
      ...(value && { search: value }),
    })
    return items.map((space) => space.name)
  }
  if (name === 'topic') {
    const { items } = await call('spaces', 'suggestTopics', { text: value, limit: COMPLETIONS_MAX })
    return items.map(({ topic }) => topic)
  }
  if (value === '') return ['me']
  const { people } = await call('spaces', 'lookUp', { query: value, limit: COMPLETIONS_MAX })
  return people.map((person) => person.name)
}
