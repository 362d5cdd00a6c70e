// One case: the words as they were reported, who says what of them, and what can be decided.
import { useState } from 'react'
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
        <span>{each.space === null ? 'in a space that you do not read' : `in ${each.space.name}`}</span>
        <When at={each.openedAt} />
        {each.isReadable && <ThreadLink to={each}>Open the thread</ThreadLink>}
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
      {each.watched !== null && <li>The watch found “{each.watched}”.</li>}
      {each.reports.map(({ person, reason, sentence }) => (
        <li key={person.id}>
          {person.name}: {HIDE_REASONS[reason]}
          {sentence !== null && `. “${sentence}”`}
        </li>
      ))}
      {each.reason !== null && (
        <li>
          Hidden as {HIDE_REASONS[each.reason]}
          {each.sentence !== null && `. “${each.sentence}”`}
        </li>
      )}
      {each.appeal !== null && (
        <li>
          {each.author.name} asks for another look: “{each.appeal.body}”
        </li>
      )}
      {each.decidedBy !== null && each.decidedAt !== null && (
        <li>
          {STATES[each.state]}: {each.decidedBy.name}, <When at={each.decidedAt} />
        </li>
      )}
      {each.isDeleted && <li>Its author deleted it meanwhile.</li>}
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
          Hide …
        </Button>
      )}
      {may.letStand && (
        <Button data-deed="let-stand" onClick={() => judge.letStand(each)} shortcut="l">
          Let it stand
        </Button>
      )}
      {may.restore && <Button onClick={() => judge.restore(each)}>Put it back</Button>}
      {may.dismiss && <Button onClick={() => judge.dismiss(each)}>Leave it hidden</Button>}
      {may.reopen && (
        <Button kind="quiet" onClick={() => judge.reopen(each)}>
          Decide again
        </Button>
      )}
      {isStuck && <p className={styles.note}>You hid this, so somebody else decides.</p>}
      <Dialog title="Hide this" open={isHiding} onClose={() => setIsHiding(false)}>
        <ReasonForm
          legend="Why it is hidden"
          label="What its author is told beside it"
          note="Everybody else reads the reason alone. The author can ask once that somebody else looks at it."
          submit="Hide"
          onSubmit={async (why) => {
            if (await judge.hide(each, why)) setIsHiding(false)
          }}
        />
      </Dialog>
    </div>
  )
}
