// Under the words: the buttons, how much still fits, and what became of the draft.
import { clearDraft, useDraftStanding, useOtherDraft } from '#browser/drafts'
import { say } from '#browser/say'
import { Button } from '#ui/button'
import { useToast } from '#ui/toast'
import { BODY_CHARACTERS_MAX } from './body-limit.ts'
import styles from './composer.module.css'

type ComposerFootProps = {
  draftKey: string
  submitLabel: string
  hintId: string
  onCancel?: (() => void) | undefined
  writing: { text: string; isReady: boolean; isSending: boolean }
}

/** From here on it is told how much still fits. */
const NEAR_CHARACTERS = 1000

export function ComposerFoot({ draftKey, submitLabel, hintId, onCancel, writing }: ComposerFootProps) {
  const { text, isReady, isSending } = writing
  const standing = useDraftStanding(draftKey)
  const discard = useDiscard(draftKey)
  return (
    <>
      <HowMuchFits characters={text.trim().length} />
      <OtherWords draftKey={draftKey} />
      <div className={styles.buttons}>
        <Button kind="go" type="submit" disabled={!isReady}>
          {isSending ? say('Sending …') : submitLabel}
        </Button>
        {onCancel && (
          <Button kind="quiet" onClick={onCancel}>
            {say('Cancel')}
          </Button>
        )}
        {standing !== 'none' && (
          <Button kind="quiet" onClick={discard}>
            {say('Discard')}
          </Button>
        )}
        <span className={styles.standing} role="status">
          {standing === 'kept' && say('Draft kept')}
          {standing === 'no-room' && say('This device has no room to keep your draft.')}
        </span>
        <span id={hintId} className={styles.hint}>
          {say(
            '@ mentions somebody, # names a topic. ⌘ or Ctrl + Enter sends. In lists and tables Tab moves; Escape, then Tab leaves.',
          )}
        </span>
      </div>
    </>
  )
}

function HowMuchFits({ characters }: { characters: number }) {
  const left = BODY_CHARACTERS_MAX - characters
  if (left > NEAR_CHARACTERS) return null
  const count = Math.abs(left)
  return (
    <p className={left < 0 ? styles.tooMuch : styles.hint} role={left < 0 ? 'alert' : undefined}>
      {left < 0
        ? say(
            'This is {count, plural, one {# character} other {# characters}} too long. Shorten it, or attach the rest as a file.',
            { count },
          )
        : say('{count, plural, one {# character still fits.} other {# characters still fit.}}', { count })}
    </p>
  )
}

function OtherWords({ draftKey }: { draftKey: string }) {
  const other = useOtherDraft(draftKey)
  if (other === undefined) return null
  return (
    <p className={styles.other}>
      {say('Other words were written here in another tab.')}
      <Button kind="quiet" onClick={other.take}>
        {say('Show those')}
      </Button>
    </p>
  )
}

function useDiscard(draftKey: string) {
  const toast = useToast()
  return () => {
    const bringBack = clearDraft(draftKey)
    toast({ sentence: say('Draft discarded.'), undo: bringBack })
  }
}
