// What one did and what is not done yet: how each stands, and what can be done about it.
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { beginAgain } from '#browser/drafts'
import type { Act } from '#browser/offline/acts'
import { discard, tryAgain } from '#browser/outbox'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import { useWaiting } from '#browser/waiting'
import { Button } from '#ui/button'
import { useToast } from '#ui/toast'
import styles from './offline-frame.module.css'
import { headlineOf, listed, standingOf } from './waiting-words.ts'

const EXCERPT_CHARACTERS = 140

export function WaitingList() {
  const { acts, sendingId } = useWaiting()
  const shown = listed(acts)
  useTelling(shown)
  if (shown.length === 0) return null
  return (
    <details className={styles.waiting}>
      <summary className={styles.headline} data-stuck={shown.some(isStuck) || undefined}>
        {headlineOf(shown)}
      </summary>
      <ol className={styles.list}>
        {shown.map((act) => (
          <WaitingAct key={act.id} act={act} sendingId={sendingId} />
        ))}
      </ol>
    </details>
  )
}

function isStuck({ state }: Act): boolean {
  return state === 'refused' || state === 'doubtful'
}

/** Tells in passing when all has been sent, and when something was not done. */
function useTelling(shown: readonly Act[]): void {
  const toast = useToast()
  const [all, stuck] = [shown.length, shown.filter(isStuck).length]
  const before = useRef({ all, stuck })
  useEffect(() => {
    const { current: known } = before
    before.current = { all, stuck }
    if (stuck > known.stuck)
      toast({ sentence: say('Something you did was refused. Your words are kept, above.') })
    else if (all === 0 && known.all > 0 && known.stuck === 0)
      toast({ sentence: say('All that waited is sent.') })
  }, [all, stuck, toast])
}

function WaitingAct({ act, sendingId }: { act: Act; sendingId: string | undefined }) {
  const { about, input } = act
  const words = typeof input.body === 'string' ? input.body : undefined
  return (
    <li className={styles.act}>
      <Link to={about.href} className={styles.what}>
        {about.sentence}
      </Link>
      {words !== undefined && <p className={styles.words}>{excerptOf(words)}</p>}
      <p className={styles.standing} data-stuck={isStuck(act) || undefined}>
        {standingOf(act, sendingId)}
      </p>
      <Ways act={act} words={words} isLeaving={act.id === sendingId} />
    </li>
  )
}

type WaysProps = { act: Act; words: string | undefined; isLeaving: boolean }

function Ways({ act, words, isLeaving }: WaysProps) {
  const toast = useToast()
  const tell = (error: unknown) => toast({ sentence: sentenceOf(error) })
  const { begun, sentence } = act.about
  const takeOut = async (said: string) => {
    const bringBack = await discard(act.id)
    toast({ sentence: said, undo: () => void bringBack().catch(tell) })
  }
  // Where nothing can be said any more, the words can be said elsewhere.
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text)
    toast({ sentence: say('The words are copied.') })
  }
  const keep = async () => {
    if (begun !== undefined) beginAgain(begun)
    await takeOut(say('Kept as a draft where you wrote it.'))
  }
  return (
    <div className={styles.ways}>
      {isStuck(act) && (
        <Button
          aria-label={say('Try again: {sentence}', { sentence })}
          onClick={() => void tryAgain(act.id).catch(tell)}
        >
          {say('Try again')}
        </Button>
      )}
      {isStuck(act) && words !== undefined && (
        <Button
          kind="quiet"
          aria-label={say('Copy the words: {sentence}', { sentence })}
          onClick={() => void copy(words).catch(tell)}
        >
          {say('Copy the words')}
        </Button>
      )}
      {begun !== undefined && (
        <Button
          kind="quiet"
          disabled={isLeaving}
          aria-label={say('Keep as a draft: {sentence}', { sentence })}
          onClick={() => void keep().catch(tell)}
        >
          {say('Keep as a draft')}
        </Button>
      )}
      <Button
        kind="quiet"
        disabled={isLeaving}
        aria-label={say('Discard: {sentence}', { sentence })}
        onClick={() => void takeOut('Discarded.').catch(tell)}
      >
        {say('Discard')}
      </Button>
    </div>
  )
}

function excerptOf(words: string): string {
  return words.length > EXCERPT_CHARACTERS ? `${words.slice(0, EXCERPT_CHARACTERS)} …` : words
}
