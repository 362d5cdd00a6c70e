// Fetches levels of the reporting tree: those asked for at the same moment in one call.
import type { QueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import type { TreeLevel } from '#contract/people'
import type { PersonId } from '#contract/ref'

/** A level that comes anew by itself would take back the pages that somebody asked for. */
const FRESH_MS = 10 * 60_000
/** As many as the server answers together and one after another. */
const LEVELS_AT_ONCE = 40
const MORE_AT_ONCE = 50

type Asked = { id: PersonId; tell: (level: TreeLevel | null) => void; fail: (problem: unknown) => void }
let asked: Asked[] = []

/** How the reports of one person are fetched; null for a person who does not exist. */
export function levelQuery(id: PersonId) {
  return {
    queryKey: levelKey(id),
    queryFn: () => askTogether(id),
    staleTime: FRESH_MS,
    refetchOnWindowFocus: false,
  }
}

function levelKey(id: PersonId) {
  return ['people', 'get-reporting-tree', { id }]
}

function askTogether(id: PersonId): Promise<TreeLevel | null> {
  return new Promise((tell, fail) => {
    if (asked.length === 0) queueMicrotask(askAll)
    asked.push({ id, tell, fail })
  })
}

function askAll(): void {
  const all = asked
  asked = []
  for (let from = 0; from < all.length; from += LEVELS_AT_ONCE)
    askSome(all.slice(from, from + LEVELS_AT_ONCE))
}

async function askSome(some: readonly Asked[]): Promise<void> {
  try {
    const { levels } = await call('people', 'getReportingTree', { managerIds: some.map(({ id }) => id) })
    const byId = new Map(levels.map((level) => [level.manager.id, level]))
    for (const { id, tell } of some) tell(byId.get(id) ?? null)
  } catch (problem) {
    for (const { fail } of some) fail(problem)
  }
}

/** Fetches the next page of a level and adds it to what is known of it. */
export async function fetchMore(queries: QueryClient, level: TreeLevel): Promise<void> {
  if (level.nextCursor === null) return
  const managerId = level.manager.id
  const page = await call('people', 'listReports', {
    managerId,
    cursor: level.nextCursor,
    limit: MORE_AT_ONCE,
  })
  queries.setQueryData<TreeLevel>(levelKey(managerId), {
    ...level,
    reports: [...level.reports, ...page.items],
    nextCursor: page.nextCursor,
  })
}
