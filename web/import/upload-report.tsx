import type { ArchiveSource, ImportReport } from '#contract/import'
import { counted, numbered } from './amounts.ts'
import styles from './import.module.css'

type ReportProps = { report: ImportReport; source: ArchiveSource }

/** What a dry run found: counts that add up, then every reason with its places. */
export function UploadReport({ report, source }: ReportProps) {
  const { found, fresh, known, skipped, people, spaces, files, merges, reasons } = report
  return (
    <div className={styles.plain}>
      <p>
        {source === 'people' ? counted(found, 'row') : counted(found, 'message')}: {numbered(fresh)} new,{' '}
        {numbered(known)} known already, {numbered(skipped)} left out.{spanOf(report)}
      </p>
      {source !== 'people' && (
        <ul>
          <li>
            {counted(people.found, 'person', 'people')}, of whom {numbered(people.fresh)} become known; nobody
            is let in.
          </li>
          <li>
            {counted(spaces.named, 'space')} and {counted(spaces.conversations, 'private conversation')}.
          </li>
          {files.found > 0 && (
            <li>
              {counted(files.found, 'file')}, of which {numbered(files.fresh)} come along.
            </li>
          )}
          {merges > 0 && (
            <li>
              {counted(merges, 'address', 'addresses')} taken for somebody known by another one. Each can be
              split off again.
            </li>
          )}
        </ul>
      )}
      {reasons.length > 0 && (
        <details>
          <summary>What is left out or comes in changed, and where</summary>
          <Reasons reasons={reasons} />
        </details>
      )}
    </div>
  )
}

const TITLES = {
  skipped: 'Messages that stay out',
  'left-aside': 'Left aside, no messages',
  changed: 'Comes in changed',
} as const

function Reasons({ reasons }: Pick<ImportReport, 'reasons'>) {
  return (
    <table className={styles.reasons}>
      {Object.entries(TITLES).map(([outcome, title]) => {
        const rows = reasons.filter((reason) => reason.outcome === outcome)
        return (
          rows.length > 0 && (
            <tbody key={outcome}>
              <tr>
                <th colSpan={2}>{title}</th>
              </tr>
              {rows.map(({ reason, count, places }) => (
                <tr key={reason}>
                  <td>{numbered(count)}</td>
                  <td>
                    {reason}
                    <small>
                      {places.map(({ file, line }) => `${file}:${line}`).join(', ')}
                      {count > places.length && places.length > 0 && ' …'}
                    </small>
                  </td>
                </tr>
              ))}
            </tbody>
          )
        )
      })}
    </table>
  )
}

function spanOf({ firstAt, lastAt }: ImportReport): string {
  if (firstAt === null || lastAt === null) return ''
  const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })
  return ` From ${days.format(new Date(firstAt))} to ${days.format(new Date(lastAt))}.`
}
