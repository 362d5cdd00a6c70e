// A space in a list: its name, its purpose, and whether one may join at once.
import { Link } from '@tanstack/react-router'
import { Lock, MessagesSquare, Users } from 'lucide-react'
import { sentenceOf } from '#browser/problem'
import { say, sayAs, sayWith } from '#browser/say'
import type { SpaceCard } from '#contract/spaces'
import { Button } from '#ui/button'
import { NewMark } from '#ui/fresh-mark'
import { useToast } from '#ui/toast'
import { When } from '#ui/when'
import styles from './space-row.module.css'
import { membersOf, opennessOf, VISIBILITIES } from './space-words.ts'
import { useJoinSpace } from './use-spaces.ts'

export function SpaceRow({ space }: { space: SpaceCard }) {
  const Icon = space.isConversation ? MessagesSquare : space.visibility === 'open' ? Users : Lock
  return (
    <li className={styles.row}>
      <Icon className={styles.icon} aria-hidden strokeWidth={1.75} />
      <div className={styles.text}>
        <Link to="/spaces/$id" params={{ id: space.id }} className={styles.name}>
          {space.name}
          {space.hasNew && (
            <span className={styles.fresh}>
              <NewMark words={say('something new')} as="spoken" />
            </span>
          )}
        </Link>
        {space.purpose && <p className={styles.purpose}>{space.purpose}</p>}
        <p className={styles.facts}>
          <span title={opennessOf(space)}>{VISIBILITIES[space.visibility]}</span>
          <span>{membersOf(space.memberCount)}</span>
          {space.lastAt && <span>{sayWith('Last active {when}', { when: <When at={space.lastAt} /> })}</span>}
        </p>
      </div>
      {space.visibility === 'open' && !space.youAreMember && <Join space={space} />}
    </li>
  )
}

function Join({ space }: { space: SpaceCard }) {
  const join = useJoinSpace()
  const toast = useToast()
  const press = () =>
    join.mutate(space.id, {
      onSuccess: () => toast({ sentence: say('You are in {space}.', { space: space.name }) }),
      onError: (error) => toast({ sentence: sentenceOf(error) }),
    })
  return (
    <Button
      kind="plain"
      disabled={join.isPending}
      onClick={press}
      aria-label={say('Join {space}', { space: space.name })}
    >
      {sayAs('a space', 'Join')}
    </Button>
  )
}
