// What one saved from briefs and what one reflected on: for oneself alone, until the notebook takes it.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import type { Card } from '#contract/brief'
import { Button } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import { Skeleton } from '#ui/skeleton'
import { useToast } from '#ui/toast'
import { Trouble } from '#ui/trouble'
import { When } from '#ui/when'
import { Words } from '#ui/words'
import { CardWords } from './card-words.tsx'
import styles from './saved-page.module.css'

const SAVED = ['brief', 'list-saved']

type SavedItem = {
  id: string
  at: string
  kind: 'saved' | 'reflection'
  prompt: string | null
  body: string | null
  words: Card['words']
}

export function SavedPage() {
  const { data, error, refetch } = useQuery({
    queryKey: SAVED,
    queryFn: () => call('brief', 'listSaved', { limit: 50 }),
  })
  return (
    <div className={styles.page}>
      <header>
        <PageTitle>Saved</PageTitle>
        <p className={styles.under}>What you kept from your briefs. Nobody else can see it.</p>
      </header>
      {data?.items.length === 0 && (
        <EmptyState
          sentence="Press Save on a card, or answer the last card of a brief, and it stands here."
          action={<Link to="/brief">Open your brief</Link>}
        />
      )}
      {data !== undefined && (
        <ul className={styles.list}>
          {data.items.map((item) => (
            <li key={item.id} className={styles.item}>
              <Item item={item} />
            </li>
          ))}
        </ul>
      )}
      {data === undefined && error === null && <Skeleton lines={8} />}
      {data === undefined && error !== null && <Trouble problem={error} onRetry={refetch} />}
    </div>
  )
}

function Item({ item }: { item: SavedItem }) {
  return (
    <article aria-label={item.kind === 'saved' ? 'Saved words' : 'A reflection'}>
      <p className={styles.when}>
        {item.kind === 'saved' ? 'Saved' : 'Reflected'} <When at={item.at} />
      </p>
      {item.prompt && <p className={styles.prompt}>{item.prompt}</p>}
      {item.body && <Words markdown={item.body} />}
      {item.words && <CardWords words={item.words} />}
      {item.kind === 'saved' && item.words === null && (
        <p className={styles.gone}>These words were deleted, or you may no longer see them.</p>
      )}
      <div className={styles.foot}>
        {item.words && <ToThread words={item.words} />}
        <Forget id={item.id} />
      </div>
    </article>
  )
}

function ToThread({ words: { postId, replyId } }: { words: NonNullable<Card['words']> }) {
  if (replyId === null) {
    return (
      <Link to="/threads/$postId" params={{ postId }}>
        Open the thread
      </Link>
    )
  }
  return (
    <Link to="/threads/$postId/$replyId" params={{ postId, replyId }}>
      Open the thread
    </Link>
  )
}

/** Forgetting cannot be undone, so it asks first. */
function Forget({ id }: { id: string }) {
  const client = useQueryClient()
  const toast = useToast()
  const [isAsking, setIsAsking] = useState(false)
  const forget = useMutation({
    mutationFn: () => call('brief', 'forgetSaved', { id }),
    onSuccess: () => {
      toast({ sentence: 'Forgotten.' })
      return client.invalidateQueries({ queryKey: SAVED })
    },
    onError: (error) => toast({ sentence: sentenceOf(error) }),
  })
  if (!isAsking) {
    return (
      <Button kind="quiet" onClick={() => setIsAsking(true)}>
        Forget
      </Button>
    )
  }
  return (
    <>
      <Button kind="danger" disabled={forget.isPending} onClick={() => forget.mutate()}>
        Forget for good
      </Button>
      <Button kind="quiet" onClick={() => setIsAsking(false)}>
        Keep it
      </Button>
    </>
  )
}
