// The brief: a few things that are worth these minutes, one at a time, and an end.
import { say } from '#browser/say'
import { PageTitle } from '#ui/page-title'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import styles from './brief-page.module.css'
import { BriefSitting } from './brief-sitting.tsx'
import type { BriefParts } from './parts.ts'
import { useBrief } from './use-brief.ts'

export function BriefPage({ parts }: { parts: BriefParts }) {
  const { data: brief, error, refetch } = useBrief()
  if (brief !== undefined) return <BriefSitting brief={brief} parts={parts} />
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <PageTitle>{say('Your brief')}</PageTitle>
      </header>
      {error === null ? <CardSkeleton /> : <Trouble problem={error} onRetry={refetch} />}
    </div>
  )
}

function CardSkeleton() {
  return (
    <>
      <div className={styles.track} />
      <div className={styles.waiting}>
        <Skeleton lines={6} />
      </div>
    </>
  )
}
