// The coming brief of somebody, for whoever prepares it: what they may see themselves, and how many cards they may not.
import { Link, useParams } from '@tanstack/react-router'
import { say, sayWith } from '#browser/say'
import type { CardToPrepare, Preparation } from '#contract/delegates'
import type { PersonId, SaidId } from '#contract/ref'
import { Button } from '#ui/button'
import { PageTitle } from '#ui/page-title'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import page from '../../ui/page.module.css'
import sheets from '../../ui/sheets.module.css'
import { firstNameOf } from '../sentences.ts'
import { CardDesk } from './card-desk.tsx'
import { PinSomething } from './pin-something.tsx'
import styles from './prepare-page.module.css'
import { type Deed, usePreparation, usePrepare } from './use-delegates.ts'

export function PreparePage() {
  const { personId } = useParams({ strict: false })
  const { data, error, refetch } = usePreparation(personId as PersonId)
  if (data !== undefined) return <Desk key={data.for.id} preparation={data} />
  return (
    <div className={page.page}>
      <PageTitle>{say('Prepare a brief')}</PageTitle>
      {error === null ? <Skeleton lines={8} /> : <Trouble problem={error} onRetry={refetch} />}
    </div>
  )
}

function Desk({ preparation }: { preparation: Preparation }) {
  const { cards, minutes, for: executive } = preparation
  const prepare = usePrepare(executive.id)
  const onDo = (deed: Deed) => prepare.mutateAsync(deed)
  return (
    <div className={page.page}>
      <header>
        <PageTitle>{say('You prepare the brief of {name}', { name: executive.name })}</PageTitle>
        <p className={page.under}>
          {sayWith(
            'It has {minutes, plural, one {# minute} other {# minutes}}. What you do here carries your name, and <log>both of you can read all of it</log>.',
            { minutes, log: (words) => <Link to="/brief/log">{words}</Link> },
          )}
        </p>
        <p className={page.under}>
          {say(
            'Views and drafts show at once. Pins, order and what is left out come with the next brief that is built.',
          )}
        </p>
      </header>
      <Cards cards={cards} name={executive.name} isBusy={prepare.isPending} onDo={onDo} />
      <OutOfReach preparation={preparation} />
      <LeftOut preparation={preparation} isBusy={prepare.isPending} onDo={onDo} />
      <PinSomething pinnedIds={cards.map(({ saidId }) => saidId)} onPin={(saidId) => onDo(pin(saidId))} />
    </div>
  )
}

const pin = (saidId: SaidId): Deed => ({ is: 'prepare', saidId, part: 'pin' })

type CardsProps = {
  cards: CardToPrepare[]
  name: string
  isBusy: boolean
  onDo: (deed: Deed) => Promise<unknown>
}

function Cards({ cards, name, isBusy, onDo }: CardsProps) {
  if (cards.length === 0) return <p>{say('No card that you can see is in it yet.')}</p>
  return (
    <ol className={sheets.list} aria-label={say('Cards that you can prepare')}>
      {cards.map((card, index) => (
        <li key={card.saidId} className={sheets.item}>
          <CardDesk
            card={card}
            name={name}
            isBusy={isBusy}
            onDo={onDo}
            onMove={movesOf(cards, { index, onDo })}
          />
        </li>
      ))}
    </ol>
  )
}

/** A card changes places with its neighbour where both are pinned or neither is; pinned ones come first in any case. */
function movesOf(cards: CardToPrepare[], { index, onDo }: { index: number } & Pick<CardsProps, 'onDo'>) {
  const order = cards.map(({ saidId }) => saidId)
  const standing = (at: number) => [cards[at]?.prepared?.isPinned ?? false, cards[at]?.hasRoom].join()
  const swapAt = (at: number) => {
    if (at < 0 || at + 1 >= cards.length || standing(at) !== standing(at + 1)) return undefined
    return () => onDo({ is: 'order', saidIds: swapped(order, at) })
  }
  return { up: swapAt(index - 1), down: swapAt(index) }
}

/** The same with one and the next after it in each other's place. */
function swapped(order: readonly SaidId[], at: number): SaidId[] {
  return [...order.slice(0, at), ...order.slice(at, at + 2).reverse(), ...order.slice(at + 2)]
}

/** What a delegate is told of the rest: how much it is, and nothing of what it is. */
function OutOfReach({ preparation }: { preparation: Preparation }) {
  const { hiddenCount, unheardCount, for: executive } = preparation
  return (
    <div className={styles.rest}>
      {hiddenCount > 0 && (
        <p>
          {say('{count, plural, one {# card} other {# cards}} from places you cannot see.', {
            count: hiddenCount,
          })}
        </p>
      )}
      {unheardCount > 0 && (
        <p>
          {say(
            '{count, plural, one {# voice} other {# voices}} whom {name} has not heard. Who they are is for {name} alone; nobody can pin, move or leave them out.',
            { count: unheardCount, name: firstNameOf(executive.name) },
          )}
        </p>
      )}
    </div>
  )
}

type LeftOutProps = Pick<CardsProps, 'isBusy' | 'onDo'> & { preparation: Preparation }

function LeftOut({ preparation: { leftOut }, isBusy, onDo }: LeftOutProps) {
  if (leftOut.length === 0) return null
  return (
    <section className={styles.left} aria-labelledby="left-out">
      <h2 id="left-out">{say('Left out')}</h2>
      <ul className={sheets.list}>
        {leftOut.map(({ line, by, reason, words }) => (
          <li key={words.saidId} className={sheets.item}>
            <p>{line}</p>
            {by !== null && reason !== null && (
              <p className={styles.why}>{say('{name}: {reason}', { name: by.name, reason })}</p>
            )}
            <Button
              className={styles.below}
              disabled={isBusy}
              aria-label={say('Put back: {line}', { line })}
              onClick={() => void onDo({ is: 'take-back', saidId: words.saidId, part: 'leave-out' })}
            >
              {say('Put back')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
