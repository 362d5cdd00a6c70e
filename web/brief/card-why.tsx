// Why a card is here: the coloured strip on top, the facts, and what each reason weighed.
import { LANGUAGE } from '#browser/language'
import { say } from '#browser/say'
import type { Card } from '#contract/brief'
import { ReasonsTable } from '#ui/reasons-table'
import kinds from './card-kinds.module.css'
import { CARD_ICONS } from './card-look.ts'
import styles from './card-why.module.css'
import { spokenSeconds } from './sentences.ts'

/** The strip is the card's heading; the page moves the focus there when a card opens. */
export function WhyStrip({ card, id }: { card: Card; id: string }) {
  const Icon = CARD_ICONS[card.kind]
  const distance = distanceOf(card)
  return (
    <div className={`${styles.strip} ${kinds.kind}`} data-kind={card.kind}>
      <Icon className={styles.icon} aria-hidden strokeWidth={1.75} />
      <h2 id={id} className={styles.headline} tabIndex={-1}>
        {card.headline}
      </h2>
      <span className={styles.seconds}>
        {distance && `${distance} · `}
        {spokenSeconds(card.seconds)}
      </span>
    </div>
  )
}

/** How far away the author is, which stands on the strip and not among the facts. */
function distanceOf(card: Card): string | undefined {
  return card.terms.find((term) => term.feature === 'distance')?.sentence
}

export function Facts({ card }: { card: Card }) {
  const facts = card.facts.filter((fact) => fact !== distanceOf(card))
  if (facts.length === 0) return null
  return (
    <ul className={styles.facts} aria-label={say('Why you, why now')}>
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  )
}

const points = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
const total = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 1 })

/** Every term that made up the card's worth, with its points. */
export function WhyHere({ card }: { card: Card }) {
  if (card.terms.length === 0) return null
  const worth = card.terms.reduce((sum, term) => sum + term.points, 0)
  return (
    <details className={styles.why}>
      <summary>{say('Why is this here')}</summary>
      <ReasonsTable
        caption={say('What each reason counts. The most is chosen that fits into your minutes.')}
        reasons={card.terms.map((term) => ({
          key: term.feature,
          sentence: term.sentence,
          counts: points.format(term.points),
        }))}
        together={total.format(worth)}
      />
    </details>
  )
}
