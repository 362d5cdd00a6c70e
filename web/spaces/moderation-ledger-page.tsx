// How much was reported, hidden, put back, locked and moved, month by month: counts that everybody reads, of nobody.
import { useQuery } from '@tanstack/react-query'
import { call } from '#browser/client'
import type { LedgerLine, LedgerMonth } from '#contract/judged'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import page from '../ui/page.module.css'
import { HIDE_REASONS } from './hide-reasons.ts'
import styles from './moderation.module.css'
import { ModerationWays } from './moderation-ways.tsx'
import { LEDGER_WORDS } from './moderation-words.ts'

const MONTH = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' })

export function ModerationLedgerPage() {
  const ledger = useQuery({
    queryKey: ['spaces', 'get-ledger'],
    queryFn: () => call('spaces', 'getLedger', {}),
  })
  const told = ledger.data?.months.filter(({ lines }) => lines.some(({ count }) => count !== null))
  return (
    <div className={page.page}>
      <header>
        <PageTitle>Ledger of moderation</PageTitle>
        <p className={page.under}>
          Counts of whole months, without names. Where there are fewer than five, no number is shown, and
          sometimes another is left out that would tell it; the month under way comes when it is over.
        </p>
      </header>
      <ModerationWays />
      {told === undefined && ledger.error === null && <Skeleton lines={6} />}
      {told === undefined && ledger.error !== null && (
        <Trouble problem={ledger.error} onRetry={ledger.refetch} />
      )}
      {told?.length === 0 && (
        <EmptyState sentence="In no month of the last year did anything happen five times or more." />
      )}
      {told?.map((month) => (
        <Month key={month.month} month={month} />
      ))}
    </div>
  )
}

function Month({ month: { month, lines } }: { month: LedgerMonth }) {
  return (
    <section className={styles.table}>
      <table>
        <caption>
          <h2>{MONTH.format(new Date(`${month}-01T00:00:00Z`))}</h2>
        </caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">How often</th>
            <th scope="col">By reason</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.what}>
              <th scope="row">{LEDGER_WORDS[line.what]}</th>
              <td>{shown(line.count)}</td>
              <td>
                <ByReason line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ByReason({ line: { count, byReason } }: { line: LedgerLine }) {
  if (count === null || byReason.length === 0) return null
  const told = byReason.filter((each) => each.count !== null)
  const rest = told.length < byReason.length
  return (
    <>
      {told.map((each) => `${HIDE_REASONS[each.reason]} ${each.count}`).join(', ')}
      {rest && <span className={styles.few}>{told.length > 0 ? ', others not shown' : 'not shown'}</span>}
    </>
  )
}

function shown(count: number | null) {
  return count === null ? <span className={styles.few}>fewer than 5</span> : count
}
