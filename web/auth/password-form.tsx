import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { useToast } from '#ui/toast'
import styles from './door.module.css'
import { SESSIONS } from './session-list.tsx'

export function PasswordForm() {
  const [currentPassword, setCurrent] = useState('')
  const [newPassword, setNext] = useState('')
  const toast = useToast()
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: () =>
      call('auth', 'setPassword', { newPassword, ...(currentPassword !== '' && { currentPassword }) }),
    onSuccess: () => {
      setCurrent('')
      setNext('')
      queries.invalidateQueries({ queryKey: SESSIONS })
      toast({ sentence: say('Your password is changed, and your other sessions are over.') })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate()
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        label={say('Current password')}
        hint={say('Leave it empty if you have none yet and came by a link just now.')}
        type="password"
        autoComplete="current-password"
        value={currentPassword}
        onChange={({ target }) => setCurrent(target.value)}
      />
      <Field
        label={say('New password')}
        hint={say('At least ten characters.')}
        type="password"
        autoComplete="new-password"
        minLength={10}
        required
        value={newPassword}
        onChange={({ target }) => setNext(target.value)}
        {...(change.error !== null && { error: sentenceOf(change.error) })}
      />
      <Button type="submit" disabled={change.isPending}>
        {say('Set the password')}
      </Button>
    </form>
  )
}
