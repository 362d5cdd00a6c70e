import type { ButtonHTMLAttributes, ReactNode } from 'react'
import styles from './button.module.css'

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** `go` is the one green button of a screen. */
  kind?: 'go' | 'plain' | 'quiet' | 'danger'
  /** The key that does the same, shown beside the words where there is a keyboard. */
  shortcut?: string
  icon?: ReactNode
}

export function Button({ kind = 'plain', shortcut, icon, children, className, ...rest }: ButtonProps) {
  const classes = [styles.button, styles[kind], className].filter(Boolean).join(' ')
  return (
    <button type="button" {...rest} className={classes}>
      {icon}
      {children}
      {shortcut !== undefined && (
        <span className={styles.key} aria-hidden="true">
          {shortcut}
        </span>
      )}
    </button>
  )
}
