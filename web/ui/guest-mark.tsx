import { say } from '#browser/say'
import type { PersonRef } from '#contract/ref'
import styles from './guest-mark.module.css'

/** Beside the name of a guest: that they are one, and where they come from. */
export function GuestMark({ guestOf }: Pick<PersonRef, 'guestOf'>) {
  if (guestOf === null) return null
  return (
    <span className={styles.guest}>
      {guestOf === '' ? say('Guest') : say('Guest · {guestOf}', { guestOf })}
    </span>
  )
}
