// Who is in a space.
import { Link } from '@tanstack/react-router'
import { say } from '#browser/say'
import type { Space } from '#contract/spaces'
import { Avatar } from '#ui/avatar'
import { Dialog } from '#ui/dialog'
import { GuestMark } from '#ui/guest-mark'
import { ShowMore } from '#ui/show-more'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import styles from './members-dialog.module.css'
import { useMembers } from './use-spaces.ts'

type MembersDialogProps = { space: Space; isOpen: boolean; onClose: () => void }

export function MembersDialog({ space, isOpen, onClose }: MembersDialogProps) {
  return (
    <Dialog title={say('Members of {space}', { space: space.name })} open={isOpen} onClose={onClose}>
      {isOpen && <Members space={space} />}
    </Dialog>
  )
}

function Members({ space }: { space: Space }) {
  const list = useMembers(space.id)
  if (list.data === undefined) {
    return list.error === null ? (
      <Skeleton lines={6} />
    ) : (
      <Trouble problem={list.error} onRetry={list.refetch} />
    )
  }
  const members = list.data.pages.flatMap((each) => each.items)
  return (
    <>
      <ul className={styles.list}>
        {members.map((person) => (
          <li key={person.id} className={styles.member}>
            <Avatar person={person} />
            <div>
              <Link to="/people/$id" params={{ id: person.id }} className={styles.name}>
                {person.name}
              </Link>
              <GuestMark guestOf={person.guestOf} />
              <span className={styles.place}>
                {[person.title, person.unit, person.location].filter(Boolean).join(' · ')}
              </span>
            </div>
          </li>
        ))}
      </ul>
      <ShowMore of={list} />
    </>
  )
}
