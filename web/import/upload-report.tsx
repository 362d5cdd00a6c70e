import { DAYS_LOCALE } from '#browser/language'
import { say } from '#browser/say'
import type { ArchiveSource, ImportReport } from '#contract/import'
import { filesOf, numbered, peopleOf, spacesOf } from './amounts.ts'
import styles from './import.module.css'

type ReportProps = { report: ImportReport; source: ArchiveSource }

/** What a dry run found: counts that add up, then every reason with its places. */
export function UploadReport({ report, source }: ReportProps) {
  const { found, fresh, known, skipped, reasons } = report
  const counts = { found, fresh: numbered(fresh), known: numbered(known), skipped: numbered(skipped) }
  const span = spanOf(report)
  return (
    <div className={styles.plain}>
      <p>
        {source === 'people'
          ? say(
              '{found, plural, one {# row} other {# rows}}: {fresh} new, {known} known already, {skipped} left out.',
              counts,
            )
          : say(
              '{found, plural, one {# message} other {# messages}}: {fresh} new, {known} known already, {skipped} left out.',
              counts,
            )}
        {span !== undefined && ` ${span}`}
      </p>
      {source !== 'people' && <Beside report={report} />}
      {reasons.length > 0 && (
        <details>
          <summary>{say('What is left out or comes in changed, and where')}</summary>
          <Reasons reasons={reasons} />
        </details>
      )}
    </div>
  )
}

/** What comes along with the messages. */
function Beside({ report: { people, spaces, files, merges } }: Pick<ReportProps, 'report'>) {
  return (
    <ul>
      <li>
        {say('{people}, of whom {fresh} become known; nobody is let in.', {
          people: peopleOf(people.found),
          fresh: numbered(people.fresh),
        })}
      </li>
      <li>
        {say('{spaces} and {count, plural, one {# private conversation} other {# private conversations}}.', {
          spaces: spacesOf(spaces.named),
          count: spaces.conversations,
        })}
      </li>
      {files.found > 0 && (
        <li>
          {say('{files}, of which {fresh} come along.', {
            files: filesOf(files.found),
            fresh: numbered(files.fresh),
          })}
        </li>
      )}
      {merges > 0 && (
        <li>
          {say(
            '{count, plural, one {# address} other {# addresses}} taken for somebody known by another one. Each can be split off again.',
            { count: merges },
          )}
        </li>
      )}
    </ul>
  )
}

const TITLES = {
  skipped: say('Messages that stay out'),
  'left-aside': say('Left aside, no messages'),
  changed: say('Comes in changed'),
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

function spanOf({ firstAt, lastAt }: ImportReport): string | undefined {
  if (firstAt === null || lastAt === null) return undefined
  const days = new Intl.DateTimeFormat(DAYS_LOCALE, { dateStyle: 'medium', timeZone: 'UTC' })
  return say('From {first} to {last}.', {
    first: days.format(new Date(firstAt)),
    last: days.format(new Date(lastAt)),
  })
}
