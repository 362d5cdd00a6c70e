// Changing a space that one keeps. Whether it is porous decides who reads, so the dialog says who that is.
import { type FormEvent, useState } from 'react'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { Space } from '#contract/spaces'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { useToast } from '#ui/toast'
import styles from './form.module.css'
import { NameAndPurpose, PorousChoice } from './space-fields.tsx'
import { useChangeSpace } from './use-spaces.ts'

export function ChangeSpace({ space, onClose }: { space: Space; onClose: () => void }) {
  return (
    <Dialog title={say('Change {space}', { space: space.name })} open onClose={onClose}>
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
    toast({ sentence: say('{space} is changed.', { space: changed.name }) })
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
          {say('Change the space')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {say('Cancel')}
        </Button>
      </div>
    </form>
  )
}

/** Who sees what once the change is made. */
function whoReads(space: Space, isPorous: boolean): string {
  const { visibility } = space
  if (isPorous) {
    return say(
      '{visibility, select, open {Everybody of the house reads it, and so do guests whom a keeper invites} other {Its members from the house read it, and so do guests whom a keeper invites}}: all that was ever said here, with its files, and who is a member. They see no other space.',
      { visibility },
    )
  }
  return space.isPorous
    ? say(
        '{visibility, select, open {Everybody of the house reads it.} other {Its members from the house read it.}} Guests lose it at once: they read nothing here any more, not even what they said themselves.',
        { visibility },
      )
    : say(
        '{visibility, select, open {Everybody of the house reads it.} other {Its members from the house read it.}} No guest reads it.',
        { visibility },
      )
}
