// What can be done with a card: its words, its key, and what is said when it was done.
import { say } from '#browser/say'
import type { CardAction, CardKind } from '#contract/brief'

/** What an action asks for before it is done: words, a person, or nothing. */
export type Asks = 'words' | 'person' | 'nothing'

export type ActionLook = {
  label: string
  /** The single key that does it. */
  key: string
  asks: Asks
  /** Said in a toast once it was done, beside the undo. */
  doneSentence: string
}

export const ACTIONS: Record<CardAction, ActionLook> = {
  answer: {
    label: say('Answer'),
    key: 'a',
    asks: 'words',
    doneSentence: say('Your answer is in the thread.'),
  },
  'ask-more': {
    label: say('Ask for more'),
    key: 'm',
    asks: 'words',
    doneSentence: say('Your question is in the thread.'),
  },
  route: { label: say('Route to someone'), key: 'r', asks: 'person', doneSentence: say('Routed.') },
  thank: { label: say('Thank'), key: 't', asks: 'nothing', doneSentence: say('Thanked.') },
  save: { label: say('Save'), key: 's', asks: 'nothing', doneSentence: say('Saved, for you alone.') },
  later: { label: say('Later'), key: 'l', asks: 'nothing', doneSentence: say('Kept for a later brief.') },
  'not-for-me': { label: say('Not for me'), key: 'n', asks: 'nothing', doneSentence: say('Set aside.') },
  'still-true': {
    label: say('Still true'),
    key: 'y',
    asks: 'nothing',
    doneSentence: say('The answer is believed for half a year more.'),
  },
  reflect: { label: say('Keep this'), key: 'k', asks: 'words', doneSentence: say('Kept, for you alone.') },
  read: { label: say('Next'), key: 'j', asks: 'nothing', doneSentence: say('Read.') },
}

/** The order of the buttons, the weightiest first. */
const ORDER: CardAction[] = [
  'still-true',
  'answer',
  'reflect',
  'ask-more',
  'route',
  'thank',
  'save',
  'later',
  'not-for-me',
  'read',
]

const PLAIN: CardAction[] = ['ask-more', 'route', 'thank']

export type PlacedAction = ActionLook & {
  action: CardAction
  kind: 'go' | 'plain' | 'quiet'
}

/**
 * The actions of a card in the order of their buttons; exactly one is green. Thanking leads on a card that is there
 * to recognise somebody, answering on any other, and what is left leads where neither can be done.
 */
export function placedActions(card: {
  kind: CardKind
  actions: CardAction[]
  /** A draft to send or a way to go on, after which nothing here is green. */
  leadsElsewhere?: boolean
}): PlacedAction[] {
  const leads = card.kind === 'recognise' && card.actions.includes('thank') ? 'thank' : undefined
  // To go on is always open, whatever else a card offers.
  const ordered = ORDER.filter((action) => action === 'read' || card.actions.includes(action))
  const first = leads ?? ordered[0]
  return ordered
    .toSorted((one, other) => Number(other === first) - Number(one === first))
    .map((action) => ({
      ...ACTIONS[action],
      action,
      kind: card.leadsElsewhere && action === first ? 'plain' : kindOf(action, first),
    }))
}

function kindOf(action: CardAction, first: CardAction | undefined): PlacedAction['kind'] {
  if (action === first) return 'go'
  return PLAIN.includes(action) ? 'plain' : 'quiet'
}

/** Whether doing this tells the server that the words were read, however quickly it was done. */
export function meansRead(action: CardAction): boolean {
  return action !== 'later' && action !== 'not-for-me'
}
