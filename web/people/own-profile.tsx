// The form for one's own profile.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '#browser/client'
import { timeZone } from '#browser/clock'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import { useMe } from '#browser/session'
import { STANDING } from '#browser/standing'
import type { Person } from '#contract/people'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { Skeleton } from '#ui/skeleton'
import { TextArea } from '#ui/text-area'
import { useToast } from '#ui/toast'
import { Trouble } from '#ui/trouble'
import styles from './own-profile.module.css'
import { personQuery } from './person-query.ts'

export function OwnProfile() {
  const { id } = useMe().person
  const person = useQuery(personQuery(id))
  if (person.isPending) return <Skeleton lines={5} />
  if (person.isError) return <Trouble problem={person.error} onRetry={person.refetch} />
  return <ProfileForm person={person.data} />
}

function ProfileForm({ person }: { person: Person }) {
  const [typed, setTyped] = useState(() => textsOf(person))
  const queries = useQueryClient()
  const toast = useToast()
  const save = useMutation({
    mutationFn: () => call('people', 'updateProfile', { id: person.id, ...changesOf(typed) }),
    onSuccess: (saved) => {
      queries.setQueryData(personQuery(person.id).queryKey, saved)
      queries.invalidateQueries({ queryKey: STANDING })
      toast({ sentence: say('Your profile is saved.') })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: ({ target }: { target: { value: string } }) => setTyped({ ...typed, [name]: target.value }),
  })
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.pair}>
        <Field label={say('Name')} required maxLength={120} autoComplete="name" {...field('name')} />
        <Field label={say('What you do')} maxLength={160} {...field('title')} />
        <Field label={say('Unit')} maxLength={160} {...field('unit')} />
        <Field label={say('Site')} maxLength={160} {...field('location')} />
      </div>
      <Field
        label={say('Purpose')}
        hint={say('The one topic you have chosen to engage on. What touches it comes to your brief.')}
        maxLength={200}
        {...field('purpose')}
      />
      <TextArea label={say('About you')} maxLength={2000} {...field('about')} />
      <div className={styles.pair}>
        <Field label={say('Languages')} hint={say('Such as en, pl, de.')} {...field('languages')} />
        <Field label={say('Time zone')} hint={say('Such as Europe/Warsaw.')} {...field('timeZone')} />
      </div>
      {save.error !== null && (
        <p role="alert" className={styles.problem}>
          {say('{problem} What you typed is still here.', { problem: sentenceOf(save.error) })}
        </p>
      )}
      <Button kind="go" type="submit" disabled={save.isPending}>
        {save.isPending ? say('Saving …') : say('Save')}
      </Button>
    </form>
  )
}

type Texts = Record<
  'name' | 'title' | 'unit' | 'location' | 'purpose' | 'about' | 'languages' | 'timeZone',
  string
>

function textsOf(person: Person): Texts {
  return {
    name: person.name,
    title: person.title ?? '',
    unit: person.unit ?? '',
    location: person.location ?? '',
    purpose: person.purpose ?? '',
    about: person.about ?? '',
    languages: person.languages.join(', '),
    // Offered, not taken: one's zone tells others roughly where one is.
    timeZone: person.timeZone ?? timeZone(),
  }
}

function changesOf({ name, languages, ...texts }: Texts) {
  const orNull = (text: string) => text.trim() || null
  return {
    name,
    languages: languages.split(/[\s,]+/).filter((language) => language !== ''),
    title: orNull(texts.title),
    unit: orNull(texts.unit),
    location: orNull(texts.location),
    purpose: orNull(texts.purpose),
    about: orNull(texts.about),
    timeZone: orNull(texts.timeZone),
  }
}
