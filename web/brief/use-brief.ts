// The brief of this sitting as the page holds it: shown at once as it will be, and put right when the server refuses.
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import { begunUnder } from '#browser/drafts'
import { type Outcome, sendOrKeep } from '#browser/outbox'
import { showAtOnce } from '#browser/queries'
import { say } from '#browser/say'
import { useWaiting } from '#browser/waiting'
import type { Brief, CardAction, Minutes } from '#contract/brief'
import { ACTIONS } from './card-actions.ts'
import type { CardDeed } from './card-form.tsx'
import { withWaiting } from './waiting-cards.ts'

const BRIEF = ['brief', 'open-brief']
/** For so long one sitting is taken to last before it is looked up whether another day has begun. */
const SITTING_MS = 5 * 60_000
const DOING = ['brief', 'doing']

/** Opens the brief of this sitting. Opening it again does not build another one, so it reads like a query. */
export function useBrief() {
  const { acts } = useWaiting()
  const opened = useQuery({
    queryKey: BRIEF,
    queryFn: () => call('brief', 'openBrief', {}),
    staleTime: SITTING_MS,
    // Coming back to the window must not put another card under somebody's hand.
    refetchOnWindowFocus: false,
  })
  return { ...opened, data: opened.data && withWaiting(opened.data, acts) }
}

/** Builds another brief from what is there now, of other minutes if asked. */
export function useBuildBrief() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (minutes: Minutes) => call('brief', 'openBrief', { minutes, again: true }),
    onSuccess: (brief) => client.setQueryData(BRIEF, brief),
  })
}

type CardOfBrief = { brief: Brief; cardKey: string }

/** Does something with a card. The card counts as done at once, and waits again when the server refuses. */
export function useFinishCard() {
  const client = useQueryClient()
  return useMutation({
    mutationKey: DOING,
    mutationFn: ({ brief, cardKey, deed, seconds }: CardOfBrief & { deed: CardDeed; seconds: number }) =>
      sendOrKeep(
        ['brief', 'finishCard'],
        { briefId: idOf(brief), cardKey, seconds, ...deed },
        {
          sentence: say('{label}, in your brief', { label: ACTIONS[deed.action].label }),
          href: '/brief',
          ...(deed.body !== undefined && { begun: begunUnder(`brief:${cardKey}:${deed.action}`) }),
        },
      ),
    onMutate: ({ cardKey, deed }) => markDone(client, cardKey, deed.action),
    onError: (_, { cardKey }) => markDone(client, cardKey, null),
    onSuccess: (outcome) => {
      take(client, outcome)
      // What was done with a card tells also that it was read.
      return client.invalidateQueries({ queryKey: ['voices', 'who-you-heard'] })
    },
  })
}

/** Takes back what was done with a card. */
export function useReopenCard() {
  const client = useQueryClient()
  return useMutation({
    mutationKey: DOING,
    mutationFn: ({ brief, cardKey }: CardOfBrief) =>
      sendOrKeep(
        ['brief', 'reopenCard'],
        { briefId: idOf(brief), cardKey },
        { sentence: say('Taken back, in your brief'), href: '/brief' },
      ),
    onMutate: ({ brief, cardKey }) => {
      markDone(client, cardKey, null)
      return brief.cards.find((card) => card.key === cardKey)?.done ?? null
    },
    onError: (_, { cardKey }, wasDone) => markDone(client, cardKey, wasDone ?? null),
    onSuccess: (outcome) => take(client, outcome),
  })
}

function markDone(client: QueryClient, cardKey: string, done: CardAction | null): void {
  showAtOnce<Brief>(client, BRIEF, (brief) => ({
    ...brief,
    cards: brief.cards.map((card) => (card.key === cardKey ? { ...card, done } : card)),
  }))
}

/** Takes over the server's word, unless something done meanwhile is still on its way and would be forgotten by it. */
function take(client: QueryClient, outcome: Outcome<Brief>): void {
  if (outcome.is === 'waiting') return
  if (client.isMutating({ mutationKey: DOING }) <= 1) client.setQueryData(BRIEF, outcome.reply)
}

function idOf(brief: Brief) {
  if (brief.id === null) throw new Error('a preview of a brief has nothing to be done with')
  return brief.id
}
