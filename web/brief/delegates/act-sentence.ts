// What somebody did in preparing a brief, as a sentence.
import { say } from '#browser/say'
import type { DelegateAct, DelegateActKind } from '#contract/delegates'

const SENTENCES: Record<DelegateActKind, (names: { by: string; delegate: string }) => string> = {
  named: ({ by, delegate }) => say('{by} let {delegate} prepare the brief.', { by, delegate }),
  ended: ({ delegate }) => say('{delegate} no longer prepares the brief.', { delegate }),
  pinned: ({ by }) => say('{by} pinned this.', { by }),
  unpinned: ({ by }) => say('{by} took back a pin.', { by }),
  ordered: ({ by }) => say('{by} put cards in order, this one first.', { by }),
  viewed: ({ by }) => say('{by} added a view.', { by }),
  'view-taken-back': ({ by }) => say('{by} took back a view.', { by }),
  drafted: ({ by }) => say('{by} drafted an answer.', { by }),
  'draft-taken-back': ({ by }) => say('{by} took back a draft.', { by }),
  'left-out': ({ by }) => say('{by} left this out.', { by }),
  'put-back': ({ by }) => say('{by} put back what had been left out.', { by }),
  restored: ({ by }) => say('{by} brought back what had been left out.', { by }),
}

export function actSentence({ kind, by, delegate }: Pick<DelegateAct, 'kind' | 'by' | 'delegate'>): string {
  return SENTENCES[kind]({ by: by.name, delegate: delegate?.name ?? '' })
}
