// When and how long one's brief is, what its choices weigh, and what it has learned.
import type { ReactNode } from 'react'
import { sentenceOf } from '#browser/problem'
import type { BriefSettings } from '#contract/brief'
import { PageTitle } from '#ui/page-title'
import { Skeleton } from '#ui/skeleton'
import { useToast } from '#ui/toast'
import { Trouble } from '#ui/trouble'
import { Weekdays } from '#ui/weekdays'
import { MinutesChoice } from './minutes-choice.tsx'
import { Pace } from './pace.tsx'
import styles from './settings-page.module.css'
import { useSaveSettings, useSettings } from './use-settings.ts'
import { Weights } from './weights.tsx'

export function BriefSettingsPage() {
  const { data, error, refetch } = useSettings()
  return (
    <div className={styles.page}>
      <PageTitle>Your brief</PageTitle>
      {data !== undefined && (
        <>
          <When settings={data.settings} />
          <Weights weights={data.weights} />
        </>
      )}
      {data === undefined && error === null && <Skeleton lines={8} />}
      {data === undefined && error !== null && <Trouble problem={error} onRetry={refetch} />}
    </div>
  )
}

function When({ settings }: { settings: BriefSettings }) {
  const save = useSaveAndTell()
  return (
    <section className={styles.section} aria-labelledby="when-it-comes">
      <h2 id="when-it-comes">When it comes</h2>
      <Row label="Minutes" hint="A brief never plans more than this.">
        <MinutesChoice label="Minutes" minutes={settings.minutes} onChoose={(minutes) => save({ minutes })} />
      </Row>
      <Row label="Days" hint="On the other days nothing is put to you.">
        <Weekdays chosen={settings.weekdays} onChoose={(weekdays) => save({ weekdays })} />
      </Row>
      <Row label="Time" hint="In your own time zone.">
        <input
          className={styles.time}
          type="time"
          aria-label="Time"
          required
          defaultValue={settings.time}
          onBlur={({ target }) => {
            if (target.value !== '' && target.value !== settings.time) save({ time: target.value })
          }}
        />
      </Row>
      <Row label="Pace" hint="Words a minute. It says how long a card takes you.">
        <Pace
          wordsPerMinute={settings.wordsPerMinute}
          onChoose={(wordsPerMinute) => save({ wordsPerMinute })}
        />
      </Row>
    </section>
  )
}

/** Everything is saved as it is chosen; a refusal puts it back and says why. */
function useSaveAndTell() {
  const save = useSaveSettings()
  const toast = useToast()
  return (settings: Partial<BriefSettings>) =>
    save.mutate(settings, {
      onSuccess: () => toast({ sentence: 'Saved.' }),
      onError: (error) => toast({ sentence: `That was not saved. ${sentenceOf(error)}` }),
    })
}

function Row({ label, hint, children }: { label: string; hint: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <div>
        <p className={styles.label}>{label}</p>
        <p className={styles.hint}>{hint}</p>
      </div>
      <div>{children}</div>
    </div>
  )
}
