// Moving a thread: where to, and who comes to read it and who no longer does, said before it is done.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#browser/client'
import { useSettled } from '#browser/use-settled'
import type { Move } from '#contract/judged'
import type { SpaceId, SpaceRef } from '#contract/ref'
import type { Post } from '#contract/said'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import styles from './moderation.module.css'
import { opennessOf } from './space-words.ts'
import { useSpaceList } from './use-spaces.ts'

const SETTLED_MS = 200

type MoveThreadProps = { post: Post; onMove: (place: { from: SpaceRef; to: SpaceRef }) => Promise<void> }

export function MoveThread({ post, onMove }: MoveThreadProps) {
  const [target, setTarget] = useState<SpaceId>()
  if (target === undefined) return <SpaceChoice except={post.space.id} onChoose={setTarget} />
  return <Consequences post={post} target={target} onMove={onMove} onBack={() => setTarget(undefined)} />
}

function SpaceChoice({ except, onChoose }: { except: SpaceId; onChoose: (id: SpaceId) => void }) {
  const [search, setSearch] = useState('')
  const list = useSpaceList('all', useSettled(search.trim(), SETTLED_MS))
  const spaces = list.data?.pages[0]?.items.filter(({ id }) => id !== except) ?? []
  return (
    <div className={styles.form}>
      <Field
        label="Which space"
        type="search"
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      {list.error !== null && <Trouble problem={list.error} onRetry={list.refetch} />}
      <ul className={styles.spaces}>
        {spaces.slice(0, 8).map((space) => (
          <li key={space.id}>
            <button type="button" className={styles.space} onClick={() => onChoose(space.id)}>
              <span>{space.name}</span>
              <span className={styles.note}>{opennessOf(space)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

type ConsequencesProps = MoveThreadProps & { target: SpaceId; onBack: () => void }

function Consequences({ post, target, onMove, onBack }: ConsequencesProps) {
  const [isBusy, setIsBusy] = useState(false)
  const plan = useQuery({
    queryKey: ['spaces', 'plan-move', post.id, target],
    queryFn: () => call('spaces', 'planMove', { postId: post.id, spaceId: target }),
    staleTime: 0,
  })
  if (plan.error !== null) {
    return (
      <div className={styles.form}>
        <Trouble problem={plan.error} />
        <Button onClick={onBack}>Choose another space</Button>
      </div>
    )
  }
  if (plan.data === undefined) return <Skeleton lines={4} />
  const { from, to, gains, loses } = plan.data
  const move = async () => {
    setIsBusy(true)
    await onMove({ from, to })
    setIsBusy(false)
  }
  return (
    <div className={styles.form}>
      <p>
        From {from.name} to <strong>{to.name}</strong>, with all replies and files.
      </p>
      <dl className={styles.readers}>
        <dt>Comes to read it</dt>
        <dd>{readersOf(gains, 'Everybody of the house')}</dd>
        <dt>No longer reads it</dt>
        <dd>{readersOf(loses, 'Everybody of the house who is not in it')}</dd>
      </dl>
      <div className={styles.buttons}>
        <Button kind="go" disabled={isBusy} onClick={move}>
          Move it
        </Button>
        <Button kind="quiet" onClick={onBack}>
          Choose another space
        </Button>
      </div>
    </div>
  )
}

function readersOf({ isEverybody, count, people }: Move['gains'], everybody: string): string {
  if (isEverybody) return everybody
  if (count === 0) return 'Nobody'
  const names = people.map(({ name }) => name).join(', ')
  return count > people.length ? `${names} and ${count - people.length} more` : names
}
