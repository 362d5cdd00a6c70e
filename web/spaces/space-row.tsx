// A space in a list: its name, its purpose, and whether one may join at once.
import { Link } from '@tanstack/react-router'
import { Lock, MessagesSquare, Users } from 'lucide-react'
import { sentenceOf } from '#browser/problem'
import type { SpaceCard } from '#contract/spaces'
import { Button } from '#ui/button'
import { NewMark } from '#ui/fresh-mark'
import { useToast } from '#ui/toast'
import { When } from '#ui/when'
import styles from './space-row.module.css'
import { membersOf, opennessOf } from './space-words.ts'
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
              <NewMark words="something new" as="spoken" />
            </span>
          )}
        </Link>
        {space.purpose && <p className={styles.purpose}>{space.purpose}</p>}
        <p className={styles.facts}>
          <span title={opennessOf(space)}>{capitalised(space.visibility)}</span>
          <span>{membersOf(space.memberCount)}</span>
          {space.lastAt && (
            <span>
              Last active <When at={space.lastAt} />
            </span>
          )}
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
      onSuccess: () => toast({ sentence: `You are in ${space.name}.` }),
      onError: (error) => toast({ sentence: sentenceOf(error) }),
    })
  return (
    <Button kind="plain" disabled={join.isPending} onClick={press} aria-label={`Join ${space.name}`}>
      Join
    </Button>
  )
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
