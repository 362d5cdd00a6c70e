// One card of somebody's brief, with all that whoever prepares it can do there.
import { useState } from 'react'
import { useDraft } from '#browser/drafts'
import { say } from '#browser/say'
import type { CardKind } from '#contract/brief'
import type { CardToPrepare, Part } from '#contract/delegates'
import { Button } from '#ui/button'
import { TextArea } from '#ui/text-area'
import { Words } from '#ui/words'
import { CardWords } from '../card-words.tsx'
import { firstNameOf, spokenSeconds } from '../sentences.ts'
import styles from './prepare-page.module.css'
import prepared from './prepared.module.css'
import { View } from './prepared.tsx'
import type { Deed } from './use-delegates.ts'

type CardDeskProps = {
  card: CardToPrepare
  /** Of whose brief it is. */
  name: string
  isBusy: boolean
  onDo: (deed: Deed) => Promise<unknown>
  onMove: Record<'up' | 'down', (() => Promise<unknown>) | undefined>
}

export function CardDesk(props: CardDeskProps) {
  const { card, name } = props
  const author = card.words.author.name
  return (
    <article aria-label={say('Card with what {author} said', { author })}>
      <p className={styles.kind}>
        {kindWords(card.kind, firstNameOf(name))} ·{' '}
        {say('about {time}', { time: spokenSeconds(card.seconds) })}
        {!card.hasRoom && <strong>{say('No room in the minutes as it stands')}</strong>}
        {card.isRestored && (
          <strong>{say('{name} brought this back; it stays.', { name: firstNameOf(name) })}</strong>
        )}
      </p>
      <CardWords words={card.words} />
      <Written card={card} />
      <Doing {...props} />
    </article>
  )
}

function kindWords(kind: CardKind, name: string): string {
  switch (kind) {
    case 'recognise':
      return say('Help worth a thank-you')
    case 'reactions':
      return say('What came of what {name} said', { name })
    case 'steer':
      return say('A decision that may need a steer')
    default:
      return say('Put to {name}', { name })
  }
}

/** What stands prepared already, whoever prepared it. */
function Written({ card: { prepared: stands } }: Pick<CardDeskProps, 'card'>) {
  if (stands === null || (stands.view === null && stands.draft === null)) return null
  return (
    <div className={prepared.prepared}>
      {stands.view !== null && <View view={stands.view} />}
      {stands.draft !== null && (
        <>
          <p className={prepared.whose}>
            {say('{name}’s draft of the answer', { name: firstNameOf(stands.draft.by.name) })}
          </p>
          <Words markdown={stands.draft.body} />
        </>
      )}
    </div>
  )
}

type Written = Exclude<Part, 'pin'>

function Doing({ card, isBusy, onDo, onMove }: CardDeskProps) {
  const [writes, setWrites] = useState<Written>()
  const { saidId, prepared: stands, isRestored, words } = card
  if (writes !== undefined) {
    return <Writing key={writes} card={card} part={writes} onDo={onDo} onClose={() => setWrites(undefined)} />
  }
  const isPinned = stands?.isPinned ?? false
  const named = (label: string) => ({
    'aria-label': say('{deed}: what {author} said', { deed: label, author: words.author.name }),
    children: label,
    disabled: isBusy,
  })
  const has = (part: 'view' | 'draft') => stands !== null && stands[part] !== null
  return (
    <div className={styles.deeds}>
      <Button
        {...named(isPinned ? say('Unpin') : say('Pin'))}
        onClick={() => void onDo({ is: isPinned ? 'take-back' : 'prepare', saidId, part: 'pin' })}
      />
      <Button
        {...named(has('view') ? say('Change the view') : say('Add your view'))}
        onClick={() => setWrites('view')}
      />
      <Button
        {...named(has('draft') ? say('Change the draft') : say('Draft an answer'))}
        onClick={() => setWrites('draft')}
      />
      {onMove.up && <Button kind="quiet" {...named(say('Move up'))} onClick={() => void onMove.up?.()} />}
      {onMove.down && (
        <Button kind="quiet" {...named(say('Move down'))} onClick={() => void onMove.down?.()} />
      )}
      {!isRestored && (
        <Button kind="quiet" {...named(say('Leave out'))} onClick={() => setWrites('leave-out')} />
      )}
    </div>
  )
}

const WORDS: Record<Written, { label: string; submit: string; most: number | undefined }> = {
  view: {
    label: say('Your view, shown apart from the author’s words'),
    submit: say('Keep the view'),
    most: 500,
  },
  draft: { label: say('A draft of the answer'), submit: say('Keep the draft'), most: undefined },
  'leave-out': {
    label: say('Why it is left out. Both of you read it.'),
    submit: say('Leave it out'),
    most: 300,
  },
}

type WritingProps = Pick<CardDeskProps, 'card' | 'onDo'> & { part: Written; onClose: () => void }

function Writing({ card, part, onDo, onClose }: WritingProps) {
  const { saidId, prepared: stands } = card
  const stood = part === 'leave-out' ? '' : (stands?.[part]?.body ?? '')
  const [text, setText] = useDraft(`prepare:${saidId}:${part}`, stood)
  const { label, submit, most } = WORDS[part]
  // A refusal is told by whoever was asked to do it; the words stay.
  const keep = (deed: Deed) =>
    void onDo(deed).then(
      () => {
        setText(stood)
        onClose()
      },
      () => undefined,
    )
  return (
    <form
      className={styles.writing}
      onSubmit={(event) => {
        event.preventDefault()
        keep({ is: 'prepare', saidId, part, body: text })
      }}
    >
      <TextArea
        label={label}
        value={text}
        required
        autoFocus
        {...(most !== undefined && { maxLength: most })}
        onChange={({ target }) => setText(target.value)}
      />
      <div className={styles.deeds}>
        <Button kind="go" type="submit">
          {submit}
        </Button>
        {stood !== '' && (
          <Button onClick={() => keep({ is: 'take-back', saidId, part })}>{say('Take it back')}</Button>
        )}
        <Button kind="quiet" onClick={onClose}>
          {say('Cancel')}
        </Button>
      </div>
    </form>
  )
}
