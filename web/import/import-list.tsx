import { useQuery } from '@tanstack/react-query'
import { call } from '#browser/client'
import type { ImportRun } from '#contract/import'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import { When } from '#ui/when'
import styles from './administration-page.module.css'

const NUMBERS = new Intl.NumberFormat('en')

/** What came in, with counts that add up. */
export function ImportList() {
  const imports = useQuery({
    queryKey: ['import', 'list-imports'],
    queryFn: () => call('import', 'listImports', {}),
  })
  if (imports.isPending) return <Skeleton lines={3} />
  if (imports.isError) return <Trouble problem={imports.error} onRetry={imports.refetch} />
  return (
    <>
      <p className={styles.note}>
        Archives come in at the command line: <code>npm run foyer -- import slack export.zip</code>, likewise{' '}
        <code>mbox</code> and <code>people</code>. Without <code>--apply</code> it only says what would
        happen.
      </p>
      {imports.data.items.length === 0 ? (
        <p>Nothing came in yet.</p>
      ) : (
        <ul className={styles.list}>
          {imports.data.items.map((run) => (
            <ImportItem key={run.id} run={run} />
          ))}
        </ul>
      )}
    </>
  )
}

function ImportItem({ run }: { run: ImportRun }) {
  const reasons = [...run.skipped, ...run.lossy]
  return (
    <li className={styles.item}>
      <div>
        <b>{run.file}</b>
        <small>
          {run.source} · <When at={run.startedAt} />
          {run.finishedAt === null && ' · not finished; run the same command again'}
        </small>
      </div>
      <span>
        {NUMBERS.format(run.messagesFound)} found: {NUMBERS.format(run.messagesNew)} new,{' '}
        {NUMBERS.format(run.messagesKnown)} known before, {NUMBERS.format(run.messagesSkipped)} skipped
      </span>
      {reasons.length > 0 && (
        <details>
          <summary>What was skipped or came in changed</summary>
          <table className={styles.counts}>
            <tbody>
              {reasons.map(({ reason, count }) => (
                <tr key={reason}>
                  <td>{NUMBERS.format(count)}</td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </li>
  )
}
