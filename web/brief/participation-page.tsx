// How many executives take part in the brief, week by week: counts of whole weeks, for stewards, of nobody in particular.
import { useQuery } from '@tanstack/react-query'
import { call } from '#browser/client'
import { LANGUAGE } from '#browser/language'
import { say } from '#browser/say'
import { useMe } from '#browser/session'
import type { ParticipationWeek } from '#contract/brief-history'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import page from '../ui/page.module.css'
import table from '../ui/table.module.css'
import { participationCsv } from './participation-csv.ts'
import styles from './participation-page.module.css'

const DAY = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeZone: 'UTC' })

export function ParticipationPage() {
  const { roles } = useMe()
  return (
    <div className={page.page}>
      <header>
        <PageTitle>{say('Who takes part')}</PageTitle>
        <p className={page.under}>
          {say('How many executives did something with their brief, in weeks that are over.')}
        </p>
      </header>
      {roles.includes('steward') ? (
        <Weeks />
      ) : (
        <EmptyState sentence={say('How many take part is for stewards to see.')} />
      )}
      <Explained />
    </div>
  )
}

function Weeks() {
  const { data, error, refetch } = useQuery({
    queryKey: ['brief', 'get-participation'],
    queryFn: () => call('brief', 'getParticipation', {}),
  })
  if (data === undefined)
    return error === null ? <Skeleton lines={6} /> : <Trouble problem={error} onRetry={refetch} />
  if (data.weeks.length === 0)
    return <EmptyState sentence={say('The first week is counted when it is over, on Monday.')} />
  return <Table weeks={data.weeks} />
}

function Table({ weeks }: { weeks: readonly ParticipationWeek[] }) {
  const file = `data:text/csv;charset=utf-8,${encodeURIComponent(participationCsv(weeks))}`
  return (
    <>
      <div className={table.table}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('Week from')}</th>
              <th scope="col">{say('Agreed to be counted')}</th>
              <th scope="col">{say('Took part')}</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ week, agreed, tookPart }) => (
              <tr key={week}>
                <th scope="row">{DAY.format(new Date(`${week}T00:00:00Z`))}</th>
                <td>{agreed ?? <Hidden />}</td>
                <td>{tookPart ?? <Hidden />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <a href={file} download="participation.csv">
          {say('Save as CSV')}
        </a>
      </p>
    </>
  )
}

function Hidden() {
  return <span className={styles.hidden}>{say('hidden')}</span>
}

function Explained() {
  return (
    <section className={styles.explained} aria-labelledby="how-it-is-counted">
      <h2 id="how-it-is-counted">{say('How it is counted')}</h2>
      <ul>
        <li>
          {say(
            'An executive here is an active person with the role “executive”. Only those are counted who agreed to it in the settings of their brief; nobody is from the beginning.',
          )}
        </li>
        <li>
          {say(
            'To take part is to do anything with at least one card: read, answer, thank, put off. A week is from Monday to Sunday, in UTC.',
          )}
        </li>
        <li>
          {say(
            'A week is counted once, on the Monday after it, and never again. So no figure changes when somebody agrees later, or no longer.',
          )}
        </li>
        <li>
          {say(
            'Hidden means that fewer than five people stand behind the figure, or behind the difference between the two.',
          )}
        </li>
      </ul>
    </section>
  )
}
