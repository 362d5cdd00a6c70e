// Says on every screen that one looks as a guest would, and leads back.
import { call } from '#browser/client'
import { lookId, stopLooking } from '#browser/looking'
import { say, sayWith } from '#browser/say'
import type { Standing } from '#contract/auth'
import { Button } from '#ui/button'
import styles from './look-strip.module.css'

export function LookStrip({ standing }: { standing: Standing }) {
  const name = standing.standing === 'signed-in' ? standing.me.person.name : 'a guest'
  const stop = async () => {
    const id = lookId()
    // Should it not arrive, the look ends by itself.
    if (id !== undefined) await call('guests', 'endLook', { lookId: id }).catch(() => {})
    stopLooking('/people/guests')
  }
  return (
    <div className={styles.strip} role="status">
      <span>
        {sayWith(
          'You look as {b} would: what they may see, as far as you may see it yourself. Nothing can be done.',
          { b: <b>{name}</b> },
        )}
      </span>
      <Button onClick={stop}>{say('Stop looking')}</Button>
    </div>
  )
}
