// Rules of what can be done with a card. Pure.
import type { CardAction } from '#contract/brief'
import { type Refusal, refusal } from '#platform/refusal'
import type { PlannedCard } from './planned-card.ts'

type Deed = { action: CardAction; body: string | undefined; personId: string | undefined }

const NEEDS_WORDS: readonly CardAction[] = ['answer', 'ask-more', 'reflect']

export function whyNotFinish(card: PlannedCard, { action, body, personId }: Deed): Refusal | undefined {
  if (action !== 'read' && !card.actions.includes(action)) {
    return refusal('invalid', 'no-such-action', 'This card does not offer that.')
  }
  if (NEEDS_WORDS.includes(action) && body === undefined)
    return refusal('invalid', 'words-missing', 'Say something first.')
  if (action === 'route' && personId === undefined)
    return refusal('invalid', 'person-missing', 'Choose to whom it goes.')
  return undefined
}

/** A card put off comes back in the brief after the next night's rest. */
const LATER_HOURS = 18

/** When a card comes back; undefined when it does not. */
export function backAfter(action: CardAction, now: Temporal.Instant): Temporal.Instant | undefined {
  return action === 'later' ? now.add({ hours: LATER_HOURS }) : undefined
}

/** Whether an action shows that the words were really read. */
export function meansRead(action: CardAction): boolean {
  return action !== 'later' && action !== 'not-for-me'
}
