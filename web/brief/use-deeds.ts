// Doing things with cards: at once on the page, with a sentence and an undo when done, and a sentence when refused.
import { useState } from 'react'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import type { Brief, Card } from '#contract/brief'
import { useToast } from '#ui/toast'
import { ACTIONS, takesItIn } from './card-actions.ts'
import type { CardDeed } from './card-form.tsx'
import { useFinishCard, useReopenCard } from './use-brief.ts'

/** Below this the reading clock notes nothing; who acted has taken the words in all the same. */
const DWELT_SECONDS_MIN = 3

export function useDeeds(props: {
  brief: Brief
  inView: { key: string; secondsInView: number } | undefined
  onReopen: (cardKey: string) => void
}) {
  const { brief, inView, onReopen } = props
  const toast = useToast()
  const finish = useFinishCard()
  const reopen = useReopenCard()
  const [hasActed, setHasActed] = useState(false)

  const undo = (card: Card) => {
    onReopen(card.key)
    reopen.mutate(
      { brief, cardKey: card.key },
      { onError: (error) => toast({ sentence: `That was not taken back. ${sentenceOf(error)}` }) },
    )
  }
  const act = async (card: Card, deed: CardDeed) => {
    setHasActed(true)
    const seconds = inView?.key === card.key ? inView.secondsInView : 0
    noteReading({ card, deed, seconds })
    try {
      await finish.mutateAsync({ brief, cardKey: card.key, deed, seconds })
      toast({ sentence: ACTIONS[deed.action].doneSentence, undo: () => undo(card) })
    } catch (error) {
      onReopen(card.key)
      toast({ sentence: `${sentenceOf(error)}${deed.body === undefined ? '' : ' Your words are kept.'}` })
      throw error
    }
  }
  return { act, hasActed }
}

/** Who answers within two seconds has read it as well; what stays longer in view is noted by the clock. */
function noteReading({ card, deed, seconds }: { card: Card; deed: CardDeed; seconds: number }): void {
  if (card.words === null || seconds >= DWELT_SECONDS_MIN || !takesItIn(deed.action)) return
  // The deed matters, not its note: one that gets lost is not worth a sentence.
  call('voices', 'recordReading', { saidId: card.words.saidId, seconds }).catch(() => undefined)
}
