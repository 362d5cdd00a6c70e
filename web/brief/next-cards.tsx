// What comes after the open card: press one to have it now.
import { say } from '#browser/say'
import type { Card } from '#contract/brief'
import { Spoken } from '#ui/spoken'
import kinds from './card-kinds.module.css'
import { CARD_ICONS } from './card-look.ts'
import styles from './next-cards.module.css'
import { clockOf, spokenSeconds } from './sentences.ts'

export function NextCards({ cards, onChoose }: { cards: Card[]; onChoose: (key: string) => void }) {
  if (cards.length === 0) return null
  return (
    <section aria-labelledby="next-in-brief">
      <h2 id="next-in-brief" className={styles.title}>
        {say('Next in this brief')}
      </h2>
      <ol className={styles.list}>
        {cards.map((card) => (
          <li key={card.key}>
            <NextCard card={card} onChoose={() => onChoose(card.key)} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function NextCard({ card, onChoose }: { card: Card; onChoose: () => void }) {
  const Icon = CARD_ICONS[card.kind]
  return (
    <button type="button" className={`${styles.next} ${kinds.kind}`} data-kind={card.kind} onClick={onChoose}>
      <Icon className={styles.mark} aria-hidden strokeWidth={1.75} />
      <span className={styles.line}>{card.line}</span>
      <span className={styles.seconds}>
        <span aria-hidden>{clockOf(card.seconds)}</span>
        <Spoken>{spokenSeconds(card.seconds)}</Spoken>
      </span>
    </button>
  )
}
