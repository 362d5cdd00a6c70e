// A network of one's own: its name, and its first administrator.
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { call } from '#browser/client'
import { timeZone } from '#browser/clock'
import { codeOf, sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import { useEnter, useStanding } from '#browser/session'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { BeginPage } from './begin.tsx'
import styles from './door.module.css'
import { Door } from './door.tsx'

export function OwnPage() {
  const standing = useStanding()
  if (standing.data?.standing === 'signed-in') return <BeginPage />
  return (
    <Door
      title={say('Begin with your own')}
      under={say('First a name for your network, and an account for you, its administrator.')}
    >
      <FirstAdministrator />
      <p>
        <Link to="/welcome">{say('Back to the two ways')}</Link>
      </p>
    </Door>
  )
}

const EMPTY = { networkName: '', name: '', address: '', password: '' }

function FirstAdministrator() {
  const [typed, setTyped] = useState(EMPTY)
  const enter = useEnter()
  const begin = useMutation({
    mutationFn: () => call('auth', 'createFirstAdministrator', { ...typed, timeZone: timeZone() }),
    onSuccess: enter,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    begin.mutate()
  }
  const field = (name: keyof typeof EMPTY) => ({
    required: true,
    value: typed[name],
    onChange: ({ target }: { target: { value: string } }) => setTyped({ ...typed, [name]: target.value }),
  })
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        label={say('Name of the network')}
        hint={say('Usually that of your organisation.')}
        maxLength={80}
        {...field('networkName')}
      />
      <Field label={say('Your name')} autoComplete="name" maxLength={120} {...field('name')} />
      <Field label={say('Your address')} type="email" autoComplete="username" {...field('address')} />
      <Field
        label={say('Password')}
        type="password"
        autoComplete="new-password"
        hint={say('At least ten characters.')}
        minLength={10}
        {...field('password')}
      />
      {begin.error !== null && (
        <p role="alert" className={styles.problem}>
          {sentenceOf(begin.error)}{' '}
          {codeOf(begin.error) === 'wrong-input' && say('What you typed is still here.')}
        </p>
      )}
      <Button kind="go" type="submit" disabled={begin.isPending}>
        {begin.isPending ? say('Beginning …') : say('Begin')}
      </Button>
    </form>
  )
}
