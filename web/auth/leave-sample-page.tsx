// Asks before the sample company goes, since it cannot be taken back.
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '#browser/client'
import { clearAllDrafts } from '#browser/drafts'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import { useMe } from '#browser/session'
import { Button } from '#ui/button'
import begin from './begin.module.css'
import styles from './door.module.css'
import { Door } from './door.tsx'
import { Waiting } from './waiting.tsx'

export function LeaveSamplePage() {
  const { roles } = useMe()
  if (!roles.includes('guest')) return <Leave />
  return (
    <Door
      title={say('A guest cannot end it')}
      under={say('You stand in the shoes of a guest, and the house is not a guest’s to close.')}
    >
      <p>
        <Link to="/shoes" className={begin.other}>
          {say('Change shoes')}
        </Link>
      </p>
    </Door>
  )
}

function Leave() {
  const leave = useMutation({
    mutationFn: () => call('auth', 'leaveSample', {}),
    onSuccess: () => {
      clearAllDrafts()
      location.assign('/welcome')
    },
  })
  const isLeaving = leave.isPending || leave.isSuccess
  return (
    <Door
      title={say('Leave the sample company?')}
      under={say(
        'Its people go, with all they said and all that you and others wrote here. It ends for everybody who is looking around in it, and it cannot be taken back.',
      )}
    >
      <p>
        {say(
          'Afterwards you are where Foyer begins. You can open the sample company again as it was, or begin with your own.',
        )}
      </p>
      <div className={styles.form}>
        <div>
          <Button kind="danger" disabled={isLeaving} onClick={() => leave.mutate()}>
            {isLeaving ? say('Leaving …') : say('Leave and remove everything')}
          </Button>
          <Waiting isWaiting={isLeaving} sentence={say('Everything is being removed.')} />
        </div>
        {leave.error !== null && (
          <p role="alert" className={styles.problem}>
            {sentenceOf(leave.error)}
          </p>
        )}
        <Link to="/" className={begin.other}>
          {say('Stay')}
        </Link>
      </div>
    </Door>
  )
}
