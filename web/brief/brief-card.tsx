// One card of the brief: why it is here, what was said, and what can be done with it.
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react'
import { say } from '#browser/say'
import type { Card } from '#contract/brief'
import { Button } from '#ui/button'
import { useKeys } from '#ui/keys'
import { ThreadLink } from '#ui/thread-link'
import styles from './brief-card.module.css'
import { type PlacedAction, placedActions } from './card-actions.ts'
import { type CardDeed, CardForm, type CardFormProps } from './card-form.tsx'
import { Facts, WhyHere, WhyStrip } from './card-why.tsx'
import { CardWords } from './card-words.tsx'
import type { BriefParts } from './parts.ts'
import { repliesInWords } from './sentences.ts'

const Prepared = lazy(() =>
  import('./delegates/prepared.tsx').then((module) => ({ default: module.Prepared })),
)
const Draft = lazy(() => import('./delegates/draft.tsx').then((module) => ({ default: module.Draft })))

export type BriefCardProps = {
  card: Card
  parts: BriefParts
  /** Settles once the deed is done; rejects when it was refused, and then the words stay. */
  onDo: (deed: CardDeed) => Promise<unknown>
  onSeconds: (seconds: number) => void
  /** Whether the server was told already that the card was read. */
  isNoted: () => boolean
  /** Whether the card takes the focus: after the one before it was done, not when the page opens. */
  takesFocus: boolean
}

export function BriefCard(props: BriefCardProps) {
  const { card, parts, onDo, onSeconds, isNoted, takesFocus } = props
  const id = useId()
  const article = useFocusOnOpen(takesFocus)
  const draft = draftOf(card)
  return (
    <article ref={article} className={styles.card} aria-labelledby={id}>
      <WhyStrip card={card} id={id} />
      <div className={styles.body}>
        {card.words === null ? (
          <p className={styles.prompt}>{card.prompt}</p>
        ) : (
          <parts.Reading saidId={card.words.saidId} onSeconds={onSeconds} isNoted={isNoted}>
            <CardWords words={card.words} />
          </parts.Reading>
        )}
        {card.prepared !== null && (
          <Suspense>
            <Prepared prepared={card.prepared} postId={card.words?.postId} />
          </Suspense>
        )}
        {draft !== null && (
          <Suspense>
            <Draft {...{ card, draft, parts, onDo }} />
          </Suspense>
        )}
        {card.words !== null && (
          <p>
            <ThreadLink to={card.words} className={styles.thread}>
              {card.words.replyCount === 0
                ? say('See the thread')
                : say('See the thread, {replies}', { replies: repliesInWords(card.words.replyCount) })}
            </ThreadLink>
          </p>
        )}
        {card.way !== null && (
          <p>
            <Link to={card.way.address} className={styles.way}>
              {card.way.label}
            </Link>
          </p>
        )}
        <Facts card={card} />
        <WhyHere card={card} />
      </div>
      <Doing card={card} parts={parts} onDo={onDo} />
    </article>
  )
}

function draftOf({ prepared }: Card) {
  return prepared?.draft ?? null
}

function useFocusOnOpen(takesFocus: boolean) {
  const article = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!takesFocus) return
    article.current?.querySelector('h2')?.focus({ preventScroll: true })
    article.current?.scrollIntoView({ block: 'nearest' })
  }, [takesFocus])
  return article
}

function Doing({ card, parts, onDo }: Pick<BriefCardProps, 'card' | 'parts' | 'onDo'>) {
  const [form, setForm] = useState<CardFormProps['action']>()
  const actions = placedActions({ ...card, leadsElsewhere: draftOf(card) !== null || card.way !== null })
  const press = ({ action, asks }: PlacedAction) => {
    // A refusal is told by whoever was asked to do it; the card is open again then.
    if (asks === 'nothing') onDo({ action }).catch(() => undefined)
    else setForm(action as CardFormProps['action'])
  }
  const formProps = { parts, onDo, authorName: card.words?.author.name }
  if (form !== undefined) {
    return (
      <CardForm
        {...formProps}
        action={form}
        draftKey={`brief:${card.key}:${form}`}
        onCancel={() => setForm(undefined)}
      />
    )
  }
  const reflects = card.actions.includes('reflect')
  return (
    <>
      {reflects && <CardForm {...formProps} action="reflect" draftKey={`brief:${card.key}:reflect`} />}
      <ActionRow actions={actions.filter(({ action }) => action !== 'reflect')} onPress={press} />
    </>
  )
}

type ActionRowProps = { actions: PlacedAction[]; onPress: (action: PlacedAction) => void }

function ActionRow({ actions, onPress }: ActionRowProps) {
  useKeys(Object.fromEntries(actions.flatMap((action) => keysOf(action, () => onPress(action)))))
  const buttons = (placed: PlacedAction[]) =>
    placed.map((action) => (
      <Button
        key={action.action}
        kind={action.kind}
        {...(action.kind === 'go' && { className: styles.lead })}
        shortcut={action.key.toUpperCase()}
        onClick={() => onPress(action)}
      >
        {action.label}
      </Button>
    ))
  return (
    <div className={styles.actions}>
      {buttons(actions.filter(({ kind }) => kind === 'go'))}
      <div className={styles.others}>{buttons(actions.filter(({ kind }) => kind !== 'go'))}</div>
    </div>
  )
}

/** The key of an action; Enter does what the key for going on does. */
function keysOf(action: PlacedAction, act: () => void): [string, { label: string; act: () => void }][] {
  const keys = action.action === 'read' ? [action.key, 'Enter'] : [action.key]
  return keys.map((key) => [key, { label: action.label, act }])
}
