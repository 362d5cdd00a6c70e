// One's attention: minutes a week, what was promised to those who asked, and the pace one reads at. For oneself alone.
import { now, timeZone } from '#browser/clock'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { AttentionOverview } from '#contract/attention'
import { PageTitle } from '#ui/page-title'
import { Skeleton } from '#ui/skeleton'
import { useToast } from '#ui/toast'
import { Trouble } from '#ui/trouble'
import choices from '../../ui/choices.module.css'
import page from '../../ui/page.module.css'
import styles from './attention.module.css'
import { whenInWords } from './days.ts'
import { KeptPromises } from './kept-promises.tsx'
import { LearnedPace } from './learned-pace.tsx'
import { useAttention, useSaveAttention } from './use-attention.ts'

export function AttentionPage() {
  const { data, error, refetch } = useAttention()
  const { save, wanted } = useSaveAndTell()
  return (
    <div className={page.page}>
      <header>
        <PageTitle>{say('Your minutes a week')}</PageTitle>
        <p className={page.under}>{say('Nobody else can see this.')}</p>
      </header>
      {data !== undefined && (
        <>
          <Budget
            attention={data.attention}
            wanted={wanted?.minutes}
            onChoose={(minutes) => save({ minutes })}
          />
          <KeptPromises promises={data.promises} />
          <LearnedPace pace={data.pace} wanted={wanted?.pace} onChoose={(pace) => save({ pace })} />
        </>
      )}
      {data === undefined && error === null && <Skeleton lines={8} />}
      {data === undefined && error !== null && <Trouble problem={error} onRetry={refetch} />}
    </div>
  )
}

/** Everything is saved as it is chosen, and shown so while it is on its way; a refusal says why. */
function useSaveAndTell() {
  const save = useSaveAttention()
  const toast = useToast()
  const saveAndTell = (chosen: Parameters<typeof save.mutate>[0]) =>
    save.mutate(chosen, {
      onSuccess: () => toast({ sentence: say('Saved.') }),
      onError: (error) =>
        toast({ sentence: say('That was not saved. {sentence}', { sentence: sentenceOf(error) }) }),
    })
  return { save: saveAndTell, wanted: save.isPending ? save.variables : undefined }
}

const OFFERED = [null, 15, 30, 45, 60, 90] as const

type BudgetProps = {
  attention: AttentionOverview['attention']
  /** What was chosen and is being saved. */
  wanted: number | null | undefined
  onChoose: (minutes: number | null) => void
}

function Budget({ attention, wanted, onChoose }: BudgetProps) {
  const chosen = wanted === undefined ? (attention?.minutes ?? null) : wanted
  // A budget that was set elsewhere is among those to choose from.
  const offered = OFFERED.some((each) => each === chosen) ? OFFERED : [...OFFERED, chosen]
  return (
    <section className={styles.sheet} aria-labelledby="minutes-a-week">
      <h2 id="minutes-a-week">{say('For your briefs')}</h2>
      <fieldset className={choices.choices}>
        <legend>{say('Minutes a week')}</legend>
        {offered.map((minutes) => (
          <label key={minutes} className={choices.choice}>
            <input
              type="radio"
              name="minutes-a-week"
              checked={minutes === chosen}
              onChange={() => onChoose(minutes)}
            />
            {minutes === null ? say('No limit') : say('{minutes} min', { minutes })}
          </label>
        ))}
      </fieldset>
      {attention !== null && <p className={styles.figure}>{spentSentence(attention)}</p>}
      <p className={styles.hint}>
        {say(
          'With a limit, whoever asks you something sees by which day you can be expected to answer, and nothing of what waits before it. Once the minutes are spent, what is asked of you waits for the next week.',
        )}
      </p>
    </section>
  )
}

function spentSentence({ minutes, secondsSpent, isSpent, goesOnAt }: NonNullable<BudgetProps['attention']>) {
  const spent = Math.round(secondsSpent / 60)
  if (!isSpent) return say('You spent {spent} of {minutes} minutes this week.', { spent, minutes })
  const when = whenInWords(goesOnAt, { now: now(), timeZone: timeZone() })
  return say('You spent {spent} of {minutes} minutes this week. It goes on {when}.', { spent, minutes, when })
}
