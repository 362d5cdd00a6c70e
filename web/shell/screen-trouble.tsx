// In place of a screen that could not be fetched or that broke.
import type { ErrorComponentProps } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '#browser/client'
import { PageTitle } from '#ui/page-title'
import { Trouble } from '#ui/trouble'
import styles from './screen-trouble.module.css'

export function ScreenTrouble({ error }: ErrorComponentProps) {
  const [problem, setProblem] = useState<unknown>(error)
  // Begins the page anew, as an update may have taken this screen away; but only once Foyer answers, since a browser
  // that reloads without a line shows a page of its own.
  const tryAgain = () => call('auth', 'whoAmI', {}).then(() => location.reload(), setProblem)
  return (
    <div className={styles.page}>
      <PageTitle>This screen did not open</PageTitle>
      <Trouble problem={problem} onRetry={tryAgain} />
    </div>
  )
}
