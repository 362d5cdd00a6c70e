// Whom the reader heard, beside the brief: the sentence first, then by distance; the whole is on its own page.
import { Link } from '@tanstack/react-router'
import { say } from '#browser/say'
import { useMe } from '#browser/session'
import { Skeleton } from '#ui/skeleton'
import { HeardPicture, PictureLegend } from './heard-picture.tsx'
import { DIMENSIONS } from './heard-words.ts'
import { useHeard } from './use-heard.ts'
import styles from './who-you-heard.module.css'

export function WhoYouHeard() {
  // What the whole network is made of is none of a guest's business, and their readings are few.
  const isGuest = useMe().roles.includes('guest')
  return isGuest ? null : <Heard />
}

function Heard() {
  const { data: heard, isPending } = useHeard('month')
  // It stands beside the matter at hand; when it cannot be had, the brief goes on without it.
  if (heard === undefined) return isPending ? <Skeleton lines={4} /> : null
  const distance = heard.dimensions.find(({ by }) => by === 'distance')
  return (
    <section className={styles.heard} aria-labelledby="who-you-heard">
      <h2 id="who-you-heard" className={styles.title}>
        {say('Who you heard this month')}
      </h2>
      <p className={styles.sentence}>{heard.sentence}</p>
      {heard.readTotal > 0 && distance !== undefined && (
        <>
          <HeardPicture cells={distance.cells} title={DIMENSIONS.distance} />
          <PictureLegend />
        </>
      )}
      <p className={styles.note}>
        {say('Seen by you alone.')} <Link to="/voices">{say('All of who you heard')}</Link>
      </p>
    </section>
  )
}
