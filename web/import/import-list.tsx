import { say, sayWith } from '#browser/say'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import styles from './administration-page.module.css'
import { ArchiveDoor } from './archive-door.tsx'
import { ImportItem } from './import-item.tsx'
import { useImports } from './use-imports.ts'

/** Bringing an archive in, and what came in, with counts that add up. */
export function ImportList() {
  const imports = useImports()
  return (
    <>
      <ArchiveDoor />
      {imports.isPending && <Skeleton lines={3} />}
      {imports.isError && <Trouble problem={imports.error} onRetry={imports.refetch} />}
      {imports.data?.items.length === 0 && <p>{say('Nothing came in yet.')}</p>}
      {imports.data !== undefined && imports.data.items.length > 0 && (
        <ul className={styles.list}>
          {imports.data.items.map((run) => (
            <ImportItem key={run.id} run={run} atMs={imports.dataUpdatedAt} />
          ))}
        </ul>
      )}
      <p className={styles.note}>
        {sayWith(
          'At the command line: <code>npm run foyer -- import slack export.zip</code>, likewise <code>mattermost</code>, <code>mbox</code> and <code>people</code>. Without <code>--apply</code> it only says what would happen.',
          { code: (words) => <code>{words}</code> },
        )}
      </p>
    </>
  )
}
