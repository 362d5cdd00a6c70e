// What a post may have beside its words; fetched when somebody begins to write one.
import { ChartBarDecreasing } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '#ui/button'
import { PollFields } from './poll-fields.tsx'
import { EMPTY_POLL, readPollDraft } from './poll-words.ts'
import styles from './post-parts.module.css'

const ICON = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const

type PostPartsProps = { poll: string; onPoll: (poll: string) => void }

export function PostParts({ poll, onPoll }: PostPartsProps) {
  const draft = readPollDraft(poll)
  return (
    <div className={styles.parts}>
      {draft && (
        <Part title="Poll" onRemove={() => onPoll('')}>
          <PollFields draft={draft} onDraft={(next) => onPoll(JSON.stringify(next))} />
        </Part>
      )}
      <div className={styles.offers}>
        {!draft && (
          <Button
            kind="quiet"
            icon={<ChartBarDecreasing {...ICON} />}
            onClick={() => onPoll(JSON.stringify(EMPTY_POLL))}
          >
            Add a poll
          </Button>
        )}
      </div>
    </div>
  )
}

type PartProps = { title: string; onRemove: () => void; children: ReactNode }

function Part({ title, onRemove, children }: PartProps) {
  return (
    <section className={styles.part} aria-label={title}>
      <div className={styles.head}>
        <h3>{title}</h3>
        <Button kind="quiet" aria-label={`Remove: ${title}`} onClick={onRemove}>
          Remove
        </Button>
      </div>
      {children}
    </section>
  )
}
