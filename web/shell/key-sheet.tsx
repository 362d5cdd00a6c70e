// The sheet that `?` opens: which keys work on this screen.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Dialog } from '#ui/dialog'
import { listKeys, useKeys } from '#ui/keys'
import { listWritingKeys } from '../editor/shortcuts.ts'
import styles from './key-sheet.module.css'

export function KeySheet() {
  const [isOpen, setIsOpen] = useState(false)
  const navigate = useNavigate()
  useKeys({
    '?': { label: 'Show the keys', act: () => setIsOpen(true) },
    b: { label: 'Brief', act: () => navigate({ to: '/brief' }) },
    h: { label: 'Home', act: () => navigate({ to: '/' }) },
  })
  return (
    <Dialog title="Keys" open={isOpen} onClose={() => setIsOpen(false)}>
      <KeyList keys={listKeys().map(([key, label]) => [key.length === 1 ? key.toUpperCase() : key, label])} />
      <p className={styles.note}>Single keys can be switched off in your settings.</p>
      <h3 className={styles.while}>While you write</h3>
      <KeyList keys={listWritingKeys()} />
    </Dialog>
  )
}

function KeyList({ keys }: { keys: [string, string][] }) {
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
