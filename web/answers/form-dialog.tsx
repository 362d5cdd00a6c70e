// A dialog with a few fields, one button that does it and one that does not.
import type { FormEvent, ReactNode } from 'react'
import { say } from '#browser/say'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import styles from './question-panel.module.css'

type FormDialogProps = {
  title: string
  submitLabel: string
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

export function FormDialog({ title, submitLabel, onSubmit, onClose, children }: FormDialogProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Dialog title={title} open onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        {children}
        <div className={styles.buttons}>
          <Button type="submit" kind="go">
            {submitLabel}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {say('Cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
