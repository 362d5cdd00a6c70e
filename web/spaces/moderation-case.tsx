// One case: the words as they were reported, who says what of them, and what can be decided.
import { useState } from 'react'
import { say, sayWith } from '#browser/say'
import type { Case } from '#contract/judged'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { PersonName } from '#ui/person-name'
import { ThreadLink } from '#ui/thread-link'
import { When } from '#ui/when'
import { Words } from '#ui/words'
import { HIDE_REASONS } from './hide-reasons.ts'
import styles from './moderation.module.css'
import { ReasonForm } from './moderation-forms.tsx'
import { STATES } from './moderation-words.ts'
import { useJudge } from './use-moderation.ts'

export function CaseItem({ case: each }: { case: Case }) {
  return (
    <li className={styles.case} tabIndex={-1} data-step={each.saidId}>
      <p className={styles.who}>
        <PersonName person={each.author} />
        <span>
          {each.space === null
            ? say('in a space that you do not read')
            : say('in {space}', { space: each.space.name })}
        </span>
        <When at={each.openedAt} />
        {each.isReadable && <ThreadLink to={each}>{say('Open the thread')}</ThreadLink>}
      </p>
      <div className={styles.words}>
        {each.title !== null && <h3>{each.title}</h3>}
        <Words markdown={each.body} />
      </div>
      <Told case={each} />
      <Deeds case={each} />
    </li>
  )
}

function Told({ case: each }: { case: Case }) {
  return (
    <ul className={styles.said}>
      {each.watched !== null && <li>{say('The watch found “{words}”.', { words: each.watched })}</li>}
      {each.reports.map(({ person, reason, sentence }) => (
        <li key={person.id}>
          {sentence === null
            ? say('{person}: {reason}', { person: person.name, reason: HIDE_REASONS[reason] })
            : say('{person}: {reason}. “{sentence}”', {
                person: person.name,
                reason: HIDE_REASONS[reason],
                sentence,
              })}
        </li>
      ))}
      {each.reason !== null && (
        <li>
          {each.sentence === null
            ? say('Hidden as {reason}', { reason: HIDE_REASONS[each.reason] })
            : say('Hidden as {reason}. “{sentence}”', {
                reason: HIDE_REASONS[each.reason],
                sentence: each.sentence,
              })}
        </li>
      )}
      {each.appeal !== null && (
        <li>
          {say('{author} asks for another look: “{words}”', {
            author: each.author.name,
            words: each.appeal.body,
          })}
        </li>
      )}
      {each.decidedBy !== null && each.decidedAt !== null && (
        <li>
          {sayWith('{state}: {person}, {when}', {
            state: STATES[each.state],
            person: each.decidedBy.name,
            when: <When at={each.decidedAt} />,
          })}
        </li>
      )}
      {each.isDeleted && <li>{say('Its author deleted it meanwhile.')}</li>}
    </ul>
  )
}

function Deeds({ case: each }: { case: Case }) {
  const judge = useJudge()
  const [isHiding, setIsHiding] = useState(false)
  const { may } = each
  const isStuck = each.state === 'appealed' && !may.restore
  return (
    <div className={styles.buttons}>
      {may.hide && (
        <Button data-deed="hide" onClick={() => setIsHiding(true)} shortcut="h">
          {say('Hide …')}
        </Button>
      )}
      {may.letStand && (
        <Button data-deed="let-stand" onClick={() => judge.letStand(each)} shortcut="l">
          {say('Let it stand')}
        </Button>
      )}
      {may.restore && <Button onClick={() => judge.restore(each)}>{say('Put it back')}</Button>}
      {may.dismiss && <Button onClick={() => judge.dismiss(each)}>{say('Leave it hidden')}</Button>}
      {may.reopen && (
        <Button kind="quiet" onClick={() => judge.reopen(each)}>
          {say('Decide again')}
        </Button>
      )}
      {isStuck && <p className={styles.note}>{say('You hid this, so somebody else decides.')}</p>}
      <Dialog title={say('Hide this')} open={isHiding} onClose={() => setIsHiding(false)}>
        <ReasonForm
          legend={say('Why it is hidden')}
          label={say('What its author is told beside it')}
          note={say(
            'Everybody else reads the reason alone. The author can ask once that somebody else looks at it.',
          )}
          submit={say('Hide')}
          onSubmit={async (why) => {
            if (await judge.hide(each, why)) setIsHiding(false)
          }}
        />
      </Dialog>
    </div>
  )
}
