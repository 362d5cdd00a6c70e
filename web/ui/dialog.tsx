import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { say } from '#browser/say'
import styles from './dialog.module.css'

type DialogProps = { title: string; open: boolean; onClose: () => void; children: ReactNode }

/** The platform's own dialog: it traps the focus, closes on Escape, and gives the focus back. */
export function Dialog({ title, open, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    if (element === null || element.open === open) return
    if (!open) return element.close()
    element.showModal()
    // The platform would begin at the button that closes; who opened a form wants to fill it in.
    element.querySelector<HTMLElement>('input, textarea, select')?.focus()
  }, [open])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, which the platform does by itself.
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        // A press beside the content lands on the dialog itself.
        if (event.target === event.currentTarget) onClose()
      }}
    >
      {open && (
        <div className={styles.content}>
          <header className={styles.top}>
            <h2 id={titleId}>{title}</h2>
            <button type="button" className={styles.close} onClick={onClose} aria-label={say('Close')}>
              <X size={20} strokeWidth={1.75} aria-hidden="true" />
            </button>
          </header>
          {children}
        </div>
      )}
    </dialog>
  )
}
