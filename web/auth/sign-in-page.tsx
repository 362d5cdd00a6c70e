import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import { useEnter, useStanding } from '#browser/session'
import { takeWayBack } from '#browser/way-back'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import styles from './door.module.css'
import { Door } from './door.tsx'
import { LanguageOffer } from './language-offer.tsx'

export function SignInPage() {
  const standing = useStanding()
  const [address, setAddress] = useState('')
  const [sentTo, setSentTo] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  if (standing.data?.standing === 'signed-in') return <GoOn />
  const networkName = standing.data?.standing === 'signed-out' ? standing.data.networkName : 'Foyer'
  if (sentTo !== undefined) return <LinkSent address={sentTo} onAgain={() => setSentTo(undefined)} />
  return (
    <Door title={say('Sign in to {networkName}', { networkName })}>
      <WithPassword field={field} address={address} onAddress={setAddress} />
      <WithLink field={field} address={address} onSent={setSentTo} />
      <LanguageOffer />
    </Door>
  )
}

/** Leads to where somebody wanted to go. Once: a second navigation at the same time would chase the first for ever. */
function GoOn() {
  const router = useRouter()
  const hasGone = useRef(false)
  useEffect(() => {
    if (hasGone.current) return
    hasGone.current = true
    router.history.replace(takeWayBack())
  }, [router])
  return null
}

/** The field for the address, which both ways in share. */
type Addressed = { field: RefObject<HTMLInputElement | null>; address: string }

function WithPassword({ field, address, onAddress }: Addressed & { onAddress: (address: string) => void }) {
  const [password, setPassword] = useState('')
  const enter = useEnter()
  const signIn = useMutation({
    mutationFn: () => call('auth', 'signIn', { address, password }),
    onSuccess: enter,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate()
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        ref={field}
        label={say('Address')}
        type="email"
        autoComplete="username"
        required
        value={address}
        onChange={({ target }) => onAddress(target.value)}
      />
      <Field
        label={say('Password')}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={({ target }) => setPassword(target.value)}
        {...(signIn.error !== null && { error: sentenceOf(signIn.error) })}
      />
      <Button kind="go" type="submit" disabled={signIn.isPending}>
        {signIn.isPending ? say('Signing in …') : say('Sign in')}
      </Button>
    </form>
  )
}

function WithLink({ field, address, onSent }: Addressed & { onSent: (address: string) => void }) {
  const ask = useMutation({
    mutationFn: () => call('auth', 'askForLink', { address }),
    onSuccess: () => onSent(address),
  })
  // The browser says what is missing, where it is missing.
  const press = () => {
    if (field.current?.reportValidity()) ask.mutate()
  }
  return (
    <section className={styles.other} aria-label={say('Sign in without a password')}>
      <p>{say('No password yet, or forgotten? A link in your mail signs you in once.')}</p>
      <Button disabled={ask.isPending} onClick={press}>
        {ask.isPending ? say('Sending …') : say('Send me a link')}
      </Button>
      {ask.error !== null && (
        <p role="alert" className={styles.problem}>
          {sentenceOf(ask.error)}
        </p>
      )}
    </section>
  )
}

function LinkSent({ address, onAgain }: { address: string; onAgain: () => void }) {
  return (
    <Door
      title={say('Look into your mail')}
      under={say('If {address} belongs to somebody here, a link is on its way.', { address })}
    >
      <p>
        {say(
          'It works once, for fifteen minutes. Where no mail is set up, the administrator finds it in Foyer’s log.',
        )}
      </p>
      <p>
        <Button onClick={onAgain}>{say('Back')}</Button>
      </p>
    </Door>
  )
}
