import { type TextareaHTMLAttributes, useId } from 'react'
import styles from './text-area.module.css'

/** A field for more than a line; it grows with what is typed. */
export function TextArea({
  label,
  ...area
}: TextareaHTMLAttributes<HTMLTextAreaElement> & { label: string }) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <textarea rows={3} {...area} id={id} className={styles.area} />
    </div>
  )
}
