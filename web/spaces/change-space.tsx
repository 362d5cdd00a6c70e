// Changing a space that one keeps. Whether it is porous decides who reads, so the dialog says who that is.
import { type FormEvent, useState } from 'react'
import { sentenceOf } from '#browser/problem'
import type { Space } from '#contract/spaces'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { useToast } from '#ui/toast'
import styles from './form.module.css'
import { NameAndPurpose, PorousChoice } from './space-fields.tsx'
import { useChangeSpace } from './use-spaces.ts'

export function ChangeSpace({ space, onClose }: { space: Space; onClose: () => void }) {
  return (
    <Dialog title={`Change ${space.name}`} open onClose={onClose}>
      <ChangeForm space={space} onClose={onClose} />
    </Dialog>
  )
}

function ChangeForm({ space, onClose }: { space: Space; onClose: () => void }) {
  const [typed, setTyped] = useState({ name: space.name, purpose: space.purpose ?? '' })
  const { name, purpose } = typed
  const [isPorous, setIsPorous] = useState(space.isPorous)
  const change = useChangeSpace()
  const toast = useToast()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const changed = await change
      .mutateAsync({ id: space.id, name, purpose: purpose.trim() || null, isPorous })
      // The sentence stands under the name; nothing typed is lost.
      .catch(() => undefined)
    if (changed === undefined) return
    toast({ sentence: `${changed.name} is changed.` })
    onClose()
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <NameAndPurpose
        typed={typed}
        onType={(changed) => setTyped({ ...typed, ...changed })}
        error={change.error ? sentenceOf(change.error) : undefined}
      />
      <PorousChoice isPorous={isPorous} onChoose={setIsPorous} />
      <p role="status">{whoReads(space, isPorous)}</p>
      <div className={styles.buttons}>
        <Button kind="go" type="submit" disabled={change.isPending || name.trim() === ''}>
          Change the space
        </Button>
        <Button kind="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

/** Who sees what once the change is made. */
function whoReads(space: Space, isPorous: boolean): string {
  const house =
    space.visibility === 'open' ? 'Everybody of the house reads it' : 'Its members from the house read it'
  if (isPorous) {
    return `${house}, and so do guests whom a keeper invites: all that was ever said here, with its files, and who is a member. They see no other space.`
  }
  return space.isPorous
    ? `${house}. Guests lose it at once: they read nothing here any more, not even what they said themselves.`
    : `${house}. No guest reads it.`
}
