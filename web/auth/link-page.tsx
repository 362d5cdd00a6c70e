// Where a link in a mail leads: opening it does nothing, so that a mail scanner cannot use it up.
import { useMutation } from '@tanstack/react-query'
import { Link, useParams, useRouter } from '@tanstack/react-router'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import { useEnter } from '#browser/session'
import { takeWayBack } from '#browser/way-back'
import { Button } from '#ui/button'
import styles from './door.module.css'
import { Door } from './door.tsx'

export function LinkPage() {
  const { token = '' } = useParams({ strict: false })
  const router = useRouter()
  const enter = useEnter()
  const use = useMutation({
    mutationFn: () => call('auth', 'useLink', { token }),
    onSuccess: (standing) => {
      if (enter(standing)) router.history.replace(takeWayBack())
    },
  })
  return (
    <Door title={say('Come in')} under={say('This link signs you in on this device, once.')}>
      {use.error === null ? (
        <div>
          <Button kind="go" disabled={use.isPending} onClick={() => use.mutate()}>
            {use.isPending ? say('Signing in …') : say('Sign in')}
          </Button>
        </div>
      ) : (
        <div className={styles.form}>
          <p role="alert" className={styles.problem}>
            {sentenceOf(use.error)}
          </p>
          <Link to="/sign-in">{say('Sign in another way')}</Link>
        </div>
      )}
    </Door>
  )
}
