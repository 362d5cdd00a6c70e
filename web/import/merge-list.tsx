import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say, sayWith } from '#browser/say'
import type { MergedAddress } from '#contract/import'
import { Button } from '#ui/button'
import { Skeleton } from '#ui/skeleton'
import { useToast } from '#ui/toast'
import { Trouble } from '#ui/trouble'
import styles from './administration-page.module.css'
import { messagesOf } from './amounts.ts'

const MERGES = ['import', 'list-merges']
const SHOWN_FIRST = 10
/** As many as the contract gives at once. */
const MERGES_MAX = 200

/**
 * Each with its evidence. Nobody signs in by one until it is confirmed; a wrong one is split again, with what was said
 * under it.
 */
export function MergeList() {
  const [isAll, setIsAll] = useState(false)
  const merges = useQuery({
    queryKey: MERGES,
    queryFn: () => call('import', 'listMerges', { limit: MERGES_MAX }),
  })
  if (merges.isPending) return <Skeleton lines={3} />
  if (merges.isError) return <Trouble problem={merges.error} onRetry={merges.refetch} />
  if (merges.data.items.length === 0) return <p>{say('No addresses were merged.')}</p>
  const { items } = merges.data
  return (
    <>
      <ul className={styles.list}>
        {items.slice(0, isAll ? MERGES_MAX : SHOWN_FIRST).map((merge) => (
          <MergeItem key={merge.address} merge={merge} />
        ))}
      </ul>
      {!isAll && items.length > SHOWN_FIRST && (
        <div>
          <Button onClick={() => setIsAll(true)}>{say('Show all {count}', { count: items.length })}</Button>
        </div>
      )}
    </>
  )
}

function useMerge(merge: MergedAddress) {
  const queries = useQueryClient()
  const toast = useToast()
  const split = useMutation({
    mutationFn: () => call('import', 'splitAddress', { address: merge.address }),
    onSuccess: ({ movedCount }) => {
      queries.invalidateQueries({ queryKey: MERGES })
      toast({
        sentence: say('{address} is a person of their own now. {messages} moved along.', {
          address: merge.address,
          messages: messagesOf(movedCount),
        }),
      })
    },
    onError: (error) => toast({ sentence: sentenceOf(error) }),
  })
  const confirm = useMutation({
    mutationFn: () => call('import', 'confirmAddress', { address: merge.address }),
    onSuccess: () => {
      queries.invalidateQueries({ queryKey: MERGES })
      toast({
        sentence: say('{name} can sign in by {address} from now on.', {
          name: merge.person.name,
          address: merge.address,
        }),
      })
    },
    onError: (error) => toast({ sentence: sentenceOf(error) }),
  })
  return { split, confirm, isBusy: split.isPending || confirm.isPending }
}

function MergeItem({ merge }: { merge: MergedAddress }) {
  const { split, confirm, isBusy } = useMerge(merge)
  return (
    <li className={styles.item}>
      <div className={styles.merge}>
        <div>
          <b>{merge.address}</b>
          <small>
            {sayWith('taken for {person}: {evidence}', {
              person: (
                <Link to="/people/$id" params={{ id: merge.person.id }}>
                  {merge.person.name}
                </Link>
              ),
              evidence: merge.evidence,
            })}
          </small>
        </div>
        <div className={styles.deeds}>
          <Button
            disabled={isBusy}
            onClick={() => confirm.mutate()}
            aria-label={say('Confirm {address}', { address: merge.address })}
          >
            {say('Confirm')}
          </Button>
          <Button
            kind="quiet"
            disabled={isBusy}
            onClick={() => split.mutate()}
            aria-label={say('Split {address}', { address: merge.address })}
          >
            {say('Split')}
          </Button>
        </div>
      </div>
    </li>
  )
}
