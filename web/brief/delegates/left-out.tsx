// What is not in one's brief though it would have been: who left it out and why, one press away, and the way back.
import { say } from '#browser/say'
import type { Brief } from '#contract/brief'
import type { LeftOut as LeftOutCard } from '#contract/prepared'
import type { PersonRef } from '#contract/ref'
import { Button } from '#ui/button'
import styles from './left-out.module.css'
import { namesOf } from './prepared.tsx'
import { useBringBack } from './use-delegates.ts'

export function LeftOut({ brief }: { brief: Brief }) {
  const bringBack = useBringBack()
  const { id, leftOut } = brief
  if (leftOut.length === 0) return null
  return (
    <details className={styles.left}>
      <summary>{summaryOf(leftOut)}</summary>
      <ul className={styles.list}>
        {leftOut.map((card) => (
          <li key={card.cardKey} className={styles.item}>
            <div>
              <p className={styles.line}>{card.line}</p>
              <p className={styles.why}>{whyOf(card)}</p>
            </div>
            {id !== null && (
              <Button
                aria-label={say('Bring back: {line}', { line: card.line })}
                disabled={bringBack.isPending}
                onClick={() => bringBack.mutate({ briefId: id, cardKey: card.cardKey })}
              >
                {say('Bring back')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

function summaryOf(leftOut: readonly LeftOutCard[]): string {
  const count = leftOut.length
  const by = new Map<string, PersonRef>(
    leftOut.flatMap((card) => (card.by === null ? [] : [[card.by.id, card.by]])),
  )
  return by.size === 0
    ? say('Left without room ({count})', { count })
    : say('Left out by {names} ({count})', { names: namesOf([...by.values()]), count })
}

function whyOf({ by, reason }: LeftOutCard): string {
  return by === null || reason === null
    ? say('What was pinned left no room for it.')
    : say('{name}: {reason}', { name: by.name, reason })
}
