// Moving a thread: where to, and who comes to read it and who no longer does, said before it is done.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#browser/client'
import { LANGUAGE } from '#browser/language'
import { say, sayWith } from '#browser/say'
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
const LIST = new Intl.ListFormat(LANGUAGE, { type: 'unit' })

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
        label={say('Which space')}
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
        <Button onClick={onBack}>{say('Choose another space')}</Button>
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
        {sayWith('From {from} to <strong>{to}</strong>, with all replies and files.', {
          from: from.name,
          to: to.name,
          strong: (words) => <strong>{words}</strong>,
        })}
      </p>
      <dl className={styles.readers}>
        <dt>{say('Comes to read it')}</dt>
        <dd>{readersOf(gains, say('Everybody of the house'))}</dd>
        <dt>{say('No longer reads it')}</dt>
        <dd>{readersOf(loses, say('Everybody of the house who is not in it'))}</dd>
      </dl>
      <div className={styles.buttons}>
        <Button kind="go" disabled={isBusy} onClick={move}>
          {say('Move it')}
        </Button>
        <Button kind="quiet" onClick={onBack}>
          {say('Choose another space')}
        </Button>
      </div>
    </div>
  )
}

function readersOf({ isEverybody, count, people }: Move['gains'], everybody: string): string {
  if (isEverybody) return everybody
  if (count === 0) return say('Nobody')
  const names = LIST.format(people.map(({ name }) => name))
  const more = count - people.length
  return more > 0 ? say('{names} and {more, plural, one {# more} other {# more}}', { names, more }) : names
}
