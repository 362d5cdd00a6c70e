// Doing things with cards: at once on the page, with a sentence and an undo when done, and a sentence when refused.
import { useRef, useState } from 'react'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { Brief, Card } from '#contract/brief'
import { useToast } from '#ui/toast'
import { ACTIONS, meansRead } from './card-actions.ts'
import type { CardDeed } from './card-form.tsx'
import { useFinishCard, useReopenCard } from './use-brief.ts'

const WAITS = say('Kept on this device. It is done as soon as there is a connection.')

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
  // The server notes the reading of a card with what was done; the page must not note it once more.
  const noted = useRef(new Set<string>())
  const begun = useRef(0)
  const told = useRef(0)

  const undo = (card: Card) => {
    onReopen(card.key)
    reopen.mutate(
      { brief, cardKey: card.key },
      {
        onError: (error) =>
          toast({ sentence: say('That was not taken back. {sentence}', { sentence: sentenceOf(error) }) }),
      },
    )
  }
  const act = async (card: Card, deed: CardDeed) => {
    setHasActed(true)
    begun.current += 1
    const number = begun.current
    const seconds = inView?.key === card.key ? inView.secondsInView : 0
    if (meansRead(deed.action)) noted.current.add(card.key)
    try {
      const { is } = await finish.mutateAsync({ brief, cardKey: card.key, deed, seconds })
      const sentence = is === 'waiting' ? WAITS : ACTIONS[deed.action].doneSentence
      // An answer that comes late must not take the place of what was told of a later deed, nor of its undo.
      if (number > told.current) toast({ sentence, undo: () => undo(card) })
      told.current = Math.max(told.current, number)
    } catch (error) {
      noted.current.delete(card.key)
      onReopen(card.key)
      const problem = sentenceOf(error)
      toast({
        sentence: deed.body === undefined ? problem : say('{problem} Your words are kept.', { problem }),
      })
      throw error
    }
  }
  return { act, hasActed, isNoted: (cardKey: string) => noted.current.has(cardKey) }
}
