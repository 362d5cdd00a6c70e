// Who you heard, whole: the conclusion in words, then dimension by dimension, then month by month.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { say } from '#browser/say'
import { useMe } from '#browser/session'
import type { HeardDimension, HeardPeriod, WhoYouHeard } from '#contract/voices'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import { Panel } from '#ui/panel'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import choices from '../ui/choices.module.css'
import page from '../ui/page.module.css'
import { HeardPicture, PictureLegend } from './heard-picture.tsx'
import { HeardTrend } from './heard-trend.tsx'
import { BANDS, DIMENSIONS, hundredth, PERIODS, percent, tenth } from './heard-words.ts'
import { useHeard } from './use-heard.ts'
import styles from './voices-page.module.css'

export function VoicesPage() {
  const isGuest = useMe().roles.includes('guest')
  return (
    <div className={page.page}>
      <header>
        <PageTitle>{say('Who you heard')}</PageTitle>
        <p className={page.under}>
          {say('What you really read, against what the network is made of. Seen by you alone.')}
        </p>
      </header>
      {isGuest ? (
        <EmptyState
          sentence={say('Who is heard across the network is told to its members.')}
          action={<Link to="/spaces">{say('Your spaces')}</Link>}
        />
      ) : (
        <Heard />
      )}
    </div>
  )
}

function Heard() {
  const [period, setPeriod] = useState<HeardPeriod>('month')
  const { data, error, refetch, isPlaceholderData } = useHeard(period)
  return (
    <>
      <PeriodChoice period={period} onChoose={setPeriod} />
      {data === undefined && error === null && <Skeleton lines={10} />}
      {error !== null && (data === undefined || isPlaceholderData) && (
        <Trouble problem={error} onRetry={refetch} />
      )}
      {data !== undefined && <Told heard={data} />}
    </>
  )
}

type PeriodChoiceProps = { period: HeardPeriod; onChoose: (period: HeardPeriod) => void }

function PeriodChoice({ period, onChoose }: PeriodChoiceProps) {
  return (
    <fieldset className={choices.choices}>
      <legend>{say('Over')}</legend>
      {(Object.keys(PERIODS) as HeardPeriod[]).map((each) => (
        <label key={each} className={choices.choice}>
          <input type="radio" name="period" checked={each === period} onChange={() => onChoose(each)} />
          {PERIODS[each]}
        </label>
      ))}
    </fieldset>
  )
}

function Told({ heard }: { heard: WhoYouHeard }) {
  if (heard.readTotal === 0) {
    return (
      <EmptyState
        sentence={say(
          'You have not read anything in this time. What you dwell on for a few seconds counts, and what you answer or react to; then it says here whom you heard, and whom not.',
        )}
        action={<Link to="/brief">{say('Open your brief')}</Link>}
      />
    )
  }
  return (
    <>
      <p className={styles.sentence} role="status">
        {heard.sentence}
      </p>
      <PictureLegend />
      {heard.dimensions.map((dimension) => (
        <Dimension key={dimension.by} dimension={dimension} />
      ))}
      <HeardTrend />
      <HowItIsCounted />
    </>
  )
}

function Dimension({ dimension }: { dimension: HeardDimension }) {
  const { by, sentence, cells, cellTotal, band } = dimension
  return (
    <Panel title={DIMENSIONS[by]}>
      <p>{sentence}</p>
      {cells.length > 0 && (
        <>
          {band !== null && <p className={styles.band}>{BANDS[band]}</p>}
          <HeardPicture cells={cells} title={DIMENSIONS[by]} />
          {cells.length < cellTotal && (
            <p className={styles.note}>
              {say('The largest {shown} of {total} are shown; the figures are of all.', {
                shown: cells.length,
                total: cellTotal,
              })}
            </p>
          )}
          <Figures dimension={dimension} />
        </>
      )}
      <Unknown dimension={dimension} />
    </Panel>
  )
}

function Figures({ dimension: { coverage, effectiveVoices, rootJsd, cellTotal } }: DimensionProps) {
  return (
    <dl className={styles.figures}>
      {coverage !== null && (
        <div>
          <dt>{say('Heard at all')}</dt>
          <dd>{percent(coverage)}</dd>
        </div>
      )}
      {effectiveVoices !== null && (
        <div>
          <dt>{say('As varied as')}</dt>
          <dd>{say('{effective} of {total}', { effective: tenth(effectiveVoices), total: cellTotal })}</dd>
        </div>
      )}
      {rootJsd !== null && (
        <div>
          <dt>{say('Away from the network')}</dt>
          <dd>{hundredth(rootJsd)}</dd>
        </div>
      )}
    </dl>
  )
}

type DimensionProps = { dimension: HeardDimension }

/** What is not known is said, and not guessed. */
function Unknown({ dimension: { by, unknownReadCount, unknownNetworkShare } }: DimensionProps) {
  if (by === 'distance' || (unknownReadCount === 0 && unknownNetworkShare === 0)) return null
  return (
    <p className={styles.note}>
      {say(
        'Not counted here, as it is not known of them: {count, plural, =0 {nothing you read} one {# thing you read} other {# things you read}}, and {share} of the network.',
        { count: unknownReadCount, share: percent(unknownNetworkShare) },
      )}
    </p>
  )
}

function HowItIsCounted() {
  return (
    <details className={styles.how}>
      <summary>{say('How this is counted')}</summary>
      <p>
        {say(
          'A post or a reply counts once, on the day you first dwelt on it, answered it or reacted to it. “As varied as” is two to the power of the entropy of your reading. “Away from the network” is the root of the Jensen-Shannon divergence: 0 is the same, 1 has nothing in common; below 0.15 your reading mirrors the network, above 0.35 it is filtered. It is said from 30 readings on.',
        )}
      </p>
      <p>
        {say(
          'People are told apart by distance, unit, site and level, words by their language, and nobody by anything else.',
        )}
      </p>
    </details>
  )
}
