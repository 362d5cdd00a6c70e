// The sheet that `?` opens: which keys work on this screen.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Dialog } from '#ui/dialog'
import { listKeys, useKeys } from '#ui/keys'
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
      <dl className={styles.keys}>
        {listKeys().map(([key, label]) => (
          <div key={key}>
            <dt>
              <kbd>{key.length === 1 ? key.toUpperCase() : key}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>Single keys can be switched off in your settings.</p>
    </Dialog>
  )
}
