// An answer that a delegate drafted: one press sends it, and the reply says for ever who drafted and who approved it.
import { useState } from 'react'
import { say } from '#browser/say'
import type { Card } from '#contract/brief'
import type { Prepared } from '#contract/prepared'
import { Button } from '#ui/button'
import { Words } from '#ui/words'
import type { CardDeed } from '../card-form.tsx'
import type { BriefParts } from '../parts.ts'
import { firstNameOf } from '../sentences.ts'
import styles from './prepared.module.css'

type DraftProps = {
  card: Card
  draft: NonNullable<Prepared['draft']>
  parts: BriefParts
  onDo: (deed: CardDeed) => Promise<unknown>
}

export function Draft({ card, draft: { by, body }, parts, onDo }: DraftProps) {
  const [isChanging, setIsChanging] = useState(false)
  const send = (answer: string) => onDo({ action: 'answer', body: answer, draftedById: by.id })
  return (
    <section className={styles.draft} aria-labelledby={`draft-${card.key}`}>
      <p id={`draft-${card.key}`} className={styles.whose}>
        {say('{name}’s draft of your answer', { name: firstNameOf(by.name) })}
      </p>
      {isChanging ? (
        <parts.Composer
          label={say('Your answer')}
          submitLabel={say('Send answer')}
          draftKey={`brief:${card.key}:draft`}
          startsWith={body}
          onSubmit={send}
          onCancel={() => setIsChanging(false)}
          startsFocused
        />
      ) : (
        <>
          <Words markdown={body} />
          <div className={styles.row}>
            {/* A refusal is told by whoever was asked to do it; the draft stands again then. */}
            <Button kind="go" onClick={() => void send(body).catch(() => undefined)}>
              {say('Send this answer')}
            </Button>
            <Button onClick={() => setIsChanging(true)}>{say('Change it first')}</Button>
          </div>
        </>
      )}
      <p className={styles.note}>
        {say('The reply says: drafted by {name}, approved by you.', { name: by.name })}
      </p>
    </section>
  )
}
