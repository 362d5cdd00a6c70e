// One segment for every card, as long as its seconds.
import type { CSSProperties } from 'react'
import type { Segment } from './progress.ts'
import styles from './progress-track.module.css'

export function ProgressTrack({ segments }: { segments: Segment[] }) {
  const done = segments.filter((segment) => segment.part === 1).length
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label="Progress of this brief"
      aria-valuemin={0}
      aria-valuemax={segments.length}
      aria-valuenow={done}
      aria-valuetext={`${done} of ${segments.length} done`}
    >
      {segments.map(({ key, seconds, part }) => (
        <span key={key} className={styles.segment} style={{ flexGrow: Math.max(1, seconds) }}>
          <span className={styles.done} style={{ '--part': part } as CSSProperties} />
        </span>
      ))}
    </div>
  )
}
