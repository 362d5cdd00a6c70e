// Opening a space: a name, what it is for, and who may read it.
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { Visibility } from '#contract/ref'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import styles from './form.module.css'
import { NameAndPurpose, PorousChoice } from './space-fields.tsx'
import { opennessOf } from './space-words.ts'
import { useCreateSpace } from './use-spaces.ts'

const VISIBILITIES = ['open', 'closed', 'private'] as const satisfies Visibility[]

export function CreateSpace({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Dialog title={say('Open a space')} open={isOpen} onClose={onClose}>
      {isOpen && <CreateSpaceForm onClose={onClose} />}
    </Dialog>
  )
}

function CreateSpaceForm({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState({ name: '', purpose: '' })
  const { name, purpose } = typed
  const [visibility, setVisibility] = useState<Visibility>('open')
  const [isPorous, setIsPorous] = useState(false)
  const create = useCreateSpace()
  const navigate = useNavigate()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const space = await create
      .mutateAsync({ name, visibility, isPorous, ...(purpose.trim() !== '' && { purpose }) })
      // The sentence stands under the name; nothing typed is lost.
      .catch(() => undefined)
    if (space === undefined) return
    onClose()
    navigate({ to: '/spaces/$id', params: { id: space.id } })
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <NameAndPurpose
        typed={typed}
        onType={(changed) => setTyped({ ...typed, ...changed })}
        error={create.error ? sentenceOf(create.error) : undefined}
        purposeHint={say('One sentence. It helps others to know whether they belong here.')}
      />
      <WhoReads visibility={visibility} onChoose={setVisibility} />
      <PorousChoice isPorous={isPorous} onChoose={setIsPorous} />
      <div className={styles.buttons}>
        <Button kind="go" type="submit" disabled={create.isPending || name.trim() === ''}>
          {create.isPending ? say('Opening …') : say('Open the space')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {say('Cancel')}
        </Button>
      </div>
    </form>
  )
}

type WhoReadsProps = { visibility: Visibility; onChoose: (visibility: Visibility) => void }

function WhoReads({ visibility, onChoose }: WhoReadsProps) {
  return (
    <fieldset className={styles.options}>
      <legend>{say('Who reads it')}</legend>
      {VISIBILITIES.map((each) => (
        <label key={each} className={styles.choice}>
          <input
            type="radio"
            name="visibility"
            checked={each === visibility}
            onChange={() => onChoose(each)}
          />
          <span>{opennessOf({ visibility: each })}</span>
        </label>
      ))}
    </fieldset>
  )
}
