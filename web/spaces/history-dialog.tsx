// The earlier wordings of something said, the newest first.
import { useQuery } from '@tanstack/react-query'
import { call } from '#browser/client'
import { say, sayWith } from '#browser/say'
import type { Post, Reply } from '#contract/said'
import { Dialog } from '#ui/dialog'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import { When } from '#ui/when'
import { Words } from '#ui/words'
import styles from './history-dialog.module.css'

type HistoryDialogProps = { said: Post | Reply; isOpen: boolean; onClose: () => void }

export function HistoryDialog({ said, isOpen, onClose }: HistoryDialogProps) {
  return (
    <Dialog title={say('Earlier words')} open={isOpen} onClose={onClose}>
      {isOpen && <Versions saidId={said.id} />}
    </Dialog>
  )
}

function Versions({ saidId }: { saidId: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['spaces', 'list-versions', saidId],
    queryFn: () => call('spaces', 'listVersions', { saidId, limit: 50 }),
  })
  if (data === undefined)
    return error === null ? <Skeleton lines={4} /> : <Trouble problem={error} onRetry={refetch} />
  return (
    <ol className={styles.versions}>
      {data.items.map((version) => (
        <li key={version.at} className={styles.version}>
          <p className={styles.when}>
            {sayWith('{when} by {author}', { when: <When at={version.at} />, author: version.by.name })}
          </p>
          {version.title && <p className={styles.title}>{version.title}</p>}
          <Words markdown={version.body} />
        </li>
      ))}
    </ol>
  )
}
