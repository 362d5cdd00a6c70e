// The part of the reporting tree that was fetched so far, and who is open in it.
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#browser/client'
import type { TreeNode } from '#contract/people'
import type { PersonId } from '#contract/ref'
import { personQuery } from './person-query.ts'

/** Longer lines than this are in no organisation; a chart that claims one is broken. */
const LINE_STEPS_MAX = 40

/** @param shown whom the picture must show, with everybody above them */
export function useTree(shown: readonly PersonId[]) {
  const queries = useQueryClient()
  const [fetched, setFetched] = useState<readonly TreeNode[]>([])
  const [chosen, setChosen] = useState<ReadonlyMap<string, 'open' | 'closed'>>(new Map())
  const start = useQuery(belowQuery(undefined))
  const lines = useQuery({
    queryKey: ['people', 'lines-above', shown],
    queryFn: () => fetchLines(queries, shown),
    enabled: shown.length > 0,
  })
  const parts = [start.data?.nodes ?? [], lines.data?.nodes ?? [], fetched]
  const nodes = [...new Map(parts.flat().map((node) => [node.id, node])).values()]
  const roots = start.data?.nodes.filter(({ managerId }) => managerId === null) ?? []
  // One root tells little alone; several, closed, tell which trees there are.
  const open = new Set<string>([
    ...(lines.data?.managers ?? []),
    ...(roots.length === 1 ? roots : []).map(idOf),
  ])
  for (const [id, choice] of chosen) {
    if (choice === 'open') open.add(id)
    else open.delete(id)
  }
  const toggle = async (node: TreeNode) => {
    setChosen(new Map(chosen).set(node.id, open.has(node.id) ? 'closed' : 'open'))
    if (nodes.some(({ managerId }) => managerId === node.id)) return
    const below = await queries.fetchQuery(belowQuery(node.id))
    setFetched((before) => [...before, ...below.nodes])
  }
  return { start, lines, nodes, open, toggle }
}

function idOf({ id }: TreeNode): string {
  return id
}

function belowQuery(rootId: PersonId | undefined) {
  return {
    queryKey: ['people', 'get-reporting-tree', { rootId }],
    queryFn: () => call('people', 'getReportingTree', { levels: 1, ...(rootId !== undefined && { rootId }) }),
  }
}

/** Everybody above some people, with the reports of each, so that the people themselves are among them. */
async function fetchLines(queries: QueryClient, people: readonly PersonId[]) {
  const lines = await Promise.all(people.map((id) => fetchManagers(queries, id)))
  const managers = [...new Set(lines.flat())]
  const below = await Promise.all(managers.map((id) => queries.fetchQuery(belowQuery(id))))
  return { managers, nodes: below.flatMap(({ nodes }) => nodes) }
}

async function fetchManagers(queries: QueryClient, id: PersonId): Promise<PersonId[]> {
  const managers: PersonId[] = []
  let { manager } = await queries.fetchQuery(personQuery(id))
  while (manager !== null && managers.length < LINE_STEPS_MAX) {
    managers.push(manager.id)
    manager = (await queries.fetchQuery(personQuery(manager.id))).manager
  }
  return managers
}
