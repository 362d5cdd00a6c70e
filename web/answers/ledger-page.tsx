// The scale ledger: who was served by answers that were given once, and what that spared, down to the rows.
import { Link, useSearch } from '@tanstack/react-router'
import { LANGUAGE } from '#browser/language'
import { say, sayAs } from '#browser/say'
import type { Scale, ScaleOf } from '#contract/scale'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import page from '../ui/page.module.css'
import styles from './ledger.module.css'
import { LedgerAssumptions } from './ledger-assumptions.tsx'
import { ledgerCsv } from './ledger-csv.ts'
import { LedgerFigure } from './ledger-figure.tsx'
import { conclusionOf, spanInWords } from './ledger-words.ts'
import shelves from './library.module.css'
import { useScale } from './use-scale.ts'

const NUMBER = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 1 })

export function LedgerPage() {
  const { of = 'own' }: { of?: ScaleOf } = useSearch({ strict: false })
  return (
    <div className={page.page}>
      <header>
        <PageTitle>{say('What answers spared')}</PageTitle>
        <p className={page.under}>
          {of === 'own'
            ? say('Your answers of the last year. Nobody else can see this.')
            : say('Answers of the last year in open spaces. Who used one is told to nobody.')}
        </p>
      </header>
      <nav className={shelves.shelves} aria-label={say('Whose answers')}>
        <Way of="own" chosen={of} words={sayAs('answers', 'Yours')} />
        <Way of="network" chosen={of} words={say('The network’s')} />
      </nav>
      <Ledger key={of} of={of} />
    </div>
  )
}

function Way({ of, chosen, words }: { of: ScaleOf; chosen: ScaleOf; words: string }) {
  return (
    <Link
      to="/answers/ledger"
      search={of === 'own' ? {} : { of }}
      replace
      activeOptions={{ exact: true }}
      activeProps={{ 'aria-current': undefined }}
      {...(of === chosen && { 'aria-current': 'page' as const })}
    >
      {words}
    </Link>
  )
}

function Ledger({ of }: { of: ScaleOf }) {
  const { data, error, refetch } = useScale(of)
  if (data === undefined)
    return error === null ? <Skeleton lines={8} /> : <Trouble problem={error} onRetry={refetch} />
  const { figures } = data
  if (figures.answers.count === 0 && figures.confirmed.count === 0 && figures.unconfirmed.count === 0)
    return (
      <EmptyState
        sentence={conclusionOf(data)}
        action={
          <Link to="/answers" search={{ shelf: 'unanswered' }}>
            {say('See what waits for an answer')}
          </Link>
        }
      />
    )
  return (
    <>
      <p className={styles.conclusion}>{conclusionOf(data)}</p>
      <Figures scale={data} />
      <LedgerAssumptions key={JSON.stringify(data.assumptions)} scale={data} />
    </>
  )
}

function Figures({ scale }: { scale: Scale }) {
  const { figures, assumptions } = scale
  const file = `data:text/csv;charset=utf-8,${encodeURIComponent(ledgerCsv(scale))}`
  return (
    <section className={styles.sheet} aria-labelledby="figures">
      <h2 id="figures">{say('The figures, and the questions behind them')}</h2>
      <LedgerFigure
        figure={figures.answers}
        name={say('Answers')}
        hint={say('Written in the last year and taken for the answer.')}
      />
      <LedgerFigure
        figure={figures.askers}
        name={say('Askers served')}
        hint={say(
          'Who asked, and who wanted to know too: each person once a question, also where questions were merged.',
        )}
      />
      <LedgerFigure
        figure={figures.confirmed}
        name={say('Used again, confirmed')}
        hint={say(
          'People who said “this answers me” instead of asking, each once a question. Whoever answered, asked or waited is not among them.',
        )}
      />
      <LedgerFigure
        figure={figures.unconfirmed}
        name={say('Used again, perhaps')}
        hint={say(
          'People who opened the answer while they were about to ask, and asked nothing in the week after. Each counts {weight} in the middle, nothing at the low end and fully at the high end.',
          { weight: assumptions.unconfirmedWeight },
        )}
      />
      <Minutes scale={scale} />
      <p>
        <a href={file} download="answers-ledger.csv" className={shelves.way}>
          {say('Save as CSV')}
        </a>
      </p>
    </section>
  )
}

function Minutes({ scale: { reuses, minutes, askerMinutes } }: { scale: Scale }) {
  const hidden = say('Not told, as fewer than five people stand behind it')
  return (
    <dl className={styles.minutes}>
      <div>
        <dt>{say('Used again in the middle, by the weight of “perhaps”')}</dt>
        <dd>{reuses === null ? hidden : NUMBER.format(reuses)}</dd>
      </div>
      <div>
        <dt>{say('Time of those who answer')}</dt>
        <dd>{minutes === null ? hidden : spanInWords(minutes)}</dd>
      </div>
      <div>
        <dt>{say('Time of those who found an answer, not added to the other')}</dt>
        <dd>{askerMinutes === null ? hidden : spanInWords(askerMinutes)}</dd>
      </div>
    </dl>
  )
}
