// What administrators may do to a person: change the roles, and end the way in of somebody who left.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { Person } from '#contract/people'
import type { Role } from '#contract/ref'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { useToast } from '#ui/toast'
import { personQuery } from './person-query.ts'
import styles from './person-standing.module.css'
import { ROLE_WORDS, ROLES } from './role-words.ts'

export function PersonStanding({ person }: { person: Person }) {
  return (
    <section className={styles.standing}>
      <h2>{say('For administrators')}</h2>
      <RoleChoice person={person} />
      {person.isActive && !person.isYou && <Leaving person={person} />}
    </section>
  )
}

function RoleChoice({ person }: { person: Person }) {
  const [roles, setRoles] = useState(person.roles)
  const queries = useQueryClient()
  const toast = useToast()
  const change = useMutation({
    // Two presses in a row are sent one after the other, so that the later one stands.
    scope: { id: `roles of ${person.id}` },
    mutationFn: (next: { roles: Role[]; before: Role[] }) =>
      call('people', 'changeRoles', { id: person.id, roles: next.roles }),
    onSuccess: (changed, { roles: now, before }) => {
      queries.setQueryData(personQuery(person.id).queryKey, changed)
      toast({
        sentence: say('The roles are changed.'),
        undo: () => {
          setRoles(before)
          change.mutate({ roles: before, before: now })
        },
      })
    },
    onError: (error, { before }) => {
      setRoles(before)
      toast({ sentence: sentenceOf(error) })
    },
  })
  const press = (role: Role) => {
    const others = roles.filter((each) => each !== role)
    // Shown before it is sent: the box must not spring back under the finger.
    const next = others.length < roles.length ? others : [...roles, role]
    setRoles(next)
    change.mutate({ roles: next, before: roles })
  }
  return (
    <fieldset className={styles.roles}>
      <legend>{say('Roles')}</legend>
      {ROLES.map((role) => (
        <label key={role} className={styles.role}>
          <input type="checkbox" checked={roles.includes(role)} onChange={() => press(role)} />
          {ROLE_WORDS[role]}
        </label>
      ))}
    </fieldset>
  )
}

/** It asks first, since the page has no way back from it. */
function Leaving({ person }: { person: Person }) {
  const [isAsking, setIsAsking] = useState(false)
  const queries = useQueryClient()
  const toast = useToast()
  const end = useMutation({
    mutationFn: () => call('people', 'deactivatePerson', { id: person.id }),
    onSuccess: () => {
      setIsAsking(false)
      queries.invalidateQueries({ queryKey: ['people'] })
      toast({ sentence: say('{name} can no longer sign in.', { name: person.name }) })
    },
    onError: (error) => toast({ sentence: sentenceOf(error) }),
  })
  const become = useMutation({
    mutationFn: () => call('records', 'removePerson', { id: person.id, becomes: 'former' }),
    onSuccess: () => {
      setIsAsking(false)
      queries.invalidateQueries()
      toast({ sentence: say('{name} is a former colleague now.', { name: person.name }) })
    },
    onError: (error) => toast({ sentence: sentenceOf(error) }),
  })
  return (
    <div>
      <Button kind="danger" onClick={() => setIsAsking(true)}>
        {say('{name} left', { name: person.name })}
      </Button>
      <Dialog
        title={say('Has {name} left?', { name: person.name })}
        open={isAsking}
        onClose={() => setIsAsking(false)}
      >
        <p>
          {say(
            'Their sessions end now, and they can no longer sign in. What they said stays: under their name, or, if they asked for that, under “Former colleague”, which you can take back for fourteen days.',
          )}
        </p>
        <div className={styles.acts}>
          <Button kind="danger" disabled={end.isPending} onClick={() => end.mutate()}>
            {say('Yes, they left')}
          </Button>
          <Button kind="danger" disabled={become.isPending} onClick={() => become.mutate()}>
            {say('They left, and are not to be named')}
          </Button>
          <Button onClick={() => setIsAsking(false)}>{say('Cancel')}</Button>
        </div>
      </Dialog>
    </div>
  )
}
