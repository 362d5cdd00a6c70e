// On the page of a porous space, for whoever keeps it: inviting a guest, and seeing what guests see.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { Space } from '#contract/spaces'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Field } from '#ui/field'
import { useToast } from '#ui/toast'
import page from '../ui/page.module.css'
import styles from './guests.module.css'
import { dayOf, useGuestActs } from './use-guests.ts'

const STAY_DAYS = 90
const STAY_DAYS_MAX = 365

export function GuestDoor({ space }: { space: Space }) {
  const [isInviting, setIsInviting] = useState(false)
  const { look } = useGuestActs()
  return (
    <>
      <Button onClick={() => setIsInviting(true)}>{say('Invite a guest')}</Button>
      <Button kind="quiet" onClick={() => look.mutate({ spaceId: space.id })}>
        {say('Look as a guest')}
      </Button>
      <Dialog
        title={say('Invite a guest into {name}', { name: space.name })}
        open={isInviting}
        onClose={() => setIsInviting(false)}
      >
        <InviteForm space={space} onClose={() => setIsInviting(false)} />
      </Dialog>
    </>
  )
}

type Typed = { address: string; name: string; organisation: string; days: string }

function InviteForm({ space, onClose }: { space: Space; onClose: () => void }) {
  const [typed, setTyped] = useState<Typed>({
    address: '',
    name: '',
    organisation: '',
    days: String(STAY_DAYS),
  })
  const invite = useInvite(space, onClose)
  const field = (name: keyof Typed) => ({
    value: typed[name],
    onChange: ({ target }: { target: { value: string } }) => setTyped({ ...typed, [name]: target.value }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    invite.mutate(typed)
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <p className={styles.note}>
        {say(
          'They see this space, and nothing else of the network. You answer for them; before the end you are asked whether they stay.',
        )}
      </p>
      <Field
        label={say('Address')}
        type="email"
        required
        {...field('address')}
        {...(invite.error && { error: sentenceOf(invite.error) })}
      />
      <Field label={say('Name')} maxLength={120} {...field('name')} />
      <Field
        label={say('Organisation')}
        hint={say('It stands beside their name wherever they say something.')}
        maxLength={120}
        {...field('organisation')}
      />
      <Field
        label={say('Days until their stay ends')}
        type="number"
        min={1}
        max={STAY_DAYS_MAX}
        required
        {...field('days')}
      />
      <div className={page.row}>
        <Button kind="go" type="submit" disabled={invite.isPending}>
          {invite.isPending ? say('Inviting …') : say('Invite the guest')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {say('Cancel')}
        </Button>
      </div>
    </form>
  )
}

function useInvite(space: Space, onClose: () => void) {
  const queries = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: ({ address, name, organisation, days }: Typed) =>
      call('guests', 'inviteGuest', {
        spaceId: space.id,
        address: address.trim(),
        days: Number(days),
        ...(name.trim() !== '' && { name: name.trim() }),
        ...(organisation.trim() !== '' && { organisation: organisation.trim() }),
      }),
    onSuccess: ({ person, endsAt }) => {
      queries.invalidateQueries({ queryKey: ['guests'] })
      queries.invalidateQueries({ queryKey: ['spaces'] })
      onClose()
      toast({
        sentence: say('{name} gets a letter, and is in {space} until {day}.', {
          name: person.name,
          space: space.name,
          day: dayOf(endsAt ?? ''),
        }),
      })
    },
  })
}
