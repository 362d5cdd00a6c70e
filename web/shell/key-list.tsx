// The sheet of keys: which work on this screen, and which while one writes.
import { say } from '#browser/say'
import { Dialog } from '#ui/dialog'
import { listKeys } from '#ui/keys'
import { listWritingKeys } from '../editor/shortcuts.ts'
import styles from './key-list.module.css'

export function KeyList({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={say('Keys')} open onClose={onClose}>
      <Keys keys={listKeys().map(([key, label]) => [key.length === 1 ? key.toUpperCase() : key, label])} />
      <p className={styles.note}>{say('Single keys can be switched off in your settings.')}</p>
      <h3 className={styles.while}>{say('While you write')}</h3>
      <Keys keys={listWritingKeys()} />
    </Dialog>
  )
}

function Keys({ keys }: { keys: [string, string][] }) {
  return (
    <dl className={styles.keys}>
      {keys.map(([key, label]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{label}</dd>
        </div>
      ))}
    </dl>
  )
}
