// In place of a screen that could not be fetched or that broke.
import type { ErrorComponentProps } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { hasOtherBuild } from '#browser/build'
import { call } from '#browser/client'
import { say } from '#browser/say'
import { PageTitle } from '#ui/page-title'
import { Trouble } from '#ui/trouble'
import styles from './screen-trouble.module.css'

export function ScreenTrouble({ error }: ErrorComponentProps) {
  const [problem, setProblem] = useState<unknown>(error)
  // The part was of an earlier build and is gone: the page begins anew, once, as it is then of the later one. Drafts
  // are kept when a page is left.
  useEffect(() => void hasOtherBuild().then((isGone) => isGone && location.reload()), [])
  // Begins the page anew, as an update may have taken this screen away; but only once Foyer answers, since a browser
  // that reloads without a line shows a page of its own.
  const tryAgain = () => call('auth', 'whoAmI', {}).then(() => location.reload(), setProblem)
  return (
    <div className={styles.page}>
      <PageTitle>{say('This screen did not open')}</PageTitle>
      <Trouble problem={problem} onRetry={tryAgain} />
    </div>
  )
}
