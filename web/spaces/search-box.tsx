// The box that `/` opens from anywhere: it answers as one types.
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { say } from '#browser/say'
import { keepSearch } from './recent-searches.ts'
import styles from './search-box.module.css'
import { SearchField } from './search-field.tsx'

export function SearchBox({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const navigate = useNavigate()
  useEffect(() => {
    dialog.current?.showModal()
    field.current?.focus()
  }, [])
  const close = () => dialog.current?.close()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, which the platform does by itself.
    <dialog
      ref={dialog}
      className={styles.box}
      aria-label={say('Search')}
      onClose={onClose}
      onCancel={(event) => {
        // It is told at once: the platform tells of a close a moment later, and who presses `/` by then would find nothing.
        event.preventDefault()
        close()
        onClose()
      }}
      onClick={(event) => {
        // A press beside the content lands on the dialog itself.
        if (event.target === event.currentTarget) close()
      }}
    >
      <div className={styles.content}>
        <SearchField
          typed={typed}
          onType={setTyped}
          onSearch={(query) => {
            keepSearch(query)
            close()
            void navigate({ to: '/search', search: query === '' ? {} : { q: query } })
          }}
          onGone={() => {
            keepSearch(typed)
            close()
          }}
          offers
          field={field}
        />
      </div>
    </dialog>
  )
}
