// The part of the reporting tree that the address asks for, and what one may do to it.
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { TreeLevel, TreeNode } from '#contract/people'
import type { PersonId } from '#contract/ref'
import { useToast } from '#ui/toast'
import { OPEN_MAX, openIn, openWord, type TreeAddress } from './tree-address.ts'
import { everybodyOn, growTree } from './tree-branches.ts'
import { fetchMore, levelQuery } from './tree-levels.ts'

const topsQuery = {
  queryKey: ['people', 'list-reports', {}],
  queryFn: () => call('people', 'listReports', { limit: 50 }),
}

function lineQuery(id: PersonId) {
  return {
    queryKey: ['people', 'get-line', { id }],
    queryFn: () => call('people', 'getLine', { id }),
  }
}

/** Fetches what the address asks for, and grows the branches of it. */
export function useTree(address: TreeAddress) {
  const tops = useQuery(topsQuery)
  const asked = [...new Set([address.person, address.from, address.to])].filter((id) => id !== undefined)
  const lines = useQueries({ queries: asked.map(lineQuery) })
  const pinned = lines.flatMap(({ data }) => data?.people ?? [])
  const roots = tops.data?.items ?? []
  const open = openIn(address) ?? openAtFirst(roots, pinned, asked)
  const found = useQueries({ queries: [...open].map(levelQuery) })
  const levels = new Map<PersonId, TreeLevel>()
  for (const { data } of found) if (data != null) levels.set(data.manager.id, data)
  const isPending = tops.isPending || lines.some((line) => line.isPending)
  const failed = [tops, ...found].find(({ isError }) => isError)
  const branches = growTree({ tops: roots, levels, pinned }, open)
  const isSettled = !isPending && found.every((level) => !level.isPending)
  return {
    tops,
    branches,
    isSettled,
    open,
    levels,
    isPending,
    failed,
    hasMoreTops: tops.data?.nextCursor != null,
  }
}

/** One top tells little alone; several, folded, tell which trees there are. Whoever is asked for is led to. */
function openAtFirst(
  tops: readonly TreeNode[],
  pinned: readonly TreeNode[],
  asked: readonly PersonId[],
): ReadonlySet<PersonId> {
  const managers = pinned.filter(({ id }) => !asked.includes(id) || pinned.some((p) => p.managerId === id))
  return new Set([...(tops.length === 1 ? tops : []), ...managers].map(({ id }) => id))
}

type Tree = ReturnType<typeof useTree>

/** Unfolding and folding, each a step that the browser can take back. */
export function useTreeActs(address: TreeAddress, { open, branches, levels }: Tree) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const toast = useToast()
  const show = (next: TreeAddress) => navigate({ to: '/people/tree', search: next, resetScroll: false })
  const openOnly = (ids: ReadonlySet<PersonId>, change: TreeAddress = {}) => {
    if (ids.size > OPEN_MAX) {
      toast({
        sentence: say('{most} people are unfolded already, and no more fit. Fold some first.', {
          most: OPEN_MAX,
        }),
      })
      return
    }
    show({ ...address, ...change, open: openWord(ids) })
  }
  /** An act that asks the server first, and says why when nothing came of it. */
  const orTell = (act: Promise<void>) => void act.catch((error) => toast({ sentence: sentenceOf(error) }))
  const toggle = (node: TreeNode) => {
    if (!open.has(node.id)) return openOnly(new Set([...open, node.id]))
    const branch = everybodyOn(branches).find((each) => each.node.id === node.id)
    // Whoever is folded away keeps nobody unfolded out of sight, or the address would fill with them.
    openOnly(open.difference(new Set(everybodyOn(branch ? [branch] : []).map((each) => each.node.id))))
  }
  const unfoldAllBelow = async (id: PersonId) => {
    const { managerIds, isCut } = await call('people', 'listManagersBelow', { id })
    const room = [...open].filter((each) => !managerIds.includes(each)).length
    const fitting = managerIds.slice(0, OPEN_MAX - room)
    openOnly(new Set([...open, ...fitting]))
    if (isCut || fitting.length < managerIds.length) {
      toast({
        sentence: say('The nearest {count} managers are unfolded; further ones are still folded.', {
          count: fitting.length,
        }),
      })
    }
  }
  /** Unfolds the way down to somebody and marks them. */
  const lead = async (id: PersonId, startFrom: ReadonlySet<PersonId>) => {
    const { people } = await queries.fetchQuery(lineQuery(id))
    const above = people.slice(0, -1).map((each) => each.id)
    const kept = [...startFrom].filter((each) => !above.includes(each)).slice(0, OPEN_MAX - above.length)
    openOnly(new Set([...above, ...kept]), { person: id, by: undefined, group: undefined, none: undefined })
  }
  return {
    show,
    toggle,
    foldAll: () => openOnly(new Set()),
    unfoldAllBelow: (id: PersonId) => orTell(unfoldAllBelow(id)),
    leadTo: (id: PersonId) => orTell(lead(id, open)),
    backToLineOf: (id: PersonId) => orTell(lead(id, new Set())),
    showMore: (node: TreeNode) => {
      const level = levels.get(node.id)
      if (level !== undefined) orTell(fetchMore(queries, level))
    },
  }
}

export type TreeActs = ReturnType<typeof useTreeActs>
