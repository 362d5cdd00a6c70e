// How much was reported, hidden, put back, locked and moved, month by month: counts that everybody reads, of nobody.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '#browser/client'
import { LANGUAGE } from '#browser/language'
import { say, sayAs, sayWith } from '#browser/say'
import type { LedgerLine, LedgerMonth } from '#contract/judged'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import page from '../ui/page.module.css'
import table from '../ui/table.module.css'
import { HIDE_REASONS } from './hide-reasons.ts'
import styles from './moderation.module.css'
import { ModerationWays } from './moderation-ways.tsx'
import { LEDGER_WORDS } from './moderation-words.ts'

const MONTH = new Intl.DateTimeFormat(LANGUAGE, { month: 'long', year: 'numeric', timeZone: 'UTC' })
const LIST = new Intl.ListFormat(LANGUAGE, { type: 'unit' })

export function ModerationLedgerPage() {
  const ledger = useQuery({
    queryKey: ['spaces', 'get-ledger'],
    queryFn: () => call('spaces', 'getLedger', {}),
  })
  const told = ledger.data?.months.filter(({ lines }) => lines.some(({ count }) => count !== null))
  return (
    <div className={page.page}>
      <header>
        <PageTitle>{say('Ledger of moderation')}</PageTitle>
        <p className={page.under}>
          {say(
            'Counts of whole months, without names. Where there are fewer than five, no number is shown, and sometimes another is left out that would tell it; the month under way comes when it is over.',
          )}
        </p>
      </header>
      <ModerationWays />
      {told === undefined && ledger.error === null && <Skeleton lines={6} />}
      {told === undefined && ledger.error !== null && (
        <Trouble problem={ledger.error} onRetry={ledger.refetch} />
      )}
      {told?.length === 0 && (
        <EmptyState sentence={say('In no month of the last year did anything happen five times or more.')} />
      )}
      {told?.map((month) => (
        <Month key={month.month} month={month} />
      ))}
    </div>
  )
}

function Month({ month: { month, lines } }: { month: LedgerMonth }) {
  return (
    <section className={`${table.table} ${styles.ledger}`}>
      <table>
        <caption>
          <h2>{MONTH.format(new Date(`${month}-01T00:00:00Z`))}</h2>
        </caption>
        <thead>
          <tr>
            <th scope="col">{sayAs('heading of a column', 'What')}</th>
            <th scope="col">{say('How often')}</th>
            <th scope="col">{say('By reason')}</th>
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
  const reasons = LIST.format(told.map((each) => `${HIDE_REASONS[each.reason]} ${each.count}`))
  if (told.length === byReason.length) return reasons
  const few = (words: ReactNode) => <span className={styles.few}>{words}</span>
  return told.length === 0
    ? few(say('not shown'))
    : sayWith('{reasons}<few>, others not shown</few>', { reasons, few })
}

function shown(count: number | null) {
  return count === null ? <span className={styles.few}>{say('fewer than 5')}</span> : count
}
