// The name of a space where it is mentioned, with its openness where that is not the ordinary one.
import { Link } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import type { SpaceRef } from '#contract/ref'
import styles from './space-link.module.css'
import { VISIBILITIES } from './space-words.ts'

export function SpaceLink({ space }: { space: SpaceRef }) {
  return (
    <Link to="/spaces/$id" params={{ id: space.id }} className={styles.space}>
      {space.visibility === 'private' && (
        <Lock className={styles.lock} strokeWidth={1.75} role="img" aria-label={VISIBILITIES.private} />
      )}
      {space.name}
    </Link>
  )
}
