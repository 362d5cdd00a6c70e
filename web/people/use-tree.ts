// The part of the reporting tree that was fetched so far, and who is open in it.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#browser/client'
import type { TreeNode } from '#contract/people'
import type { PersonId } from '#contract/ref'

const LEVELS = 2

/** @param rootId below whom the picture begins; undefined for everybody who reports to nobody */
export function useTree(rootId: PersonId | undefined) {
  const queries = useQueryClient()
  const [fetched, setFetched] = useState<ReadonlyMap<string, TreeNode>>(new Map())
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const below = (id: PersonId | undefined) => ({
    queryKey: ['people', 'get-reporting-tree', { rootId: id }],
    queryFn: () =>
      call('people', 'getReportingTree', { levels: LEVELS, ...(id !== undefined && { rootId: id }) }),
  })
  const start = useQuery(below(rootId))
  const nodes = new Map((start.data?.nodes ?? []).map((node) => [node.id as string, node]))
  for (const [id, node] of fetched) if (!nodes.has(id)) nodes.set(id, node)
  const managers = new Set([...nodes.values()].map(({ managerId }) => managerId as string | null))
  const open = new Set([...nodes.keys()].filter((id) => managers.has(id) && !closed.has(id)))

  const toggle = async (node: TreeNode) => {
    const rest = new Set(closed)
    if (open.has(node.id)) rest.add(node.id)
    else rest.delete(node.id)
    setClosed(rest)
    if (managers.has(node.id)) return
    const more = await queries.fetchQuery(below(node.id))
    setFetched(
      (before) => new Map([...before, ...more.nodes.map((each) => [each.id as string, each] as const)]),
    )
  }
  return { start, nodes: [...nodes.values()], open, toggle }
}
