// One segment for every card, as long as its seconds.
import type { CSSProperties } from 'react'
import { say } from '#browser/say'
import type { Segment } from './progress.ts'
import styles from './progress-track.module.css'

export function ProgressTrack({ segments }: { segments: Segment[] }) {
  const done = segments.filter((segment) => segment.part === 1).length
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={say('Progress of this brief')}
      aria-valuemin={0}
      aria-valuemax={segments.length}
      aria-valuenow={done}
      aria-valuetext={say('{done} of {count} done', { done, count: segments.length })}
    >
      {segments.map(({ key, seconds, part }) => (
        <span key={key} className={styles.segment} style={{ flexGrow: Math.max(1, seconds) }}>
          <span className={styles.done} style={{ '--part': part } as CSSProperties} />
        </span>
      ))}
    </div>
  )
}
