// The way to one's notices, with how many are unread. It neither rings nor moves.
import { Link, useNavigate } from '@tanstack/react-router'
import { Bell as BellPicture } from 'lucide-react'
import { say } from '#browser/say'
import { useKeys } from '#ui/keys'
import { Spoken } from '#ui/spoken'
import styles from './bell.module.css'
import { shownCount, useCount, useLiveNotices, useNoteZone } from './use-count.ts'

/** In the rail with its word, in the bar of a phone as a picture. */
export function Bell({ className, as }: { className: string | undefined; as: 'word' | 'picture' }) {
  const count = useCount()?.count ?? 0
  const unread = count > 0 && <span className={styles.unread}>{shownCount(count)}</span>
  return (
    <Link to="/notices" className={className}>
      <span className={styles.bell} aria-hidden="true">
        <BellPicture size={as === 'word' ? 18 : 22} strokeWidth={1.75} />
        {as === 'picture' && unread}
      </span>
      {as === 'word' && (
        <span className={styles.word} aria-hidden="true">
          {say('Notices')}
          {unread}
        </span>
      )}
      <Spoken>
        {count === 0 ? say('Notices') : say('Notices, {count} unread', { count: shownCount(count) })}
      </Spoken>
    </Link>
  )
}

/** Keeps the count up to date and gives notices their key. Stands once on the page. */
export function BellRope() {
  const navigate = useNavigate()
  useLiveNotices()
  useNoteZone()
  useKeys({ i: { label: say('Notices'), act: () => navigate({ to: '/notices' }) } })
  return null
}
