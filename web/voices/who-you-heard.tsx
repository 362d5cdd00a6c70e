// Whom the reader heard: the sentence first, then a picture, and the table one press away.
import { useQuery } from '@tanstack/react-query'
import type { CSSProperties } from 'react'
import { call } from '#browser/client'
import { useMe } from '#browser/session'
import type { HeardBand } from '#contract/voices'
import { Skeleton } from '#ui/skeleton'
import styles from './who-you-heard.module.css'

const BANDS: Record<HeardBand['band'], string> = {
  'your-reports': 'Your reports',
  'two-steps': 'Two steps',
  'three-or-more': 'Three or more',
  elsewhere: 'Elsewhere',
}

const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 })

export function WhoYouHeard() {
  // What the whole network is made of is none of a guest's business, and their readings are few.
  const isGuest = useMe().roles.includes('guest')
  return isGuest ? null : <Heard />
}

function Heard() {
  const { data: heard, isPending } = useQuery({
    queryKey: ['voices', 'who-you-heard'],
    queryFn: () => call('voices', 'whoYouHeard', {}),
  })
  // It stands beside the matter at hand; when it cannot be had, the brief goes on without it.
  if (heard === undefined) return isPending ? <Skeleton lines={4} /> : null
  return (
    <section className={styles.heard} aria-labelledby="who-you-heard">
      <h2 id="who-you-heard" className={styles.title}>
        Who you heard this month
      </h2>
      <p className={styles.sentence}>{heard.sentence}</p>
      {heard.readTotal > 0 && <Picture bands={heard.bands} />}
      <p className={styles.note}>Seen by you alone.</p>
    </section>
  )
}

function Picture({ bands }: { bands: HeardBand[] }) {
  return (
    <>
      <div className={styles.bars} role="img" aria-label={bands.map(spoken).join(' ')}>
        {bands.map((band) => (
          <Band key={band.band} band={band} />
        ))}
      </div>
      <p className={styles.note}>The tick marks the share of the network.</p>
      <Figures bands={bands} />
    </>
  )
}

function spoken({ band, readShare, networkShare }: HeardBand): string {
  return `${BANDS[band]}: ${percent.format(readShare)} of what you read, ${percent.format(networkShare)} of the network.`
}

function Band({ band: { band, readShare, networkShare } }: { band: HeardBand }) {
  const shares = { '--read': readShare, '--network': networkShare } as CSSProperties
  return (
    <div className={styles.band}>
      <span>{BANDS[band]}</span>
      <span className={styles.bar} style={shares}>
        <span className={styles.read} />
        <span className={styles.tick} />
      </span>
      <span className={styles.share}>{percent.format(readShare)}</span>
    </div>
  )
}

function Figures({ bands }: { bands: HeardBand[] }) {
  return (
    <details className={styles.figures}>
      <summary>As a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Distance</th>
            <th scope="col">Read</th>
            <th scope="col">Share</th>
            <th scope="col">Network</th>
          </tr>
        </thead>
        <tbody>
          {bands.map(({ band, readCount, readShare, networkShare }) => (
            <tr key={band}>
              <th scope="row">{BANDS[band]}</th>
              <td>{readCount}</td>
              <td>{percent.format(readShare)}</td>
              <td>{percent.format(networkShare)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
