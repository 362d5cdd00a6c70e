// Adding somebody, for administrators.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { Role } from '#contract/ref'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { useToast } from '#ui/toast'
import styles from './own-profile.module.css'
import { ROLE_WORDS, ROLES } from './role-words.ts'

export function AddPerson() {
  const [name, setName] = useState('')
  const [address, setAddress] = useState('')
  const [role, setRole] = useState<Role | ''>('')
  const queries = useQueryClient()
  const toast = useToast()
  const add = useMutation({
    mutationFn: () => call('people', 'addPerson', { name, address, roles: role === '' ? [] : [role] }),
    onSuccess: (person) => {
      setName('')
      setAddress('')
      queries.invalidateQueries({ queryKey: ['people'] })
      toast({ sentence: say('{name} can sign in with a link to their address.', { name: person.name }) })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate()
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.pair}>
        <Field
          label={say('Name')}
          required
          maxLength={120}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Field
          label={say('Address')}
          type="email"
          required
          value={address}
          onChange={({ target }) => setAddress(target.value)}
          {...(add.error !== null && { error: sentenceOf(add.error) })}
        />
      </div>
      <label className={styles.role}>
        <span>{say('Role')}</span>
        <select value={role} onChange={({ target }) => setRole(target.value as Role | '')}>
          <option value="">{say('Member')}</option>
          {ROLES.map((each) => (
            <option key={each} value={each}>
              {ROLE_WORDS[each]}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" disabled={add.isPending}>
        {say('Add the person')}
      </Button>
    </form>
  )
}
