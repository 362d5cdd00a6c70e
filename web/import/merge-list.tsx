import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import type { MergedAddress } from '#contract/import'
import { Button } from '#ui/button'
import { Skeleton } from '#ui/skeleton'
import { useToast } from '#ui/toast'
import { Trouble } from '#ui/trouble'
import styles from './administration-page.module.css'

const MERGES = ['import', 'list-merges']

/** Each with its evidence; a wrong one is split again, with what was said under it. */
export function MergeList() {
  const merges = useQuery({ queryKey: MERGES, queryFn: () => call('import', 'listMerges', {}) })
  if (merges.isPending) return <Skeleton lines={3} />
  if (merges.isError) return <Trouble problem={merges.error} onRetry={merges.refetch} />
  if (merges.data.items.length === 0) return <p>No addresses were merged.</p>
  return (
    <ul className={styles.list}>
      {merges.data.items.map((merge) => (
        <MergeItem key={merge.address} merge={merge} />
      ))}
    </ul>
  )
}

function MergeItem({ merge }: { merge: MergedAddress }) {
  const queries = useQueryClient()
  const toast = useToast()
  const split = useMutation({
    mutationFn: () => call('import', 'splitAddress', { address: merge.address }),
    onSuccess: ({ movedCount }) => {
      queries.invalidateQueries({ queryKey: MERGES })
      toast({
        sentence: `${merge.address} is a person of their own now. ${movedCount} messages moved along.`,
      })
    },
    onError: (error) => toast({ sentence: sentenceOf(error) }),
  })
  return (
    <li className={styles.item}>
      <div className={styles.merge}>
        <div>
          <b>{merge.address}</b>
          <small>
            taken for{' '}
            <Link to="/people/$id" params={{ id: merge.person.id }}>
              {merge.person.name}
            </Link>
            : {merge.evidence}
          </small>
        </div>
        <Button
          disabled={split.isPending}
          onClick={() => split.mutate()}
          aria-label={`Split ${merge.address}`}
        >
          Split
        </Button>
      </div>
    </li>
  )
}
