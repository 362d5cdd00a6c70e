// A figure that opens to the questions whose sum it is.
import { LANGUAGE } from '#browser/language'
import { say } from '#browser/say'
import type { ScaleFigure } from '#contract/scale'
import { ThreadLink } from '#ui/thread-link'
import table from '../ui/table.module.css'
import styles from './ledger.module.css'

const NUMBER = new Intl.NumberFormat(LANGUAGE)
const DAY = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeZone: 'UTC' })

type LedgerFigureProps = { figure: ScaleFigure; name: string; hint: string }

export function LedgerFigure({ figure, name, hint }: LedgerFigureProps) {
  const { count } = figure
  const title = (
    <>
      <span>{name}</span> <b>{count === null ? say('fewer than five') : NUMBER.format(count)}</b>
    </>
  )
  if (count === null || count === 0)
    return (
      <div className={styles.figure}>
        <p className={styles.title}>{title}</p>
        <p className={styles.hint}>{hint}</p>
      </div>
    )
  return (
    <details className={styles.figure}>
      <summary className={styles.title}>{title}</summary>
      <p className={styles.hint}>{hint}</p>
      <Rows figure={figure} name={name} />
    </details>
  )
}

function Rows({ figure: { rows, rest, count }, name }: Pick<LedgerFigureProps, 'figure' | 'name'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by key.
    <div className={table.table} tabIndex={0}>
      <table aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{say('Question')}</th>
            <th scope="col">{say('Answered on')}</th>
            <th scope="col">{say('Count')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.postId}>
              <th scope="row">
                <ThreadLink to={{ postId: row.postId, replyId: null }}>{row.line}</ThreadLink>
              </th>
              <td>{row.day !== null && DAY.format(new Date(`${row.day}T00:00:00Z`))}</td>
              <td>{NUMBER.format(row.count)}</td>
            </tr>
          ))}
          {rest !== null && (
            <tr>
              <th scope="row">
                {say('{count, plural, one {One more question} other {# more questions}} together', {
                  count: rest.questionCount,
                })}
              </th>
              <td />
              <td>{NUMBER.format(rest.count)}</td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('Sum')}</th>
            <td />
            <td>
              <b>{NUMBER.format(count ?? 0)}</b>
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
