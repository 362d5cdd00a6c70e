// What an action asks for before it is done: words, or a person and perhaps a note.
import { useState } from 'react'
import { say, sayAs } from '#browser/say'
import type { CardAction } from '#contract/brief'
import type { PersonId, PersonRef } from '#contract/ref'
import { Button } from '#ui/button'
import { PersonLine } from '#ui/person-line'
import { Dictation } from './aloud/dictation.tsx'
import styles from './card-form.module.css'
import type { BriefParts } from './parts.ts'

export type CardDeed = { action: CardAction; body?: string; personId?: PersonId; draftedById?: PersonId }

export type CardFormProps = {
  action: 'answer' | 'ask-more' | 'route' | 'reflect'
  draftKey: string
  parts: BriefParts
  /** Whose words the card shows. */
  authorName: string | undefined
  onDo: (deed: CardDeed) => Promise<unknown>
  onCancel?: () => void
}

export function CardForm(props: CardFormProps) {
  return (
    <div className={styles.form} data-opened={props.onCancel !== undefined || undefined}>
      {props.action === 'route' ? <RouteForm {...props} /> : <WordsForm {...props} />}
    </div>
  )
}

function WordsForm({ action, draftKey, parts, authorName, onDo, onCancel }: CardFormProps) {
  const texts = textsOf(action, authorName)
  const [dictated, setDictated] = useState(0)
  return (
    <>
      {/* An editor that is open takes no words from elsewhere: it begins anew with what was dictated. */}
      <parts.Composer
        key={dictated}
        label={texts.label}
        submitLabel={texts.submit}
        draftKey={draftKey}
        onSubmit={(body) => onDo({ action, body })}
        {...(onCancel && { onCancel, startsFocused: true })}
      />
      <Dictation draftKey={draftKey} onWritten={() => setDictated((times) => times + 1)} />
    </>
  )
}

function textsOf(action: CardFormProps['action'], authorName: string | undefined) {
  if (action === 'reflect')
    return { label: say('Your thoughts, kept for you alone'), submit: say('Keep this') }
  const whom = authorName ?? sayAs('people whose name is not known', 'them')
  return action === 'answer'
    ? { label: say('Your answer to {whom}', { whom }), submit: say('Send answer') }
    : { label: say('What you want to know from {whom}', { whom }), submit: say('Send question') }
}

function RouteForm({ draftKey, parts, onDo, onCancel }: CardFormProps) {
  const [person, setPerson] = useState<PersonRef>()
  if (person === undefined) {
    return (
      <>
        <parts.PersonPicker label={say('Who should answer this')} onPick={setPerson} startsFocused />
        <div className={styles.row}>
          <Button kind="quiet" onClick={onCancel}>
            {say('Cancel')}
          </Button>
        </div>
      </>
    )
  }
  return <RouteTo person={person} onOther={() => setPerson(undefined)} {...{ draftKey, parts, onDo }} />
}

function RouteTo(props: {
  person: PersonRef
  draftKey: string
  parts: BriefParts
  onDo: CardFormProps['onDo']
  onOther: () => void
}) {
  const { person, draftKey, parts, onDo, onOther } = props
  const routed = { action: 'route' as const, personId: person.id }
  return (
    <>
      <PersonLine person={person} note={person.title}>
        <Button kind="quiet" onClick={onOther}>
          {say('Someone else')}
        </Button>
      </PersonLine>
      <parts.Composer
        label={say('A note to {name}, if you like', { name: person.name })}
        submitLabel={say('Route to {name}', { name: person.name })}
        draftKey={draftKey}
        onSubmit={(body) => onDo(body === '' ? routed : { ...routed, body })}
        onCancel={onOther}
        mayBeEmpty
        startsFocused
      />
    </>
  )
}
