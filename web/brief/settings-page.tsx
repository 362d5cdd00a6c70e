// When and how long one's brief is, what its choices weigh, and what it has learned.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { BriefSettings } from '#contract/brief'
import { PageTitle } from '#ui/page-title'
import { Skeleton } from '#ui/skeleton'
import { useToast } from '#ui/toast'
import { Trouble } from '#ui/trouble'
import { Weekdays } from '#ui/weekdays'
import { YourDelegates } from './delegates/your-delegates.tsx'
import { Counting, Delivery, PastWay } from './delivery.tsx'
import { MinutesChoice } from './minutes-choice.tsx'
import { Pace } from './pace.tsx'
import type { BriefParts } from './parts.ts'
import styles from './settings-page.module.css'
import { useSaveSettings, useSettings } from './use-settings.ts'
import { Weights } from './weights.tsx'

export function BriefSettingsPage({ PersonPicker }: Pick<BriefParts, 'PersonPicker'>) {
  const { data, error, refetch } = useSettings()
  return (
    <div className={styles.page}>
      <PageTitle>{say('Your brief')}</PageTitle>
      {data !== undefined && (
        <>
          <When settings={data.settings} />
          <YourDelegates PersonPicker={PersonPicker} />
          <Weights weights={data.weights} />
          <p>
            <Link to="/brief/attention">{say('Your minutes a week, and the pace you read at')}</Link>
          </p>
          <p>
            <Link to="/voices">{say('Who you heard, and whom not')}</Link>
          </p>
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
      <h2 id="when-it-comes">{say('When it comes')}</h2>
      <Row label={say('Minutes')} hint={say('A brief never plans more than this.')}>
        <MinutesChoice
          label={say('Minutes')}
          minutes={settings.minutes}
          onChoose={(minutes) => save({ minutes })}
        />
      </Row>
      <Row label={say('Days')} hint={say('On the other days nothing is put to you.')}>
        <Weekdays chosen={settings.weekdays} onChoose={(weekdays) => save({ weekdays })} />
      </Row>
      <Row label={say('Time')} hint={say('In your own time zone.')}>
        <input
          className={styles.time}
          type="time"
          aria-label={say('Time')}
          required
          defaultValue={settings.time}
          onBlur={({ target }) => {
            if (target.value !== '' && target.value !== settings.time) save({ time: target.value })
          }}
        />
      </Row>
      <Row label={say('Pace')} hint={say('Words a minute. It says how long a card takes you.')}>
        <Pace
          wordsPerMinute={settings.wordsPerMinute}
          onChoose={(wordsPerMinute) => save({ wordsPerMinute })}
        />
      </Row>
      <Delivery settings={settings} onChoose={save} />
      <Counting settings={settings} onChoose={save} />
      <PastWay />
    </section>
  )
}

/** Everything is saved as it is chosen; a refusal puts it back and says why. */
function useSaveAndTell() {
  const save = useSaveSettings()
  const toast = useToast()
  return (settings: Partial<BriefSettings>) =>
    save.mutate(settings, {
      onSuccess: () => toast({ sentence: say('Saved.') }),
      onError: (error) =>
        toast({ sentence: say('That was not saved. {sentence}', { sentence: sentenceOf(error) }) }),
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
