// The first screen of an empty house, with its two ways: look around in the sample company, or begin with one's own.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import { useStanding } from '#browser/session'
import { STANDING } from '#browser/standing'
import { Button } from '#ui/button'
import styles from './begin.module.css'
import { BeginPage } from './begin.tsx'
import { Door } from './door.tsx'
import { LanguageOffer } from './language-offer.tsx'
import { OpenDoorNote } from './open-door-note.tsx'
import { Waiting } from './waiting.tsx'

export function WelcomePage() {
  const { data } = useStanding()
  if (data?.standing === 'signed-in') return <BeginPage />
  const mayOpenSample = data?.standing !== 'first-run' || data.mayOpenSample
  return (
    <Door title={say('Welcome to Foyer')} under={say('The room everyone crosses. There are two ways in.')}>
      {mayOpenSample && <Explore isOpenToOthers={data?.standing === 'first-run' && data.isOpenToOthers} />}
      <section className={styles.way}>
        <h2>{say('Begin with your own')}</h2>
        <p>
          {say(
            'A name for your network and an account for you, its administrator. Then bring the mail or Slack archive that you have, or start empty.',
          )}
        </p>
        <Link to="/welcome/own" className={mayOpenSample ? styles.other : styles.go}>
          {say('Begin with your own')}
        </Link>
      </section>
      <LanguageOffer />
    </Door>
  )
}

function Explore({ isOpenToOthers }: { isOpenToOthers: boolean }) {
  const queries = useQueryClient()
  const open = useMutation({
    mutationFn: () => call('import', 'openSample', {}),
    // The standing that comes back leads to the shoes. Somebody else may have begun meanwhile, so it is asked anew
    // after a refusal too.
    onSettled: () => queries.invalidateQueries({ queryKey: STANDING }),
  })
  return (
    <section className={styles.way}>
      <h2>{say('Explore the sample company')}</h2>
      <p>
        {say(
          'A made-up company with its people, their questions and their quarrels, so that you see Foyer lived in. It needs no account. You look around in the shoes of somebody there, and when you leave, all of it goes.',
        )}
      </p>
      {isOpenToOthers && <OpenDoorNote />}
      <div>
        <Button kind="go" disabled={open.isPending} onClick={() => open.mutate()}>
          {open.isPending ? say('Opening …') : say('Explore the sample company')}
        </Button>
        <Waiting
          isWaiting={open.isPending}
          sentence={say('Its people are moving in. This takes a few seconds.')}
        />
      </div>
      {open.error !== null && (
        <p role="alert" className={styles.problem}>
          {sentenceOf(open.error)}
        </p>
      )}
    </section>
  )
}
