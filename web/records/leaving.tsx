// Leaving: what it means, what stands in the way, and under which name one's words stay.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import { useMe } from '#browser/session'
import type { Becomes } from '#contract/records'
import type { SpaceRef } from '#contract/ref'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Field } from '#ui/field'
import { useToast } from '#ui/toast'
import page from '../ui/page.module.css'
import type { RecordsParts } from './parts.ts'
import styles from './records.module.css'

const LEAVING = ['records', 'get-leaving']

export function Leaving({ parts }: { parts: RecordsParts }) {
  const { data } = useQuery({ queryKey: LEAVING, queryFn: () => call('records', 'getLeaving', {}) })
  const [isLeaving, setIsLeaving] = useState(false)
  return (
    <>
      <p>
        {say(
          'You are signed out everywhere, your address is free for somebody else, and what you scheduled is not posted. What you said stays readable. Gather a copy first: afterwards you cannot.',
        )}
      </p>
      {data !== undefined && data.whyNot !== null && <p role="status">{data.whyNot}</p>}
      {data?.toHandOver.map((space) => (
        <HandOver key={space.id} space={space} parts={parts} />
      ))}
      <div>
        <Button
          kind="danger"
          disabled={data === undefined || data.whyNot !== null}
          onClick={() => setIsLeaving(true)}
        >
          {say('Leave the network')}
        </Button>
      </div>
      <Dialog title={say('Leave the network?')} open={isLeaving} onClose={() => setIsLeaving(false)}>
        <LeaveForm onClose={() => setIsLeaving(false)} />
      </Dialog>
    </>
  )
}

function HandOver({ space, parts: { PersonPicker } }: { space: SpaceRef; parts: RecordsParts }) {
  const queries = useQueryClient()
  const toast = useToast()
  const hand = useMutation({
    mutationFn: (personId: Parameters<typeof call<'spaces', 'makeKeeper'>>[2]['personId']) =>
      call('spaces', 'makeKeeper', { spaceId: space.id, personId }),
    onSuccess: () => {
      queries.invalidateQueries({ queryKey: LEAVING })
      toast({ sentence: say('{name} has another keeper.', { name: space.name }) })
    },
    onError: (error) => toast({ sentence: sentenceOf(error) }),
  })
  return (
    <PersonPicker
      label={say('Who keeps {name} from now on', { name: space.name })}
      onPick={({ id }) => hand.mutate(id)}
    />
  )
}

const CHOICES: { becomes: Becomes; label: string }[] = [
  { becomes: 'named', label: say('What I said stays under my name') },
  { becomes: 'former', label: say('What I said stays under “Former colleague”, and so do mentions of me') },
]

function LeaveForm({ onClose }: { onClose: () => void }) {
  const { person } = useMe()
  const [becomes, setBecomes] = useState<Becomes>('named')
  const [name, setName] = useState('')
  const leave = useMutation({
    mutationFn: () => call('records', 'leaveNetwork', { becomes, yourName: name }),
    // The page begins anew, so that nothing of it is left on this device.
    onSuccess: () => location.assign('/sign-in'),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    leave.mutate()
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <fieldset className={styles.choices}>
        <legend>{say('Your words')}</legend>
        {CHOICES.map((each) => (
          <label key={each.becomes} className={styles.choice}>
            <input
              type="radio"
              name="becomes"
              checked={becomes === each.becomes}
              onChange={() => setBecomes(each.becomes)}
            />
            <span>{each.label}</span>
          </label>
        ))}
      </fieldset>
      <p className={styles.soft}>
        {becomes === 'former'
          ? say(
              'An administrator can take that back for fourteen days; then your profile is erased for good. Where others wrote your name as a plain word it stays: those are their words.',
            )
          : say('After fourteen days all that was for you alone is deleted.')}
      </p>
      <Field
        label={say('Type your name to confirm: {name}', { name: person.name })}
        required
        autoComplete="off"
        value={name}
        onChange={({ target }) => setName(target.value)}
        {...(leave.error && { error: sentenceOf(leave.error) })}
      />
      <div className={page.row}>
        <Button kind="danger" type="submit" disabled={leave.isPending}>
          {say('Leave')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {say('Stay')}
        </Button>
      </div>
    </form>
  )
}
